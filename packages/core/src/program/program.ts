import { z } from 'zod'
import { scoped, timestamp } from './record.ts'

const programStatuses = ['draft', 'running', 'paused', 'stopped', 'completed'] as const

/** Why and by whom a program was started, paused, resumed or stopped (the owner's veto, domain §1), oldest first. */
export const steer = z.strictObject({
  action: z.enum(['start', 'pause', 'resume', 'stop', 'complete']),
  reason: z.string(),
  by: z.string(),
  at: timestamp,
})

/** A run of a template by an organisation. It keeps the template version it started with. */
export const program = scoped.extend({
  name: z.string(),
  templateId: z.string(),
  templateVersion: z.number().int().min(1),
  /** First day of week 1 in the program's zone, `YYYY-MM-DD`. */
  startDate: z.iso.date(),
  /** IANA zone in which weeks, due dates and mails are reckoned. */
  zone: z.string(),
  /** Thresholds that differ from the template's, by `GATE.fact`, for example `{ "W06.session-attendance": 0.75 }`. */
  thresholds: z.record(z.string(), z.number()),
  minimumCohort: z.number().int().min(1),
  status: z.enum(programStatuses),
  /** The gate the program is at; `undefined` before the start. */
  currentGate: z.string().optional(),
  /** Whole weeks by which late gates and pauses have moved the rest of the plan. */
  slippedWeeks: z.number().int().min(0),
  history: z.array(steer),
  /** The ARN of the execution that drives the program now, and the token of a pause it waits in. Neither leaves the server. */
  executionArn: z.string().optional(),
  pauseToken: z.string().optional(),
  /** Final steering decision, once made. */
  result: z.string().optional(),
})
export type Program = z.infer<typeof program>
