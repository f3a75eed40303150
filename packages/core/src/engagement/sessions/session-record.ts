import { z } from 'zod'
import { scoped, timestamp } from '../../program/record.ts'
import { sealed } from '../../program/sealed.ts'
import { guidanceLevels } from '../engagement-record.ts'

export const sessionStatuses = ['scheduled', 'attended', 'no-show', 'cancelled'] as const

/** What a topic may look like: a few words, so that no note hides among the tags (P1, P2). */
export const topicTag = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} &/-]{0,39}$/u, 'must be a tag of at most 40 letters')

/** One meeting of a pair; `id` is `ENGAGEMENT.S001`, `.S002` … What was said is not here but in `sessionNote`. */
export const sessionRecord = scoped.extend({
  engagementId: z.string(),
  startsAt: timestamp,
  minutes: z.number().int().min(15).max(240),
  status: z.enum(sessionStatuses),
  /** How often it was moved or cancelled: SEQUENCE of its calendar invitation (E9). */
  sequence: z.number().int().min(0),
  /** Tags of what it was about (P1). */
  topics: z.array(z.string()).max(10),
  /** How many action items came out of it (E3: 1–3). */
  actionItems: z.number().int().min(0).max(3),
  guidance: z.enum(guidanceLevels).optional(),
  /** What the participant rated it, 1–5. */
  rating: z.number().int().min(1).max(5).optional(),
  recordedAt: timestamp.optional(),
  recordedBy: z.string().optional(),
  cancelledBecause: z.string().optional(),
})
export type SessionRecord = z.infer<typeof sessionRecord>

/** What is said in a session: GROW (E3) and free notes. Only the pair ever reads it (P2). */
export const sessionNotes = z.strictObject({
  goal: z.string().max(4000).default(''),
  reality: z.string().max(4000).default(''),
  options: z.string().max(4000).default(''),
  will: z.string().max(4000).default(''),
  notes: z.string().max(20_000).default(''),
})
export type SessionNotes = z.infer<typeof sessionNotes>

/** The notes of one session, sealed (P2) under the participant's key; `id` is the session's id. */
export const sessionNoteRecord = scoped.extend({ sealed, by: z.string(), at: timestamp })
export type SessionNoteRecord = z.infer<typeof sessionNoteRecord>
