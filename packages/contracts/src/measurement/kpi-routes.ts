import { kpiIds } from '@pilotgate/core/measurement/kpis/kpi-ids'
import { kpiSettingsRecord } from '@pilotgate/core/measurement/kpis/kpi-settings'
import { readingInput } from '@pilotgate/core/measurement/readings/check-reading'
import { readingColumns } from '@pilotgate/core/measurement/readings/import-readings'
import { z } from 'zod'
import { pageOf, pageQuery } from '../page.ts'
import { defineRoutes } from '../route.ts'
import {
  kpiDefinitionView,
  kpiRowView,
  kpiSeriesView,
  kpiSettingsView,
  kpiStatusView,
  readingView,
  reconciliationView,
} from './kpi-views.ts'

const base = { function: 'measurement/api', tag: 'Measurement' } as const
const kpis = '/v1/programs/{programId}/kpis'

/** Whose figures: of the program when nothing is given, of a cohort, or of an engagement. */
const level = z.strictObject({
  cohort: z.enum(['coach', 'mentor']).optional().meta({ description: 'Only those who are coached, or mentored' }),
  engagementId: z.string().max(200).optional().meta({ description: 'Only this engagement' }),
})
export type LevelQuery = z.infer<typeof level>

const week = z.string().regex(/^\d{4}-W\d{2}$/, 'Write the ISO week like 2027-W03.')
const levels =
  'Weeks count once they are over on the wall calendar of the program. Figures of single engagements are for those who run the program.'

export const kpiRoutes = defineRoutes({
  listKpiDefinitions: {
    ...base,
    method: 'GET',
    path: `${kpis}/definitions`,
    action: 'read measurement',
    summary: 'List the KPIs: formula, target, source, cadence, attribution window',
    output: z.object({ items: z.array(kpiDefinitionView) }),
  },
  getKpis: {
    ...base,
    method: 'GET',
    path: kpis,
    action: 'read measurement',
    summary: 'How every KPI stands against its target',
    description: `${levels} "No data" is a value of its own; what fewer than five people answered is suppressed.`,
    query: level,
    output: z.object({ week: z.string().meta({ description: 'The running week' }), items: z.array(kpiStatusView) }),
  },
  getKpiSeries: {
    ...base,
    method: 'GET',
    path: `${kpis}/{kpi}/series`,
    action: 'read measurement',
    summary: 'Read a KPI week by week',
    description: levels,
    query: level,
    output: kpiSeriesView,
  },
  listKpiRows: {
    ...base,
    method: 'GET',
    path: `${kpis}/{kpi}/rows`,
    action: 'steer engagements',
    summary: 'List the rows behind a KPI',
    description: 'For those who run the program. A page may be shorter than its limit and still have more after it.',
    query: pageQuery.extend({
      ...level.shape,
      from: week.optional().meta({ description: 'First ISO week, like 2027-W03' }),
      to: week.optional().meta({ description: 'Last ISO week, like 2027-W12' }),
    }),
    output: pageOf(kpiRowView),
  },
  getKpiSettings: {
    ...base,
    method: 'GET',
    path: `${kpis}/settings`,
    action: 'read measurement',
    summary: 'Read the KPI map: owners, feeds, targets, baselines',
    output: kpiSettingsView,
    etag: 'gives',
  },
  editKpiSettings: {
    ...base,
    method: 'PUT',
    path: `${kpis}/settings`,
    action: 'configure KPIs',
    summary: 'Replace the KPI map',
    description: 'KPIs that are left out have the shipped target and no owner. Shares are written as 0.8.',
    body: z.strictObject({ kpis: kpiSettingsRecord.shape.kpis }).meta({
      examples: [
        {
          kpis: {
            K1: { ownerId: '01JGR1', feedConfirmed: true, target: 0.85, part: 'leading' },
            K12: { ownerId: '01JGR2', feedConfirmed: true, baseline: 12, part: 'lagging' },
          },
        },
      ],
    }),
    output: kpiSettingsView,
    etag: 'demands',
  },
  listReadings: {
    ...base,
    method: 'GET',
    path: `${kpis}/readings`,
    action: 'read measurement',
    summary: 'List the numbers of the business that were recorded',
    query: pageQuery.extend({ kpi: z.enum(kpiIds).optional().meta({ description: 'Only of this KPI' }) }),
    output: pageOf(readingView),
  },
  recordReading: {
    ...base,
    method: 'POST',
    path: `${kpis}/readings`,
    action: 'record readings',
    summary: 'Record a number of the business for a KPI',
    description: 'With the same source and reference again, the reading is corrected.',
    body: readingInput.meta({
      examples: [
        { kpi: 'K4', on: '2027-03-31', group: 'cohort', part: 17, whole: 20, source: 'Jira', reference: 'Q1 releases' },
        { kpi: 'K12', on: '2027-02-05', group: 'baseline', part: 121.5, whole: 9, source: 'DORA board' },
      ],
    }),
    output: readingView,
    status: 201,
  },
  importReadings: {
    ...base,
    method: 'POST',
    path: `${kpis}/readings/imports`,
    action: 'record readings',
    summary: 'Import readings from CSV',
    description: `Columns: ${readingColumns.join(', ')}, engagement_id (may be missing). Good rows are kept, bad rows are reported. The same file again changes nothing.`,
    body: z.strictObject({ csv: z.string().min(1, 'The file is empty.') }).meta({
      examples: [{ csv: 'kpi,on,group,part,whole,source,reference\nK4,2027-03-31,cohort,17,20,Jira,Q1 releases\n' }],
    }),
    output: z.object({
      added: z.number().int(),
      corrected: z.number().int(),
      unchanged: z.number().int(),
      problems: z.array(z.object({ row: z.number().int(), field: z.string(), problem: z.string() })),
    }),
  },
  reconcileKpis: {
    ...base,
    method: 'POST',
    path: `${kpis}/reconciliation`,
    action: 'configure KPIs',
    summary: 'Count all rows again and compare with the weekly counters',
    description:
      'While the counting of new events is behind, rows show as "missing" or "behind". With `repair`, the counters are set to what the rows say.',
    body: z.strictObject({ repair: z.boolean().default(false) }).meta({ examples: [{}, { repair: true }] }),
    output: reconciliationView,
  },
})
