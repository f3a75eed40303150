import type { SignedDocument } from './signed-document.ts'

/** E2: a mentor coach works on live project data, and says first what the role is and what it is not. */
export const roleCharter: SignedDocument = {
  document: 'role-charter',
  title: 'Role charter of a mentor coach',
  version: 1,
  paragraphs: [
    'Role: you help one person decide and deliver on a live project, for 90 days, in weekly sessions of 60 minutes. The decisions stay theirs.',
    'Time: you set aside 4 to 8 hours a month for each person, for sessions and for looking at what they bring.',
    'What you do: agree acceptance criteria with them, ask for evidence, challenge plans, show how you would think about it, and step back as they need you less.',
    'What you do not do: take over their work, approve it for the organisation, evaluate them for pay, promotion or a performance review, or report on them to their manager.',
    'Confidentiality: what is said in a session stays with the two of you. You tell them at the start what you could not keep to yourself.',
    'Escalation: operational trouble goes to the program owner, matters of conduct or law to HR, what concerns the direction of the program to the steering committee. You tell them before you do so.',
    'End: the charter holds until the engagement ends. Either of you can end it at any time, with a word of why.',
  ],
}
