import MixedLineBarChart, { type MixedLineBarChartProps } from '@cloudscape-design/components/mixed-line-bar-chart'
import type { Answer } from '../../api/client.ts'
import { inUnit, targetInWords } from '../../words/figure.ts'

type KpiChartProps = { kpi: Answer<'getKpiSeries'> }

/** A KPI week by week, with its target as a line. Weeks without data have no bar; the table beside it says so. */
export default function KpiChart({ kpi: { status, series } }: KpiChartProps) {
  const { unit, target, name } = status
  const running = series.find((each) => each.running)?.week
  const known = series.flatMap(({ week, value }) => (value.kind === 'value' ? [{ x: week, y: value.value }] : []))
  const highest = Math.max(...known.map(({ y }) => y), target?.value ?? 0)
  const lowest = Math.min(...known.map(({ y }) => y), target?.value ?? 0, 0)
  const shown: MixedLineBarChartProps.ChartSeries<string>[] = [
    { type: 'bar', title: name, data: known, valueFormatter: (value: number) => inUnit(value, unit) },
  ]
  if (target) {
    const title = `Target: ${targetInWords(status)}`
    shown.push({ type: 'threshold', title, y: target.value, valueFormatter: (value) => inUnit(value, unit) })
  }
  return (
    <MixedLineBarChart
      series={shown}
      xScaleType="categorical"
      xDomain={series.map(({ week }) => week)}
      yDomain={[lowest, topOf(unit, highest)]}
      xTitle="ISO week"
      yTitle={unit === 'share' ? 'Share (%)' : `In ${unit}`}
      xTickFormatter={(week) => week.slice(5) + (week === running ? ' so far' : '')}
      yTickFormatter={(value) => (unit.startsWith('share') ? `${Math.round(value * 100)}` : `${value}`)}
      height={260}
      hideFilter
      ariaLabel={`${name} by week`}
      ariaDescription="The same figures are in the table below."
      empty="There is no figure in any week yet."
    />
  )
}

const topOf = (unit: string, highest: number): number => {
  if (unit === 'share') return Math.max(1, highest)
  if (unit === 'rating 1–5') return 5
  return highest > 0 ? highest * 1.1 : 1
}
