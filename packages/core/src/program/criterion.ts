import { z } from 'zod'

/** Lets a ratio with nothing to count pass (W13 when no pivot was decided); without it a ratio of none is "no data". */
const whenNone = z.literal('pass').optional()

/** A condition over one fact. `threshold` is a share (0–1) for ratios, 1–5 for ratings, a number for counts. */
const condition = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('is-yes'), fact: z.string() }),
  z.strictObject({ rule: z.literal('at-least'), fact: z.string(), threshold: z.number(), whenNone }),
  z.strictObject({ rule: z.literal('more-than'), fact: z.string(), threshold: z.number(), whenNone }),
  z.strictObject({ rule: z.literal('less-than'), fact: z.string(), threshold: z.number(), whenNone }),
  z.strictObject({ rule: z.literal('at-most'), fact: z.string(), threshold: z.number(), whenNone }),
  z.strictObject({ rule: z.literal('improves'), fact: z.string() }),
])
export type Condition = z.infer<typeof condition>

/** A gate's criterion in words, and the conditions that must all hold. */
export const criterion = z.strictObject({ words: z.string().min(1), all: z.array(condition).min(1) })
export type Criterion = z.infer<typeof criterion>
