import { kpiDefinitions } from '../measurement/kpis/definitions.ts'
import { readKpis } from '../measurement/kpis/read-kpis.ts'
import type { Computation } from './rows.ts'
import { shareOf, yesOrNo } from './share-fact.ts'

/** KPIs that stand for the business a program is to change: their figures are read elsewhere, not counted here. */
const transformation = new Set(
  kpiDefinitions.filter(({ readings }) => readings?.groups.includes('cohort')).map(({ id }) => id),
)

/** The facts of KPIs, their map and the impact on the business (W01, W11, W23). */
export const outcomeFacts: Record<string, Computation> = {
  'kpi-owners-named': async ({ all }) => {
    const [settings] = await all('kpiSettings')
    if (!settings) return undefined
    const mapped = Object.entries(settings.kpis)
    return shareOf(
      mapped.map(([id, { ownerId }]) => ({ row: 'kpiSettings', id, counts: ownerId !== undefined })),
      'KPIs of the KPI map have a named owner',
    )
  },
  'kpi-feeds-confirmed': async ({ all }) => {
    const [settings] = await all('kpiSettings')
    if (!settings) return undefined
    const mapped = Object.entries(settings.kpis)
    return shareOf(
      mapped.map(([id, { feedConfirmed }]) => ({ row: 'kpiSettings', id, counts: feedConfirmed })),
      'KPIs of the KPI map have a confirmed data feed',
    )
  },
  'linked-kpi-improved': async ({ all, store, program, now }) => {
    const readings = await all('reading')
    if (readings.length === 0) return undefined
    const ref = { tenantId: program.tenantId, programId: program.id }
    const { statuses } = await readKpis({ store, now }, ref, { level: 'program' })
    const compared = statuses.filter(
      ({ definition, change }) => transformation.has(definition.id) && change !== undefined,
    )
    if (compared.length === 0) return { note: 'no transformation KPI has both a baseline and a figure yet' }
    const better = compared.filter(({ definition, change }) =>
      definition.direction === 'up' ? change! > 0 : change! < 0,
    )
    const words = better.map(({ definition, change }) => `${definition.id} ${inPercent(change!)}`).join(', ')
    return yesOrNo(
      better.length > 0,
      `${better.length} of ${compared.length} transformation KPIs are better than their baseline${words && `: ${words}`}`,
      readings
        .filter(({ kpi }) => compared.some(({ definition }) => definition.id === kpi))
        .map(({ id, kpi }) => ({ row: 'reading', id, counts: better.some(({ definition }) => definition.id === kpi) })),
    )
  },
  'impact-signal-ready': async ({ all }) => {
    const impacts = await all('impact')
    const last = impacts.at(-1)
    return last && yesOrNo(true, `${last.title}: ${last.report.label}`, [{ row: 'impact', id: last.id, counts: true }])
  },
}

const inPercent = (change: number): string => `${change > 0 ? '+' : '−'}${Math.abs(change * 100).toFixed(1)} %`
