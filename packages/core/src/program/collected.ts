/**
 * What a gate collects besides answers to questions (domain §8, §10): instruments that people fill in, and the closing artifacts
 * of engagements. The forms are in `measurement/instruments` and `engagement/closing`.
 */
export const instrumentNames = [
  'baseline-360',
  'follow-up-360',
  'pulse',
  'rating',
  'manager-attestation',
  'sponsor-rating',
] as const
export type InstrumentName = (typeof instrumentNames)[number]

export const closingNames = ['closing-notes', 'final-outcome', 'progress-report'] as const

export const collectedNames = [...instrumentNames, ...closingNames] as const
export type CollectedName = (typeof collectedNames)[number]
