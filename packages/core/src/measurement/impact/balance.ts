import { sampleStandardDeviation, standardDeviation, sum } from 'simple-statistics'
import type { DesignColumn } from './design.ts'
import type { BalanceLine } from './impact-report.ts'
import { impactThresholds } from './impact-thresholds.ts'

/**
 * Means of both groups before and after matching. Differences are in standard deviations of all participants, before and after
 * alike, as R's MatchIt does for the effect on the treated (Stuart 2008); of everybody where participants do not vary.
 * @param weights of each row after matching
 */
export const balanceOf = (columns: DesignColumn[], treated: boolean[], weights: number[]): BalanceLine[] => {
  const everybody = treated.map(() => 1)
  const nobody = !weights.some((weight) => weight > 0)
  return columns.map(({ name, values, share }) => {
    const group = (inProgram: boolean, given: number[]) =>
      momentsOf(
        values,
        given.map((weight, row) => (treated[row] === inProgram ? weight : 0)),
        share,
      )
    const compare = (given: number[], deviation: number) => {
      const [one, other] = [group(true, given), group(false, given)]
      const varianceRatio = share || !(other.variance > 0) ? null : finite(one.variance / other.variance)
      return {
        treated: one.mean,
        comparison: other.mean,
        // Where nobody differs there is no difference: propensities of groups that are alike in everything.
        difference: deviation > 0 ? (one.mean - other.mean) / deviation : 0,
        varianceRatio,
      }
    }
    const deviation = Math.sqrt(group(true, everybody).variance) || deviationOfAll(values, share)
    const before = compare(everybody, deviation)
    if (nobody) return { column: name, before, after: null }
    const after = compare(weights, deviation)
    return {
      column: name,
      before,
      after: { ...after, balanced: Math.abs(after.difference) <= impactThresholds.balancedWithin },
    }
  })
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)

/** Weighted mean and variance; of a share the variance is mean × (1 − mean). */
const momentsOf = (values: number[], weights: number[], share: boolean): { mean: number; variance: number } => {
  const all = sum(weights)
  const parts = weights.map((weight) => weight / all)
  const mean = sum(values.map((value, row) => parts[row]! * value))
  if (share) return { mean, variance: Math.max(0, mean * (1 - mean)) }
  const squares = sum(values.map((value, row) => parts[row]! * (value - mean) ** 2))
  return { mean, variance: squares / (1 - sum(parts.map((part) => part ** 2))) }
}

const deviationOfAll = (values: number[], share: boolean): number =>
  share ? standardDeviation(values) : sampleStandardDeviation(values)
