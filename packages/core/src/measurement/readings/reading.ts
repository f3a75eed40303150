import { z } from 'zod'
import { scoped, timestamp } from '../../program/record.ts'
import { kpiIds } from '../kpis/kpi-ids.ts'

/**
 * A number of the business that the platform cannot count by itself (K3–K5, K8, K10–K13): posted by HR analytics, imported from
 * CSV, or told by an HR system. `id` is `KPI.` and what its source calls it (`check-reading.ts`), or a sortable id where that is not
 * said. Corrections are new versions of the same row.
 */
export const readingRecord = scoped.extend({
  kpi: z.enum(kpiIds),
  /** The local day it is of; it counts in that week, and always in the quarter of the day. */
  on: z.iso.date(),
  /** `baseline` before the program, `cohort` for the participants and their teams, `control` for comparable people outside. */
  group: z.enum(['baseline', 'cohort', 'control']),
  /** `part` of `whole` things, or a sum (`part`) over `whole` cases, in the KPI's unit. */
  part: z.number(),
  whole: z.number().min(0),
  engagementId: z.string().optional(),
  /** Where the number comes from, and the row there. */
  source: z.string().min(1).max(200),
  reference: z.string().max(200).optional(),
  by: z.string(),
  at: timestamp,
})
export type ReadingRecord = z.infer<typeof readingRecord>
