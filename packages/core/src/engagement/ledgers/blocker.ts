import { z } from 'zod'
import { scoped, timestamp } from '../../program/record.ts'

/** What keeps people from going on (W07, K8); a systemic one concerns the whole program. `id` is `B.` and a sortable id. */
export const blockerRecord = scoped.extend({
  engagementId: z.string().optional(),
  systemic: z.boolean(),
  text: z.string().min(1).max(1000),
  raisedBy: z.string(),
  raisedAt: timestamp,
  status: z.enum(['open', 'resolved']),
  resolution: z.string().max(1000).optional(),
  resolvedBy: z.string().optional(),
  resolvedAt: timestamp.optional(),
})
export type BlockerRecord = z.infer<typeof blockerRecord>
