import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Table from '@cloudscape-design/components/table'
import { lazy, Suspense } from 'react'
import { Loading } from '../../frame/loading.tsx'
import { type Column, List } from '../../list/list.tsx'
import { about } from './money.ts'
import type { Range } from './roi-range.tsx'

const TornadoChart = lazy(() => import('./tornado-chart.tsx'))

type Swing = Range['tornado'][number]

/** What each input alone does to the net benefit, and the two that move it most together. */
export const Sensitivity = ({ result: { tornado, grid }, currency }: { result: Range; currency: string }) => {
  const moving = tornado.filter(({ atLow, atHigh }) => atLow !== atHigh)
  const columns: Column<Swing>[] = [
    { id: 'words', header: 'Input', value: ({ words }) => words, rowHeader: true, minWidth: 220 },
    { id: 'low', header: 'Net when it is low', value: ({ atLow }) => about(atLow, currency), minWidth: 130 },
    { id: 'high', header: 'Net when it is high', value: ({ atHigh }) => about(atHigh, currency), minWidth: 130 },
    {
      id: 'swing',
      header: 'Swing',
      value: ({ atLow, atHigh }) => about(Math.abs(atHigh - atLow), currency),
      minWidth: 120,
    },
  ]
  const steps = ['low', 'likely', 'high']
  return (
    <SpaceBetween size="l">
      {moving.length > 0 && (
        <Container
          header={
            <Header variant="h2" description="Net benefit with one input at its low or high, all others at likely.">
              What moves it most
            </Header>
          }
        >
          <Suspense fallback={<Loading what="the chart" />}>
            <TornadoChart tornado={moving.slice(0, 8)} currency={currency} />
          </Suspense>
        </Container>
      )}
      <List
        title="What moves it, in figures"
        from={{ rows: tornado, complete: true, error: null, again: () => undefined }}
        noun={{ one: 'input', many: 'inputs' }}
        id={({ words }) => words}
        columns={columns}
        empty={{ text: 'No input varies.' }}
        file="return-sensitivity"
      />
      {grid && (
        <Table
          header={
            <Header variant="h2" description={`Net benefit. Rows: ${grid.rows}. Columns: ${grid.columns}.`}>
              The two that move it most
            </Header>
          }
          wrapLines
          ariaLabels={{ tableLabel: 'Net benefit by the two inputs that move it most' }}
          items={grid.net.map((net, row) => ({ row: steps[row]!, net }))}
          columnDefinitions={[
            { id: 'row', header: grid.rows, cell: ({ row }) => row, isRowHeader: true },
            ...steps.map((step, column) => ({
              id: step,
              header: `${step} (${grid.columns})`,
              cell: ({ net }: { row: string; net: number[] }) => about(net[column]!, currency),
            })),
          ]}
        />
      )}
    </SpaceBetween>
  )
}
