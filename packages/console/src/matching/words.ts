import type { Answer, Input } from '../api/client.ts'

export type Match = Answer<'listMatches'>['items'][number]
export type Score = Match['result']
export type Provider = Answer<'listProviders'>['items'][number]
export type Service = Match['service']
export type OverrideReason = Input<'overrideMatch'>['body']['reason']
export type Objective = Answer<'listRuns'>['items'][number]['objective']

/** What each signal of a score compares. */
export const signalWords: Record<Score['contributions'][number]['signal'], string> = {
  skills: 'Technical skills',
  goals: 'Behavioural goals',
  sponsorship: 'Sponsorship history',
  availability: 'Shared hours',
  success: 'Past success',
}

/** The sets of weights, by what they are for. */
export const profileWords: Record<Score['profile'], string> = {
  default: 'Usual weights',
  promotion: 'Promotion: sponsorship leads',
  behaviour: 'Behaviour change: goals lead',
}

/** Who has to approve a match. */
export const reviewWords: Record<Match['review'], string> = {
  'program owner': 'By the program owner',
  manual: 'One by one',
  bulk: 'In bulk',
}

/** Why somebody else than the proposed provider is the better choice. */
export const reasonWords: Record<OverrideReason, { label: string; description: string }> = {
  'political capital': { label: 'Political capital', description: 'Standing or influence that the scores do not know' },
  chemistry: { label: 'Chemistry', description: 'The two would not get on, or another pair would do better' },
  capacity: { label: 'Capacity', description: 'The provider has no time for one more' },
  conflict: { label: 'Conflict of interest', description: 'A tie between the two that is not on record' },
  'strategic sponsor': { label: 'Strategic sponsor', description: 'Works where the next role will be' },
  availability: { label: 'Availability', description: 'Hours or time zones do not fit in practice' },
  other: { label: 'Another reason', description: 'Say which' },
}

export const objectiveWords: Record<Objective, { label: string; description: string }> = {
  'best-score': { label: 'Best total score', description: 'The pairs that fit best, even if somebody has to wait' },
  'most-matched': { label: 'Most people matched', description: 'As few as possible wait, then the best scores' },
}

/** "67.59 of 100" */
export const scoreInWords = (score: number): string => `${points(score)} of 100`

/** Points to the hundredth, without needless zeros. */
export const points = (value: number): string => String(Number(value.toFixed(2)))
