import { z } from 'zod'
import { scoped, timestamp } from '../program/record.ts'
import { draftAnswers, goal } from './intake-form.ts'

/** The services of domain §2. */
export const services = ['coach', 'mentor'] as const
export const service = z.enum(services)
export type Service = z.infer<typeof service>

/** Which services, in which order and from whom, and why (D1–D6). A person may override it with a reason. */
export const serviceDecision = z.strictObject({
  services: z.array(
    z.strictObject({
      service,
      /** 1 starts first; equal numbers run side by side. */
      order: z.number().int().min(1),
      cadence: z.string(),
      length: z.string(),
      provider: z.enum(['external', 'internal', 'either']),
    }),
  ),
  reasons: z.array(z.string()),
  overriddenBy: z.string().optional(),
  overrideReason: z.string().optional(),
})
export type ServiceDecision = z.infer<typeof serviceDecision>

/** A participant's intake in a program; `id` is the person's id. */
export const intakeRecord = scoped.extend({
  formVersion: z.number().int(),
  status: z.enum(['invited', 'started', 'sent back', 'submitted']),
  answers: draftAnswers,
  /** What the goal check found when it was sent back (I2). */
  problems: z.array(z.strictObject({ field: z.string(), problem: z.string() })),
  /** Goals that a person accepted as they stand, although the check misses something; changed, they are checked again. */
  acceptedGoals: z.array(z.strictObject({ goal, reason: z.string(), by: z.string(), at: timestamp })).optional(),
  invitedAt: timestamp,
  savedAt: timestamp.optional(),
  submittedAt: timestamp.optional(),
  reminders: z.number().int().min(0),
  /** The local week of the last reminder, such as `2027-W03`; absent before the first. */
  remindedIn: z.string().optional(),
  /** How often it was handed in; absent before the first time. */
  submissions: z.number().int().min(1).optional(),
  decision: serviceDecision.optional(),
})
export type IntakeRecord = z.infer<typeof intakeRecord>
