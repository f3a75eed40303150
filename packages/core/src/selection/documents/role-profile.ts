import type { SelectionDocument } from '../documents.ts'

/** S-I: signed by the coach and the lead. */
export const roleProfile: SelectionDocument = {
  document: 'role-profile',
  title: 'Role profile of an internal coach',
  version: 1,
  signedBy: ['candidate', 'lead'],
  paragraphs: [
    'Scope: engagements of three to six months on a goal of behaviour that can be measured, with sessions of about an hour every week or two. You work with leaders outside your own reporting line.',
    'Out of scope: therapy and matters of health, legal advice, the investigation of complaints, and any part in the evaluation of the people you coach. You refer them to whoever is there for it.',
    'You ask before you advise. Under pressure, too, the problem stays with the person you coach.',
    'You take no more engagements at once than your places, and begin none before the three documents are signed.',
    'Escalation: missed sessions and scheduling go to program operations; a goal that cannot be reached goes to the coach lead; a conflict of interest goes to the coach lead within five working days; danger to somebody, harassment or a breach of law goes to HR on the same day.',
    'Before you escalate you tell the person you coach what you will say and to whom, unless that would put somebody at risk.',
    'You take part in supervision, hand in recordings for which there is consent, and renew your certificate every 12 to 18 months.',
  ],
}
