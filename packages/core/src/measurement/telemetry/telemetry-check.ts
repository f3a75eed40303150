import { z } from 'zod'
import { scoped, timestamp } from '../../program/record.ts'

/** What the warehouse held when it was last asked (W16); `id` is the local date. */
export const telemetryCheckRecord = scoped.extend({
  at: timestamp,
  held: z.number().int().min(0),
  covered: z.number().int().min(0),
  newestRecordedAt: timestamp.optional(),
  fresh: z.boolean(),
  reasons: z.array(z.string()),
})
export type TelemetryCheckRecord = z.infer<typeof telemetryCheckRecord>
