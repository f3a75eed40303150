import { mean } from 'simple-statistics'
import { bootstrapInterval } from './bootstrap-interval.ts'
import { type Comparison, differenceOf } from './comparison.ts'
import { toleratedGamma } from './hidden-bias.ts'
import type { ImpactOptions } from './impact-options.ts'
import type { Effect } from './impact-report.ts'
import { impactThresholds } from './impact-thresholds.ts'
import { permutationP } from './permutation-p.ts'

/** Mean effect on the matched participants, with what chance and hidden differences could make of it; null with too few. */
export const effectOf = (
  comparisons: Comparison[],
  { bootstrap, permutations }: Pick<ImpactOptions, 'bootstrap' | 'permutations'>,
  random: () => number,
  onProgress: (words: string) => void,
): Effect | null => {
  if (comparisons.length < impactThresholds.leastForEffect) return null
  const sets = comparisons.flat()
  const differences = sets.map(differenceOf)
  const [estimate, treatedMean] = [mean(differences), mean(sets.map(({ treated }) => treated))]
  onProgress(`Interval from ${bootstrap} draws of ${comparisons.length} comparisons ...`)
  const interval = bootstrapInterval(comparisons, bootstrap, random)
  onProgress(`Chance from ${permutations} permutations ...`)
  const pValue = permutationP(comparisons, permutations, random)
  const gamma = toleratedGamma(comparisons.map((each) => mean(each.map(differenceOf))))
  return { estimate, treatedMean, comparisonMean: treatedMean - estimate, interval, pValue, gamma }
}
