import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { Answer } from '../../api/client.ts'
import { type Column, List } from '../../list/list.tsx'
import { number } from '../../words/figure.ts'
import { about } from './money.ts'
import { Sensitivity } from './sensitivity.tsx'

export type Range = Extract<Answer<'getRoi'>['result'], { status: 'range' }>
type Spread = { low: string; p10: string; likely: string; p50: string; p90: string; high: string }
type Line = { what: string } & Spread

const written = <T,>(spread: Record<keyof Spread, T>, write: (value: T) => string): Spread => {
  const { low, p10, likely, p50, p90, high } = spread
  return {
    ...{ low: write(low), p10: write(p10), likely: write(likely) },
    ...{ p50: write(p50), p90: write(p90), high: write(high) },
  }
}

const columns: Column<Line>[] = [
  { id: 'what', header: 'What', value: ({ what }) => what, rowHeader: true, minWidth: 190 },
  { id: 'low', header: 'At least', value: ({ low }) => low, minWidth: 110 },
  { id: 'p10', header: '10 % of draws below', value: ({ p10 }) => p10, minWidth: 110 },
  { id: 'p50', header: 'Half of draws below', value: ({ p50 }) => p50, minWidth: 110 },
  { id: 'p90', header: '90 % of draws below', value: ({ p90 }) => p90, minWidth: 110 },
  { id: 'high', header: 'At most', value: ({ high }) => high, minWidth: 110 },
  { id: 'likely', header: 'All inputs at likely', value: ({ likely }) => likely, minWidth: 110 },
]

/** The return as a range, with the sums it is made of and what moves it. */
export const RoiRange = ({ result, currency }: { result: Range; currency: string }) => {
  const cash = (what: string, spread: Range['net']): Line => ({
    what,
    ...written(spread, (value) => about(value, currency)),
  })
  const lines: Line[] = [
    cash('Net benefit', result.net),
    { what: 'Net over cost', ...written(result.percent, (value) => `${number(value, { decimals: 1 })} %`) },
    { what: 'Paid back after', ...written(result.payback, paybackInWords) },
    cash('Gross benefit', result.gross),
    ...result.benefits.map(({ words, cents }) => cash(`Benefit: ${words}`, cents)),
    cash('Cost', result.cost),
    ...result.costs.map(({ words, cents }) => cash(`Cost: ${words}`, cents)),
  ]
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">In words</Header>}>{result.words}</Container>
      <List
        title="The range"
        about={`${number(result.draws)} draws, each input between its low and its high. At least and at most: all inputs at an end of their range.`}
        from={{ rows: lines, complete: true, error: null, again: () => undefined }}
        noun={{ one: 'line', many: 'lines' }}
        id={({ what }) => what}
        columns={columns}
        empty={{ text: 'There is no range.' }}
        file="return-range"
      />
      <Sensitivity result={result} currency={currency} />
    </SpaceBetween>
  )
}

const paybackInWords = (months: Range['payback']['low']): string =>
  months === 'beyond' ? 'not within the months that count' : `${number(months, { decimals: 1 })} months`
