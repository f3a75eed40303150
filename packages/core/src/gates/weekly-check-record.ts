import { z } from 'zod'
import { scoped, timestamp } from '../program/record.ts'

/** One weekly gate check; `id` is the local week (`2027-W03`), so that a second run in the same week finds it done. */
export const weeklyCheckRecord = scoped.extend({
  at: timestamp,
  reevaluated: z.array(z.string()),
  reminded: z.array(z.string()),
  escalated: z.array(z.string()),
})
export type WeeklyCheckRecord = z.infer<typeof weeklyCheckRecord>
