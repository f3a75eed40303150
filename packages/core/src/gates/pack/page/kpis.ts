import { lineChart } from '../charts/line-chart.ts'
import { html, type Markup } from '../html.ts'
import type { PackData, PackKpi } from '../pack-data.ts'
import { table, verdict } from './table.ts'

const trendOf = ({ kpi, name, trend }: PackKpi): Markup | undefined => {
  const drawing = trend && lineChart({ id: `trend-${kpi.toLowerCase()}`, title: `${kpi} ${name}`, ...trend })
  return drawing && html`<figure><figcaption>${kpi} ${name}</figcaption>${drawing}</figure>`
}

/** Every KPI with target and status, and its trend by week where there is one. */
export const kpiSection = ({ kpis }: PackData): Markup => {
  const trends = kpis.map(trendOf).filter((trend) => trend !== undefined)
  return html`<section><h2>KPIs</h2>${table(
    'Value and target',
    [{ name: 'KPI' }, { name: 'Name' }, { name: 'Value' }, { name: 'Target' }, { name: 'Better' }, { name: 'Status' }],
    kpis.map(({ kpi, name, value, target, direction, status }) => [
      kpi,
      name,
      value,
      target,
      direction,
      verdict(status),
    ]),
    'No KPI has data yet.',
  )}${trends.length > 0 && html`<h3>Trends by week</h3><div class="trends">${trends}</div>`}</section>`
}
