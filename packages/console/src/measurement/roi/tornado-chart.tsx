import BarChart from '@cloudscape-design/components/bar-chart'
import { about } from './money.ts'
import type { Range } from './roi-range.tsx'

/** The net benefit with each input at its low and at its high, as bars. */
export default function TornadoChart({ tornado, currency }: { tornado: Range['tornado']; currency: string }) {
  const bars = (title: string, at: 'atLow' | 'atHigh') => ({
    type: 'bar' as const,
    title,
    data: tornado.map((each) => ({ x: each.words, y: each[at] })),
    valueFormatter: (value: number) => about(value, currency),
  })
  return (
    // The chart measures its long labels at full width, beyond the edge of a phone.
    <div style={{ overflowX: 'clip' }}>
      <BarChart
        series={[bars('Input at its low', 'atLow'), bars('Input at its high', 'atHigh')]}
        horizontalBars
        xDomain={tornado.map(({ words }) => words)}
        xTitle="Input"
        yTitle={`Net benefit (${currency})`}
        yTickFormatter={(value) => new Intl.NumberFormat('en-GB', { notation: 'compact' }).format(value / 100)}
        height={80 + tornado.length * 55}
        hideFilter
        ariaLabel="What each input does to the net benefit"
        ariaDescription="The same figures are in the table below."
      />
    </div>
  )
}
