import { z } from 'zod'
import { eventBase as base } from '../program/event-base.ts'

/** What happens to candidates, credentials and the pool (`core/events.ts` has all events). */
export const selectionEvents = [
  z.strictObject({ ...base, type: z.literal('candidacy.opened'), candidacyId: z.string() }),
  z.strictObject({
    ...base,
    type: z.literal('candidacy.closed'),
    candidacyId: z.string(),
    status: z.enum(['appointed', 'rejected', 'withdrawn']),
  }),
  /** A step asks people: members of the program by task, referees by reference. */
  z.strictObject({
    ...base,
    type: z.literal('selection.asked'),
    candidacyId: z.string(),
    step: z.string(),
    round: z.number(),
    taskIds: z.array(z.string()),
    referenceIds: z.array(z.string()),
  }),
  z.strictObject({
    ...base,
    type: z.literal('selection.answered'),
    candidacyId: z.string(),
    step: z.string(),
    round: z.number(),
    requirement: z.string(),
  }),
  z.strictObject({
    ...base,
    type: z.literal('selection.decided'),
    candidacyId: z.string(),
    step: z.string(),
    round: z.number(),
    outcome: z.enum(['pass', 'hold', 'reject']),
  }),
  /** A hold ended before its time: what was missing is there. */
  z.strictObject({
    ...base,
    type: z.literal('selection.resumed'),
    candidacyId: z.string(),
    step: z.string(),
    round: z.number(),
  }),
  z.strictObject({
    ...base,
    type: z.literal('selection.reminded'),
    candidacyId: z.string(),
    step: z.string(),
    round: z.number(),
    reminder: z.number(),
    escalate: z.boolean(),
  }),
  z.strictObject({
    ...base,
    type: z.literal('commitment.changed'),
    candidacyId: z.string(),
    what: z.enum(['reminded', 'logged', 'missed']),
  }),
  z.strictObject({
    ...base,
    type: z.literal('credential.changed'),
    personId: z.string(),
    service: z.enum(['coach', 'mentor']),
    status: z.enum(['valid', 'suspended', 'lapsed']),
  }),
  z.strictObject({
    ...base,
    type: z.literal('credential.due'),
    personId: z.string(),
    service: z.enum(['coach', 'mentor']),
    what: z.enum(['recertification', 'outcomes brief']),
  }),
  z.strictObject({
    ...base,
    type: z.literal('credential.promoted'),
    personId: z.string(),
    level: z.enum(['coach in training', 'certified internal coach', 'senior coach']),
  }),
  z.strictObject({
    ...base,
    type: z.literal('practicum.changed'),
    personId: z.string(),
    what: z.enum(['started', 'reviewed', 'completed']),
  }),
  z.strictObject({ ...base, type: z.literal('supervision.sampled'), quarter: z.string() }),
  z.strictObject({
    ...base,
    type: z.literal('supervision.late'),
    reviewId: z.string(),
    what: z.enum(['feedback', 'supervision']),
  }),
  z.strictObject({ ...base, type: z.literal('calibration.due'), quarter: z.string() }),
  z.strictObject({
    ...base,
    type: z.literal('pool.alert'),
    week: z.string(),
    services: z.array(z.enum(['coach', 'mentor'])),
  }),
] as const
