import { z } from 'zod'
import { scoped, timestamp } from '../../record.ts'

export const deliveryResults = ['changed', 'unchanged', 'waiting', 'not known here', 'cannot be used'] as const

/** What is done of a delivery about many employees: of how many, and what became of them, in words for the log. */
const progress = z.strictObject({
  done: z.number().int().min(0),
  results: z.array(z.enum(deliveryResults)),
  problems: z.array(z.string()),
})
export type Progress = z.infer<typeof progress>

/**
 * A delivery as it came in, once: `id` is the hash of what makes it the same delivery again (dedupe), in the scope of its connection.
 * It is what the sender's 2xx promises; a queue brings it to the worker.
 */
export const inboxRecord = scoped.extend({
  connectionId: z.string(),
  /** What was sent, as text (`base64:` and Base64 where the bytes are no UTF-8: nothing is guessed). Emptied once it is worked through: what it said is then in the employees. */
  body: z.string(),
  /** The vendor's own id of the event, where it has one. */
  eventId: z.string().optional(),
  receivedAt: timestamp,
  /** When it was sent, where that is signed with it. */
  sentAt: timestamp.optional(),
  progress: progress.optional(),
  /** When its line was written into the log. */
  doneAt: timestamp.optional(),
  /** Seconds since 1970: the row goes then by itself; the log keeps what became of it. */
  expiresAt: z.number().int(),
})
export type InboxRecord = z.infer<typeof inboxRecord>

/** What became of a delivery, for the log; `id` sorts by time. */
export const inboxLogRecord = scoped.extend({
  connectionId: z.string(),
  /** The row in the inbox. */
  inboxId: z.string(),
  eventId: z.string().optional(),
  /** What the vendor calls it. */
  type: z.string(),
  employeeIds: z.array(z.string()),
  receivedAt: timestamp,
  doneAt: timestamp,
  result: z.enum(deliveryResults),
  /** What the person who looks after the connection should know or do; in plain words, without data of people. */
  words: z.string(),
  /** How often it was tried; of one that was worked through in parts, the last part. */
  attempts: z.number().int().min(1),
  expiresAt: z.number().int(),
})
export type InboxLogRecord = z.infer<typeof inboxLogRecord>
