import { z } from 'zod'
import { scoped, timestamp } from '../../program/record.ts'

/** What somebody answered to an invitation (RFC 5546 §3.2.3). */
export const participation = ['accepted', 'declined', 'tentative'] as const
export type Participation = (typeof participation)[number]

const sequence = z.number().int().min(0)

/**
 * The calendar invitation of one session to one person (E9): what their calendar was told last, and what they answered to that. `id` is
 * `SESSION.` and the person's id. That nobody is mailed the same thing twice (F7) is the matter of the mail ledger, where each of these
 * mails has its row.
 */
export const invitationRecord = scoped.extend({
  sessionId: z.string(),
  personId: z.string(),
  uid: z.string(),
  method: z.enum(['REQUEST', 'CANCEL']),
  sequence,
  /** `unknown`: nobody knows whether the last mail went out. */
  status: z.enum(['sent', 'refused', 'unknown']),
  /** When a mail last went out, or may have. */
  sentAt: timestamp.optional(),
  reply: z.strictObject({ answer: z.enum(participation), sequence, at: timestamp }).optional(),
})
export type InvitationRecord = z.infer<typeof invitationRecord>

export const invitationIdOf = (sessionId: string, personId: string): string => `${sessionId}.${personId}`

/** Which session an invitation is about. */
const sessionRef = z.strictObject({ tenantId: z.string(), programId: z.string(), sessionId: z.string() })
export type SessionRef = z.infer<typeof sessionRef>

/** Which session a UID stands for; `id` is the UID. */
export const sessionUidRecord = scoped.extend({ session: sessionRef })

/** How the ids of the mails of a session begin that have this method (F7). */
export const mailIdStart = (sessionId: string, method: InvitationRecord['method']): string =>
  `E9.${sessionId}.${method.toLowerCase()}-`

/** The address of a person's calendar to subscribe to; in the organisation's scope, `id` is the person's id. */
export const calendarFeedRecord = scoped.extend({ secret: z.string(), createdAt: timestamp })
export type CalendarFeedRecord = z.infer<typeof calendarFeedRecord>
