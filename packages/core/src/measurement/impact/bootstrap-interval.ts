import { quantileSorted, sum } from 'simple-statistics'
import { below } from '../../random-stream.ts'
import { type Comparison, differenceOf } from './comparison.ts'
import { impactThresholds } from './impact-thresholds.ts'

/**
 * Percentile interval of the mean difference, from drawing whole matched sets again and again (Austin and Small 2014; percentile
 * method: Efron and Tibshirani 1993, chapter 13). Sets that share a person are drawn together.
 */
export const bootstrapInterval = (
  comparisons: Comparison[],
  repetitions: number,
  random: () => number,
): [number, number] => {
  const totals = comparisons.map((sets) => sum(sets.map(differenceOf)))
  const sizes = comparisons.map((sets) => sets.length)
  const means = Float64Array.from({ length: repetitions }, () => {
    let [total, size] = [0, 0]
    for (let draw = 0; draw < comparisons.length; draw += 1) {
      const drawn = below(random, comparisons.length)
      total += totals[drawn]!
      size += sizes[drawn]!
    }
    return total / size
  }).sort()
  const tail = (1 - impactThresholds.confidence) / 2
  const sorted = Array.from(means)
  return [quantileSorted(sorted, tail), quantileSorted(sorted, 1 - tail)]
}
