import { z } from 'zod'
import { ruleIds } from './monetisation-rules.ts'

const spreadOf = <T extends z.ZodType>(number: T) =>
  z.strictObject({ low: number, p10: number, p50: number, p90: number, high: number, likely: number })

/**
 * A reckoned number never stands alone: `low` and `high` are the least and the most it can be (all inputs at an end of their
 * range), `p10`, `p50` and `p90` the values below which that share of the draws lies, `likely` all inputs at their likely value.
 */
export const spread = spreadOf(z.number())
export type Spread = z.infer<typeof spread>

/** Months until the benefits have paid the cost, counted from the day the benefits begin; `beyond` the window that counts. */
const months = z.union([z.number(), z.literal('beyond')])
export type Months = z.infer<typeof months>

const term = z.strictObject({ words: z.string(), cents: spread })

/** A benefit that cannot be reckoned, and what it lacks. */
const missing = z.strictObject({ rule: z.enum(ruleIds), words: z.string(), lacks: z.string() })

/** The return on investment (domain §8): a range with its sensitivity, or no data with the reasons. Money is whole cents. */
export const roiResult = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('no data'), reasons: z.array(z.string()).min(1), missing: z.array(missing) }),
  z.strictObject({
    status: z.literal('range'),
    words: z.string(),
    benefits: z.array(term),
    costs: z.array(term),
    gross: spread,
    cost: spread,
    net: spread,
    /** Net over cost, in per cent with one decimal. */
    percent: spread,
    payback: spreadOf(months),
    /** The share of the draws in which the net benefit is above 0. */
    chanceOfGain: z.number().min(0).max(1),
    /** What one input alone does to the net benefit between its low and its high value, the largest swing first. */
    tornado: z.array(z.strictObject({ words: z.string(), atLow: z.number(), atHigh: z.number() })),
    /** The net benefit over low, likely and high of the two inputs that move it most; rows by columns. */
    grid: z
      .strictObject({ rows: z.string(), columns: z.string(), net: z.array(z.array(z.number()).length(3)).length(3) })
      .optional(),
    draws: z.number().int(),
    missing: z.array(missing),
  }),
])
export type RoiResult = z.infer<typeof roiResult>
export type RoiRange = Extract<RoiResult, { status: 'range' }>
