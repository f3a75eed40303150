import { z } from 'zod'
import { scoped, timestamp } from '../../program/record.ts'
import { mark, sentence } from '../forms/field.ts'
import { followUp } from '../supervision/follow-up.ts'

/** The practice of one day and kind. Said again for the same day and kind, it replaces what was said before; 0 takes it away. */
export const practiceDay = z.strictObject({
  on: z.iso.date(),
  minutes: z.number().int().min(0),
  /** `coached`: hours with a coachee; `lab`: reflective labs and peer debriefs. */
  kind: z.enum(['coached', 'lab']),
})
export type PracticeDay = z.infer<typeof practiceDay>

/** What a review of a coach rates from 1 to 5: the dimensions of the demo rubric (S-C3), so that ratings compare. */
export const practiceRatings = z.strictObject({
  challengeSkill: mark,
  behaviouralTools: mark,
  confidentialityPractice: mark,
  contextFluency: mark,
  measurableOutcomes: mark,
})

export const practicumReviewKinds = ['midpoint', 'final'] as const

/** What a supervisor records of the midpoint calibration or the final observed review. */
export const practicumReviewInput = z.strictObject({
  review: z.enum(practicumReviewKinds),
  heldAt: timestamp,
  ratings: practiceRatings,
  findings: z.array(sentence(1000)).min(1, 'Say what was seen.').max(20),
  /** `repeat`: another review of the same kind is needed. */
  outcome: z.enum(['pass', 'repeat']),
})
export type PracticumReviewInput = z.infer<typeof practicumReviewInput>

const practicumReview = practicumReviewInput.extend({ supervisorId: z.string(), followUp })

/** The capstone: an engagement tied to an agreed KPI. `link` says in words how the coaching led to the change. */
export const capstoneInput = z.strictObject({
  kpi: sentence(200),
  baseline: sentence(200),
  result: sentence(200),
  link: sentence(2000),
})
export type CapstoneInput = z.infer<typeof capstoneInput>

/** The practicum of an internal coach in training (§4); `id` is the person's id. */
export const practicumRecord = scoped.extend({
  status: z.enum(['open', 'completed']),
  startedAt: timestamp,
  startedBy: z.string(),
  practice: z.array(practiceDay.extend({ at: timestamp, by: z.string() })),
  reviews: z.array(practicumReview),
  capstone: capstoneInput.extend({ acceptedBy: z.string().optional(), acceptedAt: timestamp.optional() }).optional(),
  completedAt: timestamp.optional(),
  completedBy: z.string().optional(),
  /** Why it took longer than planned. */
  lateBecause: z.string().optional(),
})
export type PracticumRecord = z.infer<typeof practicumRecord>
