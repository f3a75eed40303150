import type { kpiRoutes, LevelQuery } from '@pilotgate/contracts/measurement/kpi-routes'
import {
  toKpiDefinitionView,
  toKpiRowView,
  toKpiStatusView,
  toReadingView,
} from '@pilotgate/contracts/measurement/kpi-views'
import { DomainError } from '@pilotgate/core/errors'
import { kpiDefinitions } from '@pilotgate/core/measurement/kpis/definitions'
import { editKpiSettings, readKpiSettings } from '@pilotgate/core/measurement/kpis/edit-kpi-settings'
import { type KpiId, kpiIds } from '@pilotgate/core/measurement/kpis/kpi-ids'
import type { KpiLevel } from '@pilotgate/core/measurement/kpis/kpi-level'
import { listKpiRows } from '@pilotgate/core/measurement/kpis/list-kpi-rows'
import { readKpis, readSeries } from '@pilotgate/core/measurement/kpis/read-kpis'
import { reconcile } from '@pilotgate/core/measurement/kpis/reconcile'
import { demandSingleRows } from '@pilotgate/core/measurement/kpis/see-single-rows'
import { importReadings } from '@pilotgate/core/measurement/readings/import-readings'
import { listReadings, recordReading } from '@pilotgate/core/measurement/readings/record-readings'
import type { Actor } from '@pilotgate/core/program/actor'
import type { RoutesOf } from '../lib/http/api.ts'

type Path = Record<string, string>

/** Differences that one answer shows. */
const shown = 100

const ref = (actor: Actor, path: Path) => ({ tenantId: actor.tenantId, programId: path.programId! })

const levelOf = (actor: Actor, { cohort, engagementId }: LevelQuery): KpiLevel => {
  if (engagementId !== undefined && cohort !== undefined) {
    const problems = [{ field: 'cohort', problem: 'Give a cohort or an engagement, not both.' }]
    throw new DomainError('InvalidInput', 'Figures are of one level.', { problems })
  }
  if (engagementId !== undefined) {
    demandSingleRows(actor)
    return { level: 'engagement', engagementId }
  }
  return cohort === undefined ? { level: 'program' } : { level: 'cohort', cohort }
}

const kpiOf = (path: Path): KpiId => {
  const found = kpiIds.find((kpi) => kpi === path.kpi)
  if (found) return found
  throw new DomainError('NotFound', `There is no KPI "${path.kpi}". KPIs are ${kpiIds.join(', ')}.`)
}

export const kpiHandlers: Pick<RoutesOf<'measurement/api'>, keyof typeof kpiRoutes> = {
  listKpiDefinitions: async () => ({ items: kpiDefinitions.map(toKpiDefinitionView) }),
  getKpis: async ({ work, actor, path, query }) => {
    const { week, statuses } = await readKpis(work, ref(actor, path), levelOf(actor, query))
    return { week, items: statuses.map(toKpiStatusView) }
  },
  getKpiSeries: async ({ work, actor, path, query }) => {
    const found = await readSeries(work, ref(actor, path), levelOf(actor, query), kpiOf(path))
    return { status: toKpiStatusView(found.status), series: found.series }
  },
  listKpiRows: async ({ work, actor, path, query: { cohort, engagementId, ...query } }) => {
    const scope = { tenantId: actor.tenantId, scope: path.programId! }
    const level = levelOf(actor, { cohort, engagementId })
    const { items, cursor } = await listKpiRows(work.store, scope, level, kpiOf(path), query)
    return { items: items.map(toKpiRowView), cursor }
  },
  getKpiSettings: ({ work, actor, path }) => readKpiSettings(work.store, actor.tenantId, path.programId!),
  editKpiSettings: ({ work, actor, path, body, expected }) =>
    editKpiSettings(work, actor, path.programId!, expected, body.kpis),
  listReadings: async ({ work, actor, path, query }) => {
    const { items, cursor } = await listReadings(work.store, actor, path.programId!, query)
    return { items: items.map(toReadingView), cursor }
  },
  recordReading: async ({ work, actor, path, body }) =>
    toReadingView((await recordReading(work, actor, path.programId!, body)).reading),
  importReadings: ({ work, actor, path, body }) => importReadings(work, actor, path.programId!, body.csv),
  reconcileKpis: async ({ work, actor, path, body }) => {
    const { differences, ...found } = await reconcile(work, actor.tenantId, path.programId!, body)
    return {
      ...found,
      agrees: differences.length === 0,
      differencesInAll: differences.length,
      differences: differences.slice(0, shown),
    }
  },
}
