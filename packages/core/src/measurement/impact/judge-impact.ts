import { apart, figure } from './figure.ts'
import type { BalanceLine, Effect, ImpactReport } from './impact-report.ts'
import { impactThresholds } from './impact-thresholds.ts'

/** What a result may be called (domain rules, section 8: noisy early numbers are directional), and why, in sentences. */
export const judgeImpact = (
  effect: Effect | null,
  balance: BalanceLine[],
  { independent, matched }: ImpactReport['people'],
): Pick<ImpactReport, 'label' | 'reasons'> => {
  const { leastComparisons, balancedWithin, leastForEffect } = impactThresholds
  const off = balance.filter(({ after }) => after && !after.balanced)
  const doubts = [
    ...(effect ? [] : [`Fewer than ${leastForEffect} participants could be compared: no effect is given.`]),
    ...(independent < leastComparisons ? [few(matched, independent)] : []),
    ...(effect && effect.interval[0] <= 0 && effect.interval[1] >= 0
      ? [
          `The interval from ${figure(effect.interval[0])} to ${figure(effect.interval[1])} contains 0: there may be no effect.`,
        ]
      : []),
    ...(off.length > 0
      ? [
          `The groups are not alike in ${off.map(unlike).join(', ')}: more than ${balancedWithin} standard deviations apart.`,
        ]
      : []),
  ]
  if (doubts.length > 0) return { label: 'directional only', reasons: doubts }
  return {
    label: 'signal',
    reasons: [
      `${independent} independent comparisons, the interval excludes 0, and the groups are alike in every covariate within ${balancedWithin} standard deviations.`,
    ],
  }
}

const few = (matched: number, independent: number): string => {
  const who = independent === matched ? `${matched} matched participants` : `${independent} independent comparisons`
  return `${who}, fewer than ${impactThresholds.leastComparisons}: chance weighs too much.`
}

const unlike = ({ column, after }: BalanceLine): string => `${column} (${apart(after!.difference)})`
