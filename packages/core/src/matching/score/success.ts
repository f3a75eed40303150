import type { Provider } from '../cohort.ts'
import { notKnown, type Reading } from './reading.ts'

/** What is expected of somebody of whom nothing is known yet, and how many engagements that expectation weighs. */
const prior = 0.5
const priorWeight = 4

/**
 * Signal "success" (M1): the share of past engagements that reached the agreed outcome, drawn towards one half while there are
 * few: (reached + 0.5 × 4) / (all + 4). So one success of one reads 0.6, not 1; nine of ten 0.79.
 * Missing: no past engagement is known.
 */
export const readSuccess = ({ record: { outcomes } }: Provider): Reading => {
  if (!outcomes || outcomes.all === 0) return notKnown('not known, no past engagement is recorded')
  const { reached, all } = outcomes
  const value = (Math.min(reached, all) + prior * priorWeight) / (all + priorWeight)
  const few = all < priorWeight ? ', too few to count fully' : ''
  return { value, words: `reached the agreed outcome in ${reached} of ${all} engagement${all === 1 ? '' : 's'}${few}` }
}
