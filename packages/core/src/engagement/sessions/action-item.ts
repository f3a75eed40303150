import { z } from 'zod'
import { scoped, timestamp } from '../../program/record.ts'

/** An action item of a session (E3), or a commitment made to a team (K7). `id` is `SESSION.A1`, `.A2`, `.A3`. */
export const actionItemRecord = scoped.extend({
  engagementId: z.string(),
  sessionId: z.string(),
  kind: z.enum(['action', 'team commitment']),
  /** Read by the pair alone. */
  text: z.string().min(1).max(500),
  ownerId: z.string(),
  dueOn: z.iso.date(),
  /** How one will see that it is done. */
  verification: z.string().min(1).max(500),
  /** A ticket or key result elsewhere: `PROJ-123`. */
  ticketId: z.string().max(60).optional(),
  loggedAt: timestamp,
  status: z.enum(['open', 'done', 'dropped']),
  doneAt: timestamp.optional(),
})
export type ActionItemRecord = z.infer<typeof actionItemRecord>
