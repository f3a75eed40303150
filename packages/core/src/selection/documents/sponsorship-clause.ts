import type { SelectionDocument } from '../documents.ts'

/** S-M6 */
export const sponsorshipClause: SelectionDocument = {
  document: 'sponsorship-clause',
  title: 'Conflict-of-interest and sponsorship-commitment clause',
  version: 1,
  signedBy: ['candidate'],
  paragraphs: [
    'You are not the manager of your mentee and have no say on their pay, rating or next post. If that changes you tell the mentor lead, and the mentee gets another mentor.',
    'You have named the people in the program whom you must not mentor, such as your own reports, relatives and close friends.',
    'You commit to sponsor, not to advise alone: within 60 days of your commitment you open a door for somebody – an introduction, an assignment, a panel, a recommendation or a seat in a forum – and log what came of it, with what shows it.',
    'Without a logged outcome by that day you get no new mentees until it is there. Mentees whom you have keep you.',
    'You recommend people for what they can do. You ask nothing in return, and you do not make your support depend on being agreed with.',
    'What a mentee tells you in confidence you do not use when you speak for them, unless they have agreed.',
  ],
}
