import { z } from 'zod'
import { scoped, timestamp } from './record.ts'

/** A POST already seen (`Idempotency-Key`): its fingerprint and, once done, the response to give again. */
export const idempotencyRecord = scoped.extend({
  fingerprint: z.string(),
  status: z.enum(['in progress', 'done']),
  claimedAt: timestamp,
  response: z.strictObject({ status: z.number(), body: z.string() }).optional(),
})
export type IdempotencyRecord = z.infer<typeof idempotencyRecord>
