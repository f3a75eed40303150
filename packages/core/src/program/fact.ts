import { z } from 'zod'

const partOfWhole = ({ part, whole }: { part: number; whole: number }) => part <= whole
const notMore = { path: ['part'], error: 'must not be more than "whole"' }

/**
 * The measured value of a fact, by kind:
 * - `yes-no` – something is so or is not
 * - `count`  – how many
 * - `ratio`  – `part` of `whole`; with `whole` 0 there is no data (domain §8), never 0 or 100 %
 * - `rating` – a median on the scale 1–5 and how many answers it rests on
 * - `change` – movement against the baseline; positive is the wanted direction; `of` says how many answers it rests on
 */
export const factValue = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('yes-no'), yes: z.boolean() }),
  z.strictObject({ kind: z.literal('count'), count: z.number().int().min(0) }),
  z
    .strictObject({ kind: z.literal('ratio'), part: z.number().min(0), whole: z.number().min(0) })
    .refine(partOfWhole, notMore),
  z.strictObject({ kind: z.literal('rating'), median: z.number().min(1).max(5), answers: z.number().int().min(1) }),
  z.strictObject({ kind: z.literal('change'), change: z.number(), answers: z.number().int().min(1) }),
])
export type FactValue = z.infer<typeof factValue>
export type FactKind = FactValue['kind']

/**
 * What one person answers, and how the answers of many become one fact:
 * - `yes-no` → a `yes-no` fact from one person, or the share of those asked who said yes (`ratio`) from each
 * - `ratio`, `count` → parts and wholes, or counts, are added up
 * - `rating` → the median of all answers
 * - `change` → the mean of all answers
 */
export const answer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('yes-no'), yes: z.boolean() }),
  z.strictObject({ kind: z.literal('count'), count: z.number().int().min(0) }),
  z
    .strictObject({ kind: z.literal('ratio'), part: z.number().int().min(0), whole: z.number().int().min(0) })
    .refine(partOfWhole, notMore),
  z.strictObject({ kind: z.literal('rating'), rating: z.number().min(1).max(5) }),
  z.strictObject({ kind: z.literal('change'), change: z.number().min(-4).max(4) }),
])
export type Answer = z.infer<typeof answer>
export type AnswerKind = Answer['kind']

/** A named fact that gate criteria may use. `computed` facts come from the platform's own rows; any fact may be attested. */
export type FactDefinition = {
  name: string
  words: string
  kind: FactKind
  answer: AnswerKind
  computed?: boolean
}

/** Where the value of a fact comes from, shown with every evaluation. */
export type FactSource = { how: 'attested' | 'computed'; by: string[]; at: string; note?: string }

/** A fact as a gate sees it: its value (or none yet), how many people were asked and answered, and its source. */
export type Fact = {
  name: string
  value: FactValue | undefined
  asked?: number
  answered?: number
  source?: FactSource
  /** What people stated, where it differs from what the platform computed. */
  contradiction?: string
}
