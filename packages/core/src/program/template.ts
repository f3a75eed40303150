import { z } from 'zod'
import { collectedNames } from './collected.ts'
import { criterion } from './criterion.ts'
import { role } from './roles.ts'

/** Asks people for a fact: one person in the role (the first who answers), or each person in it. */
export const ask = z.strictObject({
  fact: z.string(),
  of: role,
  from: z.enum(['one', 'each']),
  question: z.string().min(1),
})
export type Ask = z.infer<typeof ask>

export const ownerChoices = ['remediate', 'waive', 'pivot', 'stop'] as const
export const steeringChoices = [
  'continue',
  'pivot',
  'same budget',
  'adjust budget',
  'scale',
  'iterate',
  'sunset',
  'go',
  'stop',
] as const

/**
 * One gate and the work before it. `week` counts calendar weeks of the program from 1 (0 = the preparation week).
 * `decides`: who decides – `rule` opens the next week by itself on pass and asks the program owner otherwise; `steering`
 * always asks the committee, which picks one of `choices`.
 */
export const gate = z.strictObject({
  gate: z.string().regex(/^[A-Z][0-9]{2,3}$/, 'one capital letter and two or three digits, for example W06'),
  week: z.number().int().min(0),
  title: z.string().min(1),
  work: z.array(z.string().min(1)).min(1),
  responsible: z.array(role).min(1),
  asks: z.array(ask),
  /** Instruments and closing artifacts that people fill in during the week. */
  collects: z.array(z.enum(collectedNames)).optional(),
  criterion,
  decides: z.enum(['rule', 'steering']),
  choices: z.array(z.enum(steeringChoices)),
  /** Choices that need a timeline and a budget, and for which each missed item of the scale checklist needs a remediation plan. */
  scaleDecision: z.boolean(),
})
export type Gate = z.infer<typeof gate>

/** A report at a day count from the program's start (day 60 and day 120 of the pilot). */
export const earlySignal = z.strictObject({ day: z.number().int().min(1), words: z.string() })

export const programTemplate = z.strictObject({
  templateId: z.string().regex(/^[a-z0-9][a-z0-9-]{2,39}$/, '3–40 small letters, digits and hyphens'),
  title: z.string().min(1),
  summary: z.string().min(1),
  /** Length in calendar weeks. */
  weeks: z.number().int().min(1).max(104),
  gates: z.array(gate).min(1),
  earlySignals: z.array(earlySignal),
  minimumCohort: z.number().int().min(1),
  steering: z.strictObject({ committee: z.array(role).min(1), quorum: z.number().int().min(1) }),
  /** Working hours of a program week in local time: gates open at `opens` on Monday and are checked at `checks` on Friday. */
  hours: z.strictObject({ opens: z.string().regex(/^\d\d:\d\d$/), checks: z.string().regex(/^\d\d:\d\d$/) }),
  /** Days a person has to decide before a reminder, and how many reminders there are before the program pauses by itself. */
  patience: z.strictObject({ days: z.number().int().min(1), reminders: z.number().int().min(1).max(12) }),
})
export type ProgramTemplate = z.infer<typeof programTemplate>
