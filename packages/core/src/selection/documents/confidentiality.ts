import type { SelectionDocument } from '../documents.ts'

export const confidentiality: SelectionDocument = {
  document: 'confidentiality',
  title: 'Confidentiality and data-use consent',
  version: 1,
  signedBy: ['candidate'],
  paragraphs: [
    'What a participant says in a session stays between the two of you. You do not pass it on to managers, sponsors, HR or other coaches, and you do not tell of it so that one could recognise the person.',
    'Three things are an exception: somebody is in danger, a law is being broken, or the participant has agreed in writing to what is shared and with whom. Tell the participant of these exceptions in the first session, and before you make use of one.',
    'The program keeps that a session took place, its action items, and how far the agreed goals have come. It does not keep notes of sessions. Your own notes are yours to protect; you destroy them when the engagement ends, unless the participant wishes to have them.',
    'A session is recorded only when the participant has agreed before it begins. Recordings are looked at by your supervisor alone, for your supervision, and deleted afterwards.',
    'You do not put what was said into a tool that the program has not approved, and nothing that such a tool writes becomes part of a record before you have read it.',
    'You agree that the program keeps your profile, the results of your selection and supervision, and the ratings of participants, and that coach lead, mentor lead, supervisor and program owner may read them.',
  ],
}
