import { z } from 'zod'
import { timestamp } from './program/record.ts'

/**
 * What happened, in the past tense, as the stages tell it to one another. Every event is written in the same transaction as
 * the change it tells of (outbox) and delivered at least once: consumers are idempotent. Ids only; no names, no notes, no tokens.
 */
const base = { eventId: z.string(), tenantId: z.string(), programId: z.string(), at: timestamp, by: z.string() }

export const event = z.discriminatedUnion('type', [
  z.strictObject({ ...base, type: z.literal('program.edited'), fields: z.array(z.string()) }),
  z.strictObject({ ...base, type: z.literal('program.started') }),
  z.strictObject({ ...base, type: z.literal('program.paused'), reason: z.string() }),
  z.strictObject({ ...base, type: z.literal('program.resumed'), reason: z.string() }),
  z.strictObject({
    ...base,
    type: z.literal('program.stopped'),
    reason: z.string(),
    /** `true` when the machine has to be stopped; `false` when it ends by itself, as after a decision it waits for. */
    veto: z.boolean(),
  }),
  z.strictObject({ ...base, type: z.literal('program.completed'), result: z.string() }),
  z.strictObject({ ...base, type: z.literal('member.withdrawn'), personId: z.string(), taskIds: z.array(z.string()) }),
  z.strictObject({ ...base, type: z.literal('intake.invited'), personIds: z.array(z.string()) }),
  z.strictObject({ ...base, type: z.literal('intake.reminded'), personId: z.string(), reminder: z.number() }),
  z.strictObject({ ...base, type: z.literal('intake.sent-back'), personId: z.string(), round: z.number() }),
  z.strictObject({ ...base, type: z.literal('intake.submitted'), personId: z.string(), round: z.number() }),
  z.strictObject({ ...base, type: z.literal('intake.decided'), personId: z.string() }),
  z.strictObject({ ...base, type: z.literal('intake.goal-accepted'), personId: z.string(), goal: z.number() }),
  /** Somebody other than the person has read the answers. */
  z.strictObject({ ...base, type: z.literal('intake.read'), personId: z.string() }),
  z.strictObject({
    ...base,
    type: z.literal('consent.changed'),
    personId: z.string(),
    granted: z.array(z.string()),
    revoked: z.array(z.string()),
  }),
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
  z.strictObject({ ...base, type: z.literal('provider.changed'), personId: z.string(), status: z.string() }),
  z.strictObject({ ...base, type: z.literal('matching.settings-changed'), fields: z.array(z.string()) }),
  z.strictObject({ ...base, type: z.literal('matching.proposed'), runId: z.string() }),
  z.strictObject({
    ...base,
    type: z.literal('matching.review-reminded'),
    runId: z.string(),
    reviewer: z.enum(['matching owner', 'program owner']),
    reminder: z.number(),
    escalate: z.boolean(),
  }),
  z.strictObject({ ...base, type: z.literal('match.approved'), matchId: z.string() }),
  z.strictObject({ ...base, type: z.literal('match.overridden'), matchId: z.string(), replacedBy: z.string() }),
  z.strictObject({ ...base, type: z.literal('match.chosen'), matchId: z.string(), replacedBy: z.string() }),
  z.strictObject({ ...base, type: z.literal('match.rescored'), matchId: z.string() }),
  z.strictObject({ ...base, type: z.literal('match.withdrawn'), matchId: z.string(), because: z.string() }),
  z.strictObject({ ...base, type: z.literal('match.published'), matchId: z.string() }),
  z.strictObject({ ...base, type: z.literal('match.signed'), matchId: z.string(), personId: z.string() }),
  z.strictObject({
    ...base,
    type: z.literal('match.check-due'),
    matchId: z.string(),
    what: z.enum(['chemistry', 'reassessment']),
  }),
  z.strictObject({
    ...base,
    type: z.literal('match.checked'),
    matchId: z.string(),
    what: z.enum(['chemistry', 'reassessment']),
    fine: z.boolean(),
  }),
  z.strictObject({ ...base, type: z.literal('match.ended'), matchId: z.string(), because: z.string() }),
  z.strictObject({ ...base, type: z.literal('week.opened'), gate: z.string(), round: z.number() }),
  z.strictObject({ ...base, type: z.literal('task.completed'), gate: z.string(), taskId: z.string() }),
  z.strictObject({
    ...base,
    type: z.literal('task.reminded'),
    gate: z.string(),
    taskId: z.string(),
    reminder: z.number(),
  }),
  z.strictObject({ ...base, type: z.literal('task.escalated'), gate: z.string(), taskId: z.string() }),
  z.strictObject({ ...base, type: z.literal('fact.attested'), gate: z.string(), fact: z.string() }),
  z.strictObject({ ...base, type: z.literal('gate.passed'), gate: z.string(), round: z.number() }),
  z.strictObject({
    ...base,
    type: z.literal('gate.asked'),
    gate: z.string(),
    round: z.number(),
    authority: z.enum(['program owner', 'steering committee']),
  }),
  z.strictObject({
    ...base,
    type: z.literal('gate.reminded'),
    gate: z.string(),
    round: z.number(),
    reminder: z.number(),
    escalate: z.boolean(),
  }),
  z.strictObject({ ...base, type: z.literal('gate.voted'), gate: z.string(), round: z.number(), personId: z.string() }),
  z.strictObject({
    ...base,
    type: z.literal('gate.decided'),
    gate: z.string(),
    round: z.number(),
    choice: z.string(),
  }),
  z.strictObject({ ...base, type: z.literal('week.checked'), week: z.string() }),
  z.strictObject({ ...base, type: z.literal('early-signal.due'), day: z.number() }),
])
export type Event = z.infer<typeof event>
export type EventType = Event['type']

/** An event before its place in the outbox is known. */
export type NewEvent = Event extends infer E ? (E extends Event ? Omit<E, 'eventId'> : never) : never
