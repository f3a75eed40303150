import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { type Column, List } from '../../list/list.tsx'
import { number } from '../../words/figure.ts'
import type { Impact } from './impact-words.ts'

type Line = Impact['report']['balance'][number]

const columns: Column<Line>[] = [
  { id: 'column', header: 'Alike in', value: ({ column }) => column, rowHeader: true, minWidth: 130 },
  { id: 'treated', header: 'Participants, before', value: ({ before }) => number(before.treated), minWidth: 110 },
  { id: 'others', header: 'Others, before', value: ({ before }) => number(before.comparison), minWidth: 100 },
  {
    id: 'apart',
    header: 'Apart before (standard deviations)',
    value: ({ before }) => number(before.difference, { signed: true }),
    minWidth: 130,
  },
  {
    id: 'treated-after',
    header: 'Participants, matched',
    value: ({ after }) => (after ? number(after.treated) : 'nobody matched'),
    minWidth: 110,
  },
  {
    id: 'others-after',
    header: 'Others, matched',
    value: ({ after }) => (after ? number(after.comparison) : undefined),
    minWidth: 100,
  },
  {
    id: 'apart-after',
    header: 'Apart when matched (standard deviations)',
    value: ({ after }) => (after ? number(after.difference, { signed: true }) : undefined),
    minWidth: 130,
  },
  {
    id: 'balanced',
    header: 'Alike',
    minWidth: 110,
    value: ({ after }) => (after ? (after.balanced ? 'yes' : 'no') : 'no data'),
    cell: ({ after }) =>
      after ? (
        <StatusIndicator type={after.balanced ? 'success' : 'warning'}>{after.balanced ? 'Yes' : 'No'}</StatusIndicator>
      ) : (
        <StatusIndicator type="pending">No data</StatusIndicator>
      ),
  },
  {
    id: 'variance',
    header: 'Ratio of variances, matched',
    value: ({ after }) => (after?.varianceRatio == null ? undefined : number(after.varianceRatio)),
    minWidth: 110,
  },
]

/** How alike the groups are, before and after matching. */
export const BalanceTable = ({ balance }: { balance: Line[] }) => (
  <List
    title="How alike the groups are"
    about="Means before and after matching. Alike is what is at most 0.1 standard deviations apart; categories are shares."
    from={{ rows: balance, complete: true, error: null, again: () => undefined }}
    noun={{ one: 'line', many: 'lines' }}
    id={({ column }) => column}
    columns={columns}
    empty={{ text: 'There is nothing to compare.' }}
    file="balance"
  />
)
