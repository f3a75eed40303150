import type { SelectionDocument } from '../documents.ts'

/** Week 1 of the mentor course (S-M7) */
export const mentorAgreement: SelectionDocument = {
  document: 'mentor-agreement',
  title: "A mentor's working agreement",
  version: 1,
  signedBy: ['candidate'],
  paragraphs: [
    'Scope: you help your mentee with their path through the organisation, with contacts and with sponsorship, over nine to twelve months. Goals are written down at the start, as well as what is not part of it. Coaching on behaviour and matters of health belong to others.',
    'Cadence: you meet once a month and keep the date. When you cannot, you propose another within a week.',
    'Confidentiality: what your mentee says stays with you. You tell them at the start what you could not keep to yourself.',
    'Success: the two of you agree by what you will both see that it helped, and look at it every three months.',
    'Escalation: operational trouble goes to program operations, matters of conduct or law to HR, what concerns the direction of the program to the steering committee. You tell your mentee before you do so.',
    'Data: the program keeps that you met, the action items and your sponsor actions. It keeps no notes of what you talked about.',
    'Sponsor actions: you commit introductions or other support by name and date, and log what came of them.',
    'End: the two of you or the mentor lead can end it at any time, with a word of why. It ends by itself after the agreed time.',
  ],
}
