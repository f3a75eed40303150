import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { lazy, Suspense } from 'react'
import type { Answer } from '../../api/client.ts'
import { LinkTo } from '../../frame/link-to.tsx'
import { Loading } from '../../frame/loading.tsx'
import { type Column, List } from '../../list/list.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { countsInWords, inWords } from '../../words/figure.ts'
import { useLevel } from './level.ts'
import { ScopeChoice } from './scope-choice.tsx'

type Week = Answer<'getKpiSeries'>['series'][number]

const KpiChart = lazy(() => import('./kpi-chart.tsx'))

/** A KPI by week: as a chart, and the same figures as a table that leads to the rows of each week. */
export const KpiWeeks = ({ kpi }: { kpi: Answer<'getKpiSeries'> }) => {
  const { programId, may } = useProgram()
  const { query } = useLevel()
  const { unit, kpi: id } = kpi.status
  const at = (week: string) =>
    `/programs/${programId}/kpis/${id}?${new URLSearchParams({ ...(query.cohort && { cohort: query.cohort }), week })}`
  const columns: Column<Week>[] = [
    { id: 'week', header: 'ISO week', value: ({ week }) => week, rowHeader: true },
    { id: 'value', header: 'Value', value: ({ value }) => inWords({ value, unit }) },
    { id: 'counts', header: 'Made of', value: countsInWords },
    {
      id: 'note',
      header: 'Note',
      value: ({ value, running }) =>
        [running && 'The week is not over: may change.', value.kind !== 'value' && value.why].filter(Boolean).join(' '),
    },
  ]
  if (may('steer engagements')) {
    columns.push({
      id: 'rows',
      header: 'Rows',
      value: () => undefined,
      cell: ({ week }) => (
        <LinkTo href={at(week)} ariaLabel={`Show rows of ${week}`}>
          Show rows
        </LinkTo>
      ),
    })
  }
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2" actions={<ScopeChoice />}>{`${id} by week`}</Header>}>
        {kpi.series.some(({ value }) => value.kind === 'value') ? (
          <Suspense fallback={<Loading what="the chart" />}>
            <KpiChart kpi={kpi} />
          </Suspense>
        ) : (
          <Box textAlign="center" padding="m">
            No week has a figure yet.
            {kpi.status.value.kind !== 'value' && ` ${kpi.status.value.why}`}
          </Box>
        )}
      </Container>
      <List
        title="The same figures as a table"
        from={{ rows: kpi.series, complete: true, error: null, again: () => undefined }}
        noun={{ one: 'week', many: 'weeks' }}
        id={({ week }) => week}
        columns={columns}
        sortedBy={{ id: 'week', descending: true }}
        empty={{ text: 'No week of this program has a figure yet.' }}
        file={`${id}-weeks`}
      />
    </SpaceBetween>
  )
}
