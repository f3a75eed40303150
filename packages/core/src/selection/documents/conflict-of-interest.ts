import type { SelectionDocument } from '../documents.ts'

export const conflictOfInterest: SelectionDocument = {
  document: 'conflict-of-interest',
  title: 'Conflict-of-interest declaration',
  version: 1,
  signedBy: ['candidate'],
  paragraphs: [
    'You do not coach anybody whom you manage or report to, or on whose pay, rating or promotion you have a say, nor relatives and close friends.',
    'You have named everyone in the program with whom you have such a tie, and you report a new one to the coach lead within five working days.',
    'You take no commission, gift or order from a participant or their unit while you coach them, and you do not use the engagement to sell other services of yours.',
    'You hold no engagement with somebody who competes with a participant for the same post without both knowing of it.',
    'When a conflict comes up during an engagement you say so to the participant and the coach lead. Until the lead has decided you hold no further session.',
  ],
}
