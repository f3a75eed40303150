import { plannedEnd, spanOf } from '../../measurement/kpis/attribution.ts'
import { loadWeeks } from '../../measurement/kpis/kpi-level.ts'
import { readKpis, readSeries } from '../../measurement/kpis/read-kpis.ts'
import { seriesOf } from '../../measurement/kpis/summarise.ts'
import type { Store } from '../../ports.ts'
import type { Program } from '../../program/program.ts'
import type { PackKpi } from './pack-data.ts'
import { packKpi } from './pack-kpis.ts'

const level = { level: 'program' } as const

/** All KPIs of a program with their weeks, as the pack shows them. */
export const readPackKpis = async (store: Store, program: Program, now: string): Promise<PackKpi[]> => {
  const { tenantId, id: programId } = program
  const ref = { tenantId, programId }
  const [{ statuses }, weeks, end] = await Promise.all([
    readKpis({ store, now }, ref, level),
    loadWeeks(store, { tenantId, scope: programId }, level),
    plannedEnd(store, program),
  ])
  const each = statuses.map(async (status) => {
    const { definition } = status
    // Answers of people are suppressed week by week, for which their rows are needed; the others share one reading.
    const series = definition.answers
      ? (await readSeries({ store, now }, ref, level, definition.id)).series
      : seriesOf(definition, weeks, spanOf(program, end, now, definition))
    return packKpi(status, series)
  })
  return Promise.all(each)
}
