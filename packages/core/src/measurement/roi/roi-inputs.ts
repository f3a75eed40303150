import { z } from 'zod'
import { ruleIds } from './monetisation-rules.ts'
import { amountRange, centsRange, range, shareRange } from './range.ts'

const words = z.string().trim().min(1).max(500)

/** What it is compared with: without one, a change says nothing about the program. */
export const counterfactualKinds = ['matched cohort', 'control group', 'previous period'] as const
export type CounterfactualKind = (typeof counterfactualKinds)[number]

/**
 * The share of a change that the program caused, unless its owner says otherwise. Before and after overstates what a program does
 * when other things happen at the same time; comparable people outside see those, too.
 */
export const shareCaused = {
  'matched cohort': { low: 1, likely: 1, high: 1 },
  'control group': { low: 0.8, likely: 0.9, high: 1 },
  'previous period': { low: 0.3, likely: 0.5, high: 0.7 },
} as const satisfies Record<CounterfactualKind, z.infer<typeof shareRange>>

/** Integration costs this share of the licences in year one (domain §8). */
export const integrationShare = { low: 0.2, likely: 0.25, high: 0.3 }

/**
 * One benefit: a measure of the participants (`observed`) against what it would have been (`counterfactual`), both in the unit of
 * the rule; or the difference itself as an analysis found it (`effect`, in the unit of the rule, better is above 0).
 */
export const benefitInput = z.strictObject({
  rule: z.enum(ruleIds),
  counterfactual: z.strictObject({ kind: z.enum(counterfactualKinds), words, value: range.optional() }).optional(),
  observed: range.optional(),
  effect: range.optional(),
  /** In the units of the rule; `priceCents` in whole cents. */
  quantity: amountRange,
  priceCents: centsRange,
  /** The share of the change that the program caused; by the kind of the counterfactual when left out. */
  caused: shareRange.optional(),
})
export type BenefitInput = z.infer<typeof benefitInput>

export const costInputs = z.strictObject({
  training: centsRange,
  /** Coach time as opportunity cost: hours, and the loaded cost of one. */
  coachHours: amountRange,
  coachHour: centsRange,
  supervision: centsRange,
  /** Licences. In year one integration comes on top: a share of them. */
  platform: centsRange,
  integration: shareRange.optional(),
  others: z.array(z.strictObject({ item: words, cents: centsRange })).max(20),
})
export type CostInputs = z.infer<typeof costInputs>

/** Everything a return on investment is reckoned from. Money is whole cents of one currency. */
export const roiInputs = z.strictObject({
  currency: z.string().regex(/^[A-Z]{3}$/),
  /** The months in which benefits count; nothing after them does. */
  months: z.number().int().min(1).max(60),
  yearOne: z.boolean(),
  benefits: z.array(benefitInput).min(1).max(12),
  costs: costInputs,
  /** The same seed gives the same draws. */
  seed: z
    .number()
    .int()
    .min(0)
    .max(2 ** 31),
})
export type RoiInputs = z.infer<typeof roiInputs>
