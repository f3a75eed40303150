import { z } from 'zod'
import { scoped, timestamp } from '../../program/record.ts'
import { sentence } from '../forms/field.ts'
import { practiceRatings } from '../practicum/practicum-record.ts'
import { followUp } from './follow-up.ts'

/** Ways in which a coach drifts from coaching (Q2). */
const driftFlags = [
  'advising instead of asking',
  'telling under pressure',
  'boundary blur',
  'confidentiality slip',
  'no measurable goal',
] as const

const reviewOutcomes = ['fine', 'drift', 'suspend'] as const

/** What a reviewer records of a session that was recorded or observed (Q2). */
export const reviewInput = z.strictObject({
  mode: z.enum(['recorded', 'observed']),
  heldAt: timestamp,
  ratings: practiceRatings,
  drift: z.array(z.enum(driftFlags)).max(driftFlags.length),
  findings: z.array(sentence(1000)).min(1, 'Say what was seen.').max(20),
  outcome: z.enum(reviewOutcomes),
})
export type ReviewInput = z.infer<typeof reviewInput>

/** A coach's review in a quarter (Q2); `id` is `QUARTER.PERSON`. */
export const reviewRecord = scoped.extend({
  personId: z.string(),
  quarter: z.string(),
  /** By the roster and without a conflict of interest; absent while there is nobody. */
  reviewerId: z.string().optional(),
  assignedAt: timestamp,
  dueAt: timestamp,
  held: reviewInput.extend({ by: z.string(), at: timestamp }).optional(),
  followUp: followUp.optional(),
})
export type ReviewRecord = z.infer<typeof reviewRecord>

/** Who was drawn for review in a quarter, and why (Q2): everything that is needed to draw again. `id` is the quarter. */
export const reviewSampleRecord = scoped.extend({
  share: z.number().gt(0).max(1),
  seed: z.string(),
  /** In the order in which they were drawn. */
  candidates: z.array(
    z.strictObject({
      personId: z.string(),
      activeSince: timestamp,
      lastSampled: z.string().optional(),
      reason: z.string(),
      chosen: z.boolean(),
    }),
  ),
  at: timestamp,
})
export type ReviewSampleRecord = z.infer<typeof reviewSampleRecord>
