import BarChart from '@cloudscape-design/components/bar-chart'
import { number } from '../../words/figure.ts'

export type Moved = { behaviour: string; self?: number; others?: number }

/** How far behaviours moved between two 360s, as bars; above 0 is better. Figures that are withheld have no bar. */
export default function MovementChart({ moved, who }: { moved: Moved[]; who: { self: string; others: string } }) {
  const series = (['others', 'self'] as const).map((from) => ({
    type: 'bar' as const,
    title: who[from],
    data: moved.flatMap((each) => (each[from] === undefined ? [] : [{ x: each.behaviour, y: each[from] }])),
    valueFormatter: (value: number) => `${number(value, { signed: true })} points`,
  }))
  const shown = series.filter(({ data }) => data.length > 0)
  return (
    <BarChart
      series={shown}
      horizontalBars
      xDomain={moved.map(({ behaviour }) => behaviour)}
      xTitle="Behaviour"
      yTitle="Movement (points, −4 to 4)"
      height={80 + moved.length * 45}
      hideFilter
      ariaLabel="Movement of target behaviours"
      ariaDescription="The same figures are in the table below."
      empty="No figure can be shown."
    />
  )
}
