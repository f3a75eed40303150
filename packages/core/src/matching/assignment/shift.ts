import { DomainError } from '../../errors.ts'
import { type Instance, noPair } from './instance.ts'
import type { ScoreTable } from './score-table.ts'

/** Duals and distances are sums of a few shifted scores; below this they stay exact in double precision (2^53). */
const exactLimit = 2 ** 50

/**
 * What is added to every score so that one more row placed outweighs any change of scores (a "big M" that is exact):
 * an augmenting path over k + 1 new and k old pairs changes the scores by less than k × range − lowest.
 * Pairs under a veto count too, since a veto can be taken back. 0 for `best-score`.
 * @throws DomainError `InvalidInput` when scores are too large to stay exact
 */
export const scoreShift = (instance: Instance, table: ScoreTable | undefined): number => {
  if (instance.objective !== 'most-matched') return 0
  const { lowest, highest } = scoreRange(instance, table)
  const shift = instance.rows * (highest - lowest) + Math.max(0, -lowest) + 1
  if (shift + highest > exactLimit)
    throw new DomainError(
      'InvalidInput',
      `scores: ${instance.rows} rows with scores from ${lowest} to ${highest} cannot be compared exactly; use fewer decimals.`,
    )
  return shift
}

const scoreRange = (instance: Instance, table: ScoreTable | undefined): { lowest: number; highest: number } => {
  let lowest = Number.POSITIVE_INFINITY
  let highest = Number.NEGATIVE_INFINITY
  const look = (scores: ArrayLike<number>) => {
    for (let at = 0; at < scores.length; at++) {
      const score = scores[at]!
      if (score > highest) highest = score
      if (score < lowest && score !== noPair) lowest = score
    }
  }
  if (instance.scores.kind === 'edges') look(instance.scores.score)
  else if (table) for (let row = 0; row < instance.rows; row++) look(table.readAll(row))
  return lowest <= highest && highest !== noPair ? { lowest, highest } : { lowest: 0, highest: 0 }
}
