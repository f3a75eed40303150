import { errorFunction, sum } from 'simple-statistics'
import { impactThresholds } from './impact-thresholds.ts'

/**
 * Rosenbaum's bound for Wilcoxon's signed-rank test (Rosenbaum 2002, section 4.3.3): the highest one-sided chance of an effect
 * this large when two people who look alike may differ by a factor of `gamma` in their odds to take part. Large-sample
 * approximation, mean ranks for ties; differences of 0 are ranked and then left out; for outcomes of 0 and 1 this is the bound for McNemar's test.
 */
export const worstP = (differences: number[], gamma: number): number => {
  const { positive, all, squares } = signedRanks(differences)
  if (all === 0) return 1
  const share = gamma / (1 + gamma)
  return upperTail((positive - share * all) / Math.sqrt(share * (1 - share) * squares))
}

/** Standard normal: the value with 5 % above it. */
const critical = 1.6448536269514722

/**
 * The gamma up to which the effect would still show (`worstP` at most 5 %); null when it does not show at 1 either.
 * Setting the bound equal to 5 % is a quadratic equation in gamma / (1 + gamma).
 */
export const toleratedGamma = (differences: number[]): number | null => {
  const { positive, all, squares } = signedRanks(differences)
  if (worstP(differences, 1) > impactThresholds.significance) return null
  const spread = critical ** 2 * squares
  const [a, b] = [all ** 2 + spread, 2 * positive * all + spread]
  const share = (b - Math.sqrt(Math.max(0, b ** 2 - 4 * a * positive ** 2))) / (2 * a)
  return Math.max(1, share / (1 - share))
}

/** Sum of the ranks on the side of the mean, of all ranks, and of their squares. */
const signedRanks = (differences: number[]): { positive: number; all: number; squares: number } => {
  const towards = Math.sign(sum(differences)) || 1
  const sorted = differences.toSorted((one, other) => Math.abs(one) - Math.abs(other))
  let [positive, all, squares] = [0, 0, 0]
  for (let from = 0; from < sorted.length; ) {
    let to = from
    while (to < sorted.length && Math.abs(sorted[to]!) === Math.abs(sorted[from]!)) to += 1
    const rank = (from + 1 + to) / 2
    for (const each of sorted.slice(from, to)) {
      if (each === 0) continue
      if (Math.sign(each) === towards) positive += rank
      all += rank
      squares += rank ** 2
    }
    from = to
  }
  return { positive, all, squares }
}

const upperTail = (deviations: number): number => (1 - errorFunction(deviations / Math.SQRT2)) / 2
