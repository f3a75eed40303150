import { contributionKinds } from '@pilotgate/core/measurement/kpis/contribution'
import {
  type KpiDefinition,
  kpiCadences,
  kpiTiers,
  kpiUnits,
  readingGroups,
} from '@pilotgate/core/measurement/kpis/definition'
import { kpiIds } from '@pilotgate/core/measurement/kpis/kpi-ids'
import { kpiSetting, kpiSettingsRecord } from '@pilotgate/core/measurement/kpis/kpi-settings'
import type { KpiRow } from '@pilotgate/core/measurement/kpis/list-kpi-rows'
import { counters } from '@pilotgate/core/measurement/kpis/rollup-record'
import type { KpiStatus } from '@pilotgate/core/measurement/kpis/status'
import { type ReadingRecord, readingRecord } from '@pilotgate/core/measurement/readings/reading'
import { role } from '@pilotgate/core/program/roles'
import { z } from 'zod'

const kpi = z.enum(kpiIds)
const described = {
  kpi,
  name: z.string(),
  tier: z.enum(kpiTiers),
  unit: z.enum(kpiUnits),
  cadence: z.enum(kpiCadences),
  direction: z.enum(['up', 'down']).meta({ description: 'Which way is better' }),
}
const toDescribed = ({ id, name, tier, unit, cadence, direction }: KpiDefinition) => ({
  ...{ kpi: id, name, tier, unit, cadence, direction },
})

const bound = z.object({ test: z.enum(['at least', 'at most', 'more than', 'less than']), value: z.number() })

export const kpiDefinitionView = z.object({
  ...described,
  ownerRole: role,
  source: z.string(),
  windowDays: z.number().int().meta({ description: 'Days after the planned end up to which figures are attributed' }),
  formula: z.string(),
  target: z
    .union([bound, z.object({ test: z.literal('relative'), change: z.number() })])
    .optional()
    .meta({ description: 'As shipped; `relative` is a change against the baseline' }),
  rows: z.array(z.enum(contributionKinds)),
  readings: z
    .object({ groups: z.array(z.enum(readingGroups)), ratio: z.boolean(), part: z.string(), whole: z.string() })
    .optional(),
})
export const toKpiDefinitionView = (definition: KpiDefinition): z.input<typeof kpiDefinitionView> => {
  const { ownerRole, source, windowDays, words, target, rows, readings } = definition
  return { ...toDescribed(definition), ownerRole, source, windowDays, formula: words, target, rows, readings }
}

const value = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('value'), value: z.number() }),
    z.object({ kind: z.literal('no data'), why: z.string() }),
    z.object({ kind: z.literal('suppressed'), why: z.string() }),
  ])
  .meta({ description: 'A figure; or why there is none; or that too few people are behind it to show it' })
const figure = { value, numerator: z.number().optional(), denominator: z.number().optional() }

export const kpiStatusView = z.object({
  ...described,
  ...figure,
  parts: z.array(z.object({ name: z.string(), ...figure })).optional(),
  weeks: z
    .object({ from: z.string(), to: z.string(), withData: z.number().int() })
    .optional()
    .meta({ description: 'The ISO weeks counted; only weeks that are over are' }),
  quarter: z.string().optional(),
  baseline: z.number().optional(),
  change: z.number().optional().meta({ description: 'Relative to the baseline: 0.2 is 20 % more' }),
  target: bound.optional(),
  met: z.enum(['met', 'not met', 'no data', 'suppressed', 'no target', 'no baseline']),
  ownerId: z.string().optional(),
  feedConfirmed: z.boolean(),
  part: kpiSetting.shape.part.unwrap(),
})
export const toKpiStatusView = ({ definition, setting, ...status }: KpiStatus): z.input<typeof kpiStatusView> => ({
  ...toDescribed(definition),
  ...status,
  ownerId: setting?.ownerId,
  feedConfirmed: setting?.feedConfirmed ?? false,
  part: setting?.part ?? 'context',
})

export const kpiSeriesView = z.object({
  status: kpiStatusView,
  series: z.array(
    z.object({
      week: z.string(),
      running: z.boolean().meta({ description: 'The week is not over: its figure may change' }),
      ...figure,
    }),
  ),
})

export const kpiRowView = z.object({
  kind: z.enum(contributionKinds),
  rowId: z.string(),
  week: z.string(),
  engagementId: z.string().optional(),
  counters: counters.optional().meta({ description: 'What it adds; absent for what single people answered' }),
})
export const toKpiRowView = (row: KpiRow): z.input<typeof kpiRowView> => row

export const kpiSettingsView = z.object({
  version: z.number().int(),
  kpis: kpiSettingsRecord.shape.kpis,
  advice: z.array(z.string()).meta({ description: 'What is still open about the KPI map' }),
})

const { tenantId: _, scope: __, id: ___, ...readingFields } = readingRecord.shape
export const readingView = z.object({ readingId: z.string(), ...readingFields })
export const toReadingView = (reading: ReadingRecord): z.input<typeof readingView> => ({
  ...reading,
  readingId: reading.id,
})

export const reconciliationView = z.object({
  rows: z.number().int(),
  rollups: z.number().int(),
  agrees: z.boolean(),
  differencesInAll: z.number().int(),
  differences: z
    .array(
      z.object({
        what: z.enum(['contribution', 'rollup']),
        id: z.string(),
        reason: z.enum(['missing', 'behind', 'wrong', 'no row']),
        stored: z.unknown(),
        fromRows: z.unknown(),
      }),
    )
    .meta({ description: 'The first 100' }),
  repaired: z.number().int(),
})
