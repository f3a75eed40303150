import type { Answer } from '../../api/client.ts'

export type Instrument = Answer<'getQuestionBank'>['instruments'][number]['instrument']

/** What an instrument is called on pages. */
export const instrumentWords: Record<Instrument, string> = {
  'baseline-360': '360 at the start',
  'follow-up-360': '360, follow-up',
  pulse: 'Pulse',
  rating: 'Rating of the program',
  'manager-attestation': 'What managers attest',
  'sponsor-rating': 'Rating by sponsors',
}
