import { sum } from 'simple-statistics'
import { below } from '../../random-stream.ts'
import { type Comparison, differenceOf, type Outcomes } from './comparison.ts'

/**
 * Two-sided chance that differences at least this large come about when it is chance alone who of a set took part: in each set
 * anybody may have been the participant, which for pairs is a flipped sign (Rosenbaum 2002, section 2.4). Sets that share a
 * person flip together. The observed order counts as one of them, so the result is above 0 (Phipson and Smyth 2010).
 */
export const permutationP = (comparisons: Comparison[], permutations: number, random: () => number): number => {
  const observed = Math.abs(sum(comparisons.flat().map(differenceOf)))
  // Sums of the same numbers in another order differ in their last digits.
  const least = observed * (1 - 1e-12)
  let reached = 1
  for (let round = 0; round < permutations; round += 1) {
    let total = 0
    for (const sets of comparisons) total += permuted(sets, random)
    if (Math.abs(total) >= least) reached += 1
  }
  return reached / (permutations + 1)
}

const permuted = (sets: Comparison, random: () => number): number => {
  if (sets.length > 1) {
    const total = sum(sets.map(differenceOf))
    return random() < 0.5 ? total : -total
  }
  const { treated, others } = sets[0]!
  const everybody = [treated, ...others]
  const [chosen] = everybody.splice(below(random, everybody.length), 1)
  return differenceOf({ treated: chosen!, others: everybody } satisfies Outcomes)
}
