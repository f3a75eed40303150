import { z } from 'zod'
import { timestamp } from '../../record.ts'

/** A delivery in the queue. */
export const inboxMessage = z.object({
  tenantId: z.string(),
  connectionId: z.string(),
  inboxId: z.string(),
  /** When it was first put into the queue. */
  at: timestamp.optional(),
  /** It was worked through before, and these are to be asked for again. */
  employeeIds: z.array(z.string()).optional(),
  /** How often it was tried in vain. */
  tried: z.number().int().default(0),
  /** Seconds before it is worked on. */
  waitSeconds: z.number().optional(),
})
export type InboxMessage = z.infer<typeof inboxMessage>
