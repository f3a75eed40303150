import { z } from 'zod'
import { scoped } from '../../program/record.ts'
import { kpiIds } from './kpi-ids.ts'

/** What a program says about a KPI in its KPI map (W01, K): owner, feed, target and baseline. */
export const kpiSetting = z.strictObject({
  ownerId: z.string().optional(),
  /** The data feed delivers. */
  feedConfirmed: z.boolean().default(false),
  /** In the KPI's unit; the shipped target otherwise. */
  target: z.number().optional(),
  baseline: z.number().optional(),
  /** Each intervention has one leading indicator and one lagging KPI. */
  part: z.enum(['leading', 'lagging', 'context']).default('context'),
})

/** A program's KPI map; `id` is `settings`. Changes are events. */
export const kpiSettingsRecord = scoped.extend({ kpis: z.partialRecord(z.enum(kpiIds), kpiSetting) })
export type KpiSettingsRecord = z.infer<typeof kpiSettingsRecord>
