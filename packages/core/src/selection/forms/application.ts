import { z } from 'zod'
import { personId, sentence } from './field.ts'

/** An outcome of an earlier engagement, with what shows it (S-C2, S-M3). */
const outcome = z.strictObject({
  engagement: sentence(300),
  measure: sentence(300),
  before: sentence(120),
  after: sentence(120),
  year: z.number().int().min(1980).max(2100),
})

/** People the candidate must not be matched with, or be judged by. */
const conflicts = z.array(personId).max(50)

/** S-C1, S-C2 */
export const coachApplication = z.strictObject({
  kind: z.literal('coach-application'),
  /** Recorded where relevant (S-C1): the level of the International Coaching Federation, or none. */
  credential: z.strictObject({
    level: z.enum(['ACC', 'PCC', 'MCC', 'other', 'none']),
    number: z.string().trim().max(60).optional(),
    validUntil: z.iso.date().optional(),
  }),
  outcomes: z.array(outcome).min(1, 'Name at least one engagement with its outcome.').max(10),
  conflicts,
})

/** S-M1 to S-M4 */
export const mentorApplication = z.strictObject({
  kind: z.literal('mentor-application'),
  history: sentence(2000),
  introductions: z
    .array(z.strictObject({ on: z.iso.date(), who: sentence(120), to: sentence(120), result: sentence(300) }))
    .max(50),
  /** Earlier mentees' outcomes, or notes of people who can tell (S-M3). */
  outcomes: z.array(outcome).max(10),
  referenceNotes: z.string().trim().max(2000).optional(),
  biasTraining: z.strictObject({ completedOn: z.iso.date(), by: sentence(120) }).optional(),
  conflicts,
})

/** The application of an internal coach: an account of coaching done, and why they want to coach (S-I). */
export const internalCoachApplication = z.strictObject({
  kind: z.literal('internal-coach-application'),
  examples: z.array(sentence(1000)).min(1, 'Give at least one example of your coaching.').max(5),
  motivation: sentence(2000),
  conflicts,
})
