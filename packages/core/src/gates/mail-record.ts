import { z } from 'zod'
import { scoped, timestamp } from '../program/record.ts'

/**
 * One row of the mail ledger (reliability F7): claim → send → sent. `id` is (gate or task, recipient, kind, occurrence), so a
 * repeated event finds the row and mails nobody twice. A claim that was never marked sent becomes `unknown`, not sent again.
 */
export const mailRecord = scoped.extend({
  kind: z.string(),
  gate: z.string(),
  to: z.string(),
  personId: z.string(),
  subject: z.string(),
  status: z.enum(['claimed', 'sent', 'unknown', 'refused']),
  messageId: z.string().optional(),
  claimedAt: timestamp,
  sentAt: timestamp.optional(),
  problem: z.string().optional(),
})
export type MailRecord = z.infer<typeof mailRecord>
