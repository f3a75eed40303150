import { z } from 'zod'
import { DomainError } from '../../errors.ts'
import { plusDays } from '../../program/calendar.ts'
import { timestamp } from '../../program/record.ts'

const parts = ['feedback', 'supervision'] as const
export type FollowUpPart = (typeof parts)[number]

/** What follows a review: written feedback within 48 hours, a 1:1 supervision within a week (§4, Practicum). */
export const followUp = z.strictObject({
  feedbackDueAt: timestamp,
  feedback: z.strictObject({ text: z.string(), at: timestamp, by: z.string() }).optional(),
  supervisionDueAt: timestamp,
  supervision: z.strictObject({ heldAt: timestamp, note: z.string(), at: timestamp, by: z.string() }).optional(),
  /** What was missing past its time and was told of, each once. */
  told: z.array(z.enum(parts)),
})
export type FollowUp = z.infer<typeof followUp>

const feedbackHours = 48
const supervisionDays = 7

/** What is due after a review: 48 hours on the clock, and the same local time a week later. */
export const dueAfter = (heldAt: string, zone: string): FollowUp => ({
  feedbackDueAt: new Date(Date.parse(heldAt) + feedbackHours * 3_600_000).toISOString(),
  supervisionDueAt: plusDays(heldAt, zone, supervisionDays),
  told: [],
})

const doneAt = (of: FollowUp, part: FollowUpPart) => (part === 'feedback' ? of.feedback?.at : of.supervision?.heldAt)

/** What is still missing past its time. */
export const overdueParts = (of: FollowUp, now: string): FollowUpPart[] =>
  parts.filter((part) => doneAt(of, part) === undefined && of[`${part}DueAt`] < now)

/** What is overdue, or was done too late. */
export const lateParts = (of: FollowUp, now: string): FollowUpPart[] =>
  parts.filter((part) => (doneAt(of, part) ?? now) > of[`${part}DueAt`])

/** @throws DomainError `AlreadyDecided` when another feedback was given before; `undefined` when it was the same */
export const withFeedback = (of: FollowUp, text: string, by: string, now: string): FollowUp | undefined => {
  if (of.feedback?.text === text) return undefined
  if (of.feedback) throw new DomainError('AlreadyDecided', 'The feedback was given already; it cannot be changed.')
  return { ...of, feedback: { text, at: now, by } }
}

export type SupervisionHeld = { heldAt: string; note: string }

/**
 * @param reviewedAt when the review was held, which the supervision talks about
 * @throws DomainError `InvalidInput` naming `heldAt`, `AlreadyDecided`; `undefined` when the same was recorded before
 */
export const withSupervision = (
  of: FollowUp,
  reviewedAt: string,
  { heldAt: at, note }: SupervisionHeld,
  by: string,
  now: string,
): FollowUp | undefined => {
  const heldAt = pastInstant('heldAt', at, reviewedAt, now)
  const known = of.supervision
  if (known?.heldAt === heldAt && known.note === note) return undefined
  if (known) throw new DomainError('AlreadyDecided', 'The supervision was recorded already; it cannot be changed.')
  return { ...of, supervision: { heldAt, note, at: now, by } }
}

/**
 * An instant that a client states for something that happened, written as ours are.
 * @throws DomainError `InvalidInput` naming the field, when it lies in the future or before `earliest`
 */
export const pastInstant = (field: string, instant: string, earliest: string, now: string): string => {
  const at = new Date(instant).toISOString()
  if (at > now) throw invalid(field, 'Lies in the future. Record it once it has happened.')
  if (at < earliest) throw invalid(field, `Lies before ${earliest}, when it could have happened at the earliest.`)
  return at
}

/** A refusal of one field. */
export const invalid = (field: string, problem: string): DomainError =>
  new DomainError('InvalidInput', `It cannot be recorded like this: \`${field}\`: ${problem}`, {
    problems: [{ field, problem }],
  })
