/** What the judgement of an impact report rests on. Sources: docs/impact.md. */
export const impactThresholds = {
  /** Largest standardised mean difference, either way, at which a covariate counts as balanced. */
  balancedWithin: 0.1,
  /** Independent comparisons (matched sets that share nobody) below which a result is directional only. */
  leastComparisons: 30,
  /** Matched sets below which no effect is given at all: one difference says nothing about chance. */
  leastForEffect: 2,
  /** Share of repeated studies whose interval should hold the true effect. */
  confidence: 0.95,
  /** Chance of a false alarm that the sensitivity to hidden differences is measured against, one-sided. */
  significance: 0.05,
} as const
