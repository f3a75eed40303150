import { z } from 'zod'
import { factValue } from './fact.ts'
import { scoped, timestamp } from './record.ts'
import { ownerChoices, steeringChoices } from './template.ts'

export const conditionResult = z.strictObject({
  fact: z.string(),
  result: z.enum(['pass', 'fail', 'inconclusive']),
  reason: z.string(),
  value: factValue.optional(),
  threshold: z.number().optional(),
  source: z
    .strictObject({
      how: z.enum(['attested', 'computed']),
      by: z.array(z.string()),
      at: z.string(),
      note: z.string().optional(),
    })
    .optional(),
  /** What people stated, where it differs from what the platform computed. */
  contradiction: z.string().optional(),
})

/** One look at a gate's facts. `round` 1 is the planned check; each recheck is a further round. */
export const evaluation = z.strictObject({
  round: z.number().int().min(1),
  at: timestamp,
  outcome: z.enum(['pass', 'fail', 'inconclusive']),
  value: z.string(),
  reasons: z.array(z.string()),
  conditions: z.array(conditionResult),
})
export type Evaluation = z.infer<typeof evaluation>

export const choice = z.enum(['pass', ...ownerChoices, ...steeringChoices])
export type Choice = z.infer<typeof choice>

/** A recorded choice by a named authority. */
export const decision = z.strictObject({
  round: z.number().int().min(1),
  choice,
  reason: z.string(),
  authority: z.enum(['rule', 'program owner', 'steering committee']),
  by: z.string(),
  at: timestamp,
  /** Remediate: what will be done, and the date of the recheck (local date in the program's zone). */
  plan: z.string().optional(),
  recheckOn: z.iso.date().optional(),
  /** W24: when and for how much, and one remediation plan for each missed item of the scale checklist. */
  timeline: z.string().optional(),
  budget: z.string().optional(),
  remediationPlans: z.record(z.string(), z.string()).optional(),
  votes: z.array(z.string()).optional(),
  /** The edition of the steering pack that was decided on. */
  packId: z.string().optional(),
})
export type Decision = z.infer<typeof decision>

export const vote = z.strictObject({ personId: z.string(), choice, reason: z.string(), at: timestamp })
export type Vote = z.infer<typeof vote>

/** A gate of a running program; `id` is the gate's id in the template. `taskToken` never leaves the server. */
export const gateRecord = scoped.extend({
  status: z.enum(['planned', 'open', 'rechecking', 'awaiting owner', 'awaiting steering', 'closed']),
  opensAt: timestamp,
  checksAt: timestamp,
  openedAt: timestamp.optional(),
  /** Rises by one each time the gate is evaluated anew by the schedule machine. */
  round: z.number().int().min(0),
  evaluations: z.array(evaluation),
  votes: z.array(vote),
  decisions: z.array(decision),
  taskToken: z.string().optional(),
  askedAt: timestamp.optional(),
  /** How often the decider was reminded in this round, and when last. */
  reminders: z.number().int().min(0),
  remindedAt: timestamp.optional(),
})
export type GateRecord = z.infer<typeof gateRecord>
