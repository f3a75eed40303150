import { z } from 'zod'
import { sentence } from './field.ts'

/** What a step of a selection comes to (§4): passed, held until something missing is there, or rejected for reasons that are kept. */
export const outcomes = ['pass', 'hold', 'reject'] as const
export type Outcome = (typeof outcomes)[number]

/** An outcome with what belongs to it. `until` is a day in the program's zone. */
export type Verdict =
  | { outcome: 'pass' }
  | { outcome: 'hold'; missing: string[]; until?: string }
  | { outcome: 'reject'; reasons: string[] }

/** Whether one rule is met, and what shows it. */
const finding = z.strictObject({ rule: z.string(), met: z.boolean(), note: sentence(1000) })

/**
 * A person's judgement over rules. Every rule that was asked for has a finding. A rule that is not met makes it a hold, unless
 * `reject` gives reasons to turn the candidate down.
 */
const judgement = {
  findings: z.array(finding).min(1, 'Say for each rule whether it is met.').max(10),
  /** Until which day what is missing may come; two weeks when left out. */
  holdUntil: z.iso.date().optional(),
  /** Reasons to turn the candidate down for good. */
  reject: z.array(sentence(1000)).min(1).max(5).optional(),
}

/** Checking documents or work that the candidate handed in. */
export const check = z.strictObject({ kind: z.literal('check'), ...judgement })

/** Watching the candidate at work: a recorded demo, a joint session, supervised practice (S-C5, S-I). */
export const observation = z.strictObject({
  kind: z.literal('observation'),
  heldOn: z.iso.date(),
  minutes: z.number().int().min(5).max(240),
  /** Reverted to telling under pressure: fails the stance test (S-I). */
  revertedToTelling: z.boolean(),
  ...judgement,
})

/** A manager speaks for a mentor (S-M5). */
export const endorsement = z.strictObject({
  kind: z.literal('endorsement'),
  endorsed: z.boolean(),
  note: sentence(1000),
})
