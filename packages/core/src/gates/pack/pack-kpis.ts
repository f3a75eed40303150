import type { KpiDefinition } from '../../measurement/kpis/definition.ts'
import type { KpiValue } from '../../measurement/kpis/formula.ts'
import type { KpiStatus } from '../../measurement/kpis/status.ts'
import type { SeriesPoint } from '../../measurement/kpis/summarise.ts'
import { short } from './charts/scale.ts'
import type { PackKpi } from './pack-data.ts'

type Unit = KpiDefinition['unit']

/** How a unit is shown: shares as per cent, differences with their sign. */
const shown: Record<Unit, { times: number; unit: string; axis?: string; signed?: true }> = {
  share: { times: 100, unit: '%' },
  'share points': { times: 100, unit: 'points', signed: true },
  days: { times: 1, unit: 'days' },
  hours: { times: 1, unit: 'hours' },
  'rating 1–5': { times: 1, unit: 'of 5', axis: 'rating from 1 to 5' },
  'rating points': { times: 1, unit: 'points', signed: true },
  'per team and month': { times: 1, unit: 'per team and month' },
}

const inWords = (value: number, unit: Unit): string => {
  const { times, unit: name, signed } = shown[unit]
  return `${signed && value > 0 ? '+' : ''}${short(value * times)} ${name}`
}

const valueInWords = (value: KpiValue, unit: Unit): string => {
  if (value.kind === 'value') return inWords(value.value, unit)
  return value.kind === 'suppressed' ? 'not shown (fewer than 5 people)' : 'no data'
}

/** A KPI as the pack shows it; weeks that are not over are left out of the trend, and so are suppressed ones. */
export const packKpi = ({ definition, value, target, met }: KpiStatus, series: readonly SeriesPoint[]): PackKpi => {
  const { id, name, unit, direction } = definition
  const { times, axis = shown[unit].unit } = shown[unit]
  const points = series
    .filter(({ running }) => !running)
    .map((point) => ({ week: point.week, ...(point.value.kind === 'value' && { value: point.value.value * times }) }))
  return {
    kpi: id,
    name,
    value: valueInWords(value, unit),
    target: target ? `${target.test} ${inWords(target.value, unit)}` : 'none',
    direction: direction === 'up' ? 'higher' : 'lower',
    status: met,
    ...(points.length > 1 && {
      trend: { unit: axis, ...(target && { target: target.value * times }), points },
    }),
  }
}
