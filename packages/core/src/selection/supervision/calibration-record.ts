import { z } from 'zod'
import { scoped, timestamp } from '../../program/record.ts'
import { personId, sentence } from '../forms/field.ts'

/** How alike panels by one rubric marked in the quarter; shares and spread are of all marks, alpha is Krippendorff's. */
const interRater = z.strictObject({
  rubric: z.string(),
  panels: z.number().int().min(1),
  exact: z.number().min(0).max(1),
  withinOne: z.number().min(0).max(1),
  meanSpread: z.number().min(0),
  alpha: z.number().optional(),
})
export type InterRater = z.infer<typeof interRater>

/** What is recorded of a calibration that was held. */
export const calibrationInput = z.strictObject({
  heldOn: z.iso.date(),
  present: z.array(personId).min(2, 'Name at least two who took part.').max(100),
  note: sentence(4000),
})
export type CalibrationInput = z.infer<typeof calibrationInput>

/** The calibration of mentors in a quarter (Q6); `id` is the quarter. */
export const calibrationRecord = scoped.extend({
  /** When the leads were told that it is due. */
  askedAt: timestamp.optional(),
  dueAt: timestamp,
  held: calibrationInput
    .extend({ at: timestamp, by: z.string(), interRater: z.array(interRater).optional() })
    .optional(),
})
export type CalibrationRecord = z.infer<typeof calibrationRecord>
