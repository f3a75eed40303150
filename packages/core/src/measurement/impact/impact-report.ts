import { z } from 'zod'
import { impactOptions } from './impact-options.ts'

const variance = z.number().nullable()

/** One line of the balance table. Means of a category (`role=lead`) are shares. */
const balanceLine = z.object({
  column: z.string(),
  before: z.object({
    treated: z.number(),
    comparison: z.number(),
    /** Difference of the means in standard deviations of all participants. */
    difference: z.number(),
    /** Variance of participants over that of the others; null for shares and where the others do not vary. */
    varianceRatio: variance,
  }),
  /** The same among the matched, with the same standard deviation; null when nobody was matched. */
  after: z
    .object({
      treated: z.number(),
      comparison: z.number(),
      difference: z.number(),
      varianceRatio: variance,
      balanced: z.boolean(),
    })
    .nullable(),
})

/** Mean effect on the matched participants (ATT), in units of the outcome. */
const effect = z.object({
  estimate: z.number(),
  treatedMean: z.number(),
  comparisonMean: z.number(),
  /** From the bootstrap over pairs, at the confidence of the thresholds. */
  interval: z.tuple([z.number(), z.number()]),
  /** How often chance alone would part the groups at least as far. */
  pValue: z.number(),
  /** Largest gamma at which the effect still shows; null when it does not show without hidden differences either. */
  gamma: z.number().nullable(),
})

/** What a matched comparison says, for storing and for the steering pack. Ids of the pairs are for audit, not for display. */
export const impactReport = z.object({
  method: impactOptions.omit({ attestations: true }),
  people: z.object({
    treated: z.int(),
    untreated: z.int(),
    matched: z.int(),
    /** Different comparison people in use. */
    comparison: z.int(),
    /** Matched sets that share nobody. */
    independent: z.int(),
  }),
  /** Coefficients of the logistic regression, intercept first. */
  propensity: z.array(z.object({ column: z.string(), coefficient: z.number() })),
  balance: z.array(balanceLine),
  effect: effect.nullable(),
  label: z.enum(['directional only', 'signal']),
  /** Why it has this label, in sentences. */
  reasons: z.array(z.string()),
  attestations: z.object({ confirmed: z.int(), asked: z.int(), share: z.number() }).nullable(),
  pairs: z.array(z.object({ treated: z.string(), comparison: z.array(z.string()) })),
  unmatched: z.array(z.object({ id: z.string(), why: z.string() })),
})

export type ImpactReport = z.infer<typeof impactReport>
export type BalanceLine = z.infer<typeof balanceLine>
export type Effect = z.infer<typeof effect>
