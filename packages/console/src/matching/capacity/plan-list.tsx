import Box from '@cloudscape-design/components/box'
import type { Answer } from '../../api/client.ts'
import { type Column, List } from '../../list/list.tsx'
import { calendarDay } from '../../when/when.ts'
import { count, percent } from '../../words/figure.ts'
import { points } from '../words.ts'
import { Enough } from './pool-status.tsx'

type Line = Answer<'getCapacityPlan'>['lines'][number]

const columnsFor = (who: string): Column<Line>[] => [
  {
    id: 'week',
    header: 'Week of',
    value: ({ monday }) => monday,
    cell: ({ monday }) => calendarDay(monday),
    rowHeader: true,
    minWidth: 140,
  },
  {
    id: 'status',
    header: `Status and target (${who})`,
    value: ({ status, target }) => (target ? `${status}, target ${target.least} to ${target.most}` : status),
    cell: ({ status, target }) => (
      <>
        <Enough status={status} />
        {target && <Box variant="small">Target {`${target.least} to ${target.most}`}</Box>}
      </>
    ),
    minWidth: 160,
  },
  { id: 'people', header: `Number of ${who}`, value: ({ people }) => people },
  { id: 'changes', header: 'What changes', value: changesIn, minWidth: 160 },
  { id: 'places', header: 'Free places', value: ({ places }) => places },
  { id: 'demand', header: 'Ask (people)', value: ({ demand }) => demand },
  { id: 'waiting', header: 'Wait (people)', value: ({ waiting }) => waiting },
  {
    id: 'ratio',
    header: who === 'coaches' ? 'Share of active leaders' : 'Mentees for each mentor',
    value: ({ poolShare, menteesPerMentor }) => poolShare ?? menteesPerMentor,
    cell: ({ poolShare, menteesPerMentor }) =>
      poolShare !== undefined ? percent(poolShare) : menteesPerMentor !== undefined ? points(menteesPerMentor) : '–',
  },
]

/** Who joins or leaves the pool in a week, and which places come back. */
const changesIn = ({ joining, lapsing, freed }: Line): string | undefined =>
  [
    joining > 0 && `${joining} ${joining === 1 ? 'joins' : 'join'}`,
    lapsing > 0 &&
      `${lapsing} ${lapsing === 1 ? 'leaves: the credential runs out' : 'leave: their credentials run out'}`,
    freed > 0 && count(freed, 'place comes back', 'places come back'),
  ]
    .filter(Boolean)
    .join(', ') || undefined

/** The plan as numbers, a row for each week. */
export const PlanList = ({ lines, who }: { lines: Line[]; who: string }) => (
  <List
    title={`Week by week: ${who}`}
    from={{ rows: lines, complete: true, error: null, again: () => {} }}
    noun={{ one: 'week', many: 'weeks' }}
    id={({ week }) => week}
    columns={columnsFor(who)}
    empty={{ text: 'There are no weeks to plan.' }}
    file={`capacity-${who}`}
  />
)
