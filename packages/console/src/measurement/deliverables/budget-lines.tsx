import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { Column } from '../../list/list.tsx'
import { calendarDay } from '../../when/when.ts'
import { percent } from '../../words/figure.ts'
import { money } from '../roi/money.ts'
import type { Form } from './kinds.ts'
import { Lines } from './lines.tsx'

type Budget = Extract<Form, { kind: 'budget' }>
type Line = Budget['lines'][number]

/** A budget: what was planned and spent, in all and line by line. */
export const BudgetLines = ({ form: { lines, currency, asOf } }: { form: Budget }) => {
  const sum = (name: 'planned' | 'plannedToDate' | 'spent') => lines.reduce((total, each) => total + each[name], 0)
  const cash = (name: 'planned' | 'plannedToDate' | 'spent', header: string): Column<Line> => ({
    id: name,
    header: `${header} (${currency})`,
    value: (line) => line[name] / 100,
    cell: (line) => money(line[name], currency),
  })
  const toDate = sum('plannedToDate')
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">In all</Header>}>
        <KeyValuePairs
          columns={4}
          items={[
            { label: 'As of', value: calendarDay(asOf) },
            { label: 'Planned in all', value: money(sum('planned'), currency) },
            { label: 'Planned up to the day', value: money(toDate, currency) },
            {
              label: 'Spent',
              value: `${money(sum('spent'), currency)}${toDate > 0 ? ` (${percent(sum('spent') / toDate)} of the plan so far)` : ''}`,
            },
          ]}
        />
      </Container>
      <Lines
        title="Lines"
        noun={{ one: 'line', many: 'lines' }}
        rows={lines}
        columns={[
          { id: 'item', header: 'What for', value: ({ item }) => item, rowHeader: true },
          cash('planned', 'Planned in all'),
          cash('plannedToDate', 'Planned up to the day'),
          cash('spent', 'Spent'),
        ]}
      />
    </SpaceBetween>
  )
}
