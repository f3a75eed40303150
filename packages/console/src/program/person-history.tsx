import Box from '@cloudscape-design/components/box'
import { type RowOf, useRows } from '../api/queries.ts'
import { type Column, List } from '../list/list.tsx'
import { calendarDay, localMoment } from '../when/when.ts'
import { changeWords } from './change-words.ts'
import { useProgram } from './use-program.tsx'

type Line = RowOf<'readPersonHistory'>

const changesInWords = ({ changes }: Line): string =>
  changes
    .map(({ kind, before, after }) => {
      const known = kind === 'role_changed' || kind === 'department_changed'
      return known ? `${changeWords[kind]}: ${before ?? 'none'} → ${after ?? 'none'}` : changeWords[kind]
    })
    .join('; ')

/** What HR systems have told of somebody, and what each did in this program. */
export const PersonHistory = ({ personId }: { personId: string }) => {
  const { programId, zone } = useProgram()
  const history = useRows('readPersonHistory', { path: { programId, personId }, query: { limit: 100 } })
  const columns: Column<Line>[] = [
    {
      id: 'at',
      header: `Told (${zone})`,
      minWidth: 150,
      value: ({ at }) => at,
      cell: ({ at }) => localMoment(at, zone),
    },
    { id: 'what', header: 'What changed', rowHeader: true, minWidth: 200, value: changesInWords },
    {
      id: 'from',
      header: 'From',
      minWidth: 130,
      value: ({ effectiveOn }) => effectiveOn,
      cell: ({ effectiveOn }) => calendarDay(effectiveOn),
    },
    {
      id: 'effects',
      header: 'What it did here',
      minWidth: 240,
      value: ({ effects }) => effects.map(({ words }) => words).join(' ') || 'nothing',
      cell: ({ effects }) =>
        effects.length === 0
          ? 'nothing'
          : effects.map(({ effect, subjectId, words }) => <Box key={`${effect} ${subjectId}`}>{words}</Box>),
    },
    {
      id: 'cause',
      header: 'Event',
      minWidth: 160,
      value: ({ cause }) => `${cause.source} ${cause.id}`,
      cell: ({ cause }) => (
        <Box variant="small">
          <span style={{ overflowWrap: 'anywhere' }}>
            {cause.source} {cause.id}
          </span>
        </Box>
      ),
    },
  ]
  return (
    <List
      title="From HR systems"
      about="What changed about this person, and what it did in this program."
      from={history}
      noun={{ one: 'change', many: 'changes' }}
      id={({ changeId }) => changeId}
      columns={columns}
      sortedBy={{ id: 'at', descending: true }}
      empty={{ text: 'No HR system has told of a change.' }}
      file="history"
    />
  )
}
