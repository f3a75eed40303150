import { z } from 'zod'
import { scoped, timestamp } from './record.ts'

/** A POST already seen (`Idempotency-Key`): its fingerprint and, once done, the response to give again. */
export const idempotencyRecord = scoped.extend({
  fingerprint: z.string(),
  status: z.enum(['in progress', 'done']),
  /** When the request came first: the ids of what it makes go by it, however often it is taken over. */
  startedAt: timestamp,
  /** When it was last taken up. */
  claimedAt: timestamp,
  response: z.strictObject({ status: z.number(), body: z.string() }).optional(),
})
export type IdempotencyRecord = z.infer<typeof idempotencyRecord>
