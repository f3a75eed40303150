import SegmentedControl from '@cloudscape-design/components/segmented-control'
import { useSearchParams } from 'react-router'
import { LinkTo } from '../frame/link-to.tsx'
import { type Column, List } from '../list/list.tsx'
import { useNow } from '../when/use-now.ts'
import { moment } from '../when/when.ts'
import { duration } from './machine-duration.ts'
import { groupStates, rowsPage } from './machine-groups.ts'
import { StateSign, signs } from './machine-sign.tsx'
import type { Execution, StateProgress } from './machine-status.ts'
import { useProgram } from './use-program.tsx'

type Row = StateProgress & { place: number; group: string; gate: string | undefined; since: string | undefined }

const errorOf = ({ visits }: Row): string | undefined => visits.at(-1)?.error

/** The states as a list: the same as the picture, to read and to search. */
export const MachineStates = ({ execution, progress }: { execution: Execution; progress: StateProgress[] }) => {
  const { programId, zone } = useProgram()
  const now = useNow()
  const [search, setSearch] = useSearchParams()
  const all = search.get('states') === 'all'
  const byName = new Map(progress.map((state) => [state.name, state]))
  const rows = groupStates(execution.states)
    .flatMap(({ title, gate, states }) => states.map(({ name }) => ({ name, group: title, gate })))
    .map((each, place): Row => {
      const state = byName.get(each.name)!
      return { ...each, ...state, place: place + 1, since: state.visits.at(-1)?.enteredAt }
    })
  const left = ({ visits }: Row) => visits.at(-1)?.leftAt
  const lasted = (row: Row) => row.since && duration(row.since, left(row) ?? now)
  const columns: Column<Row>[] = [
    { id: 'place', header: 'No.', value: ({ place }) => place },
    {
      id: 'state',
      header: 'State',
      value: ({ name }) => name,
      cell: ({ name, gate }) => <LinkTo href={rowsPage(programId, gate)}>{name}</LinkTo>,
      rowHeader: true,
      minWidth: 200,
    },
    { id: 'group', header: 'Part', minWidth: 100, value: ({ group }) => group },
    {
      id: 'status',
      header: 'Status',
      minWidth: 130,
      value: ({ status }) => signs[status].words,
      cell: ({ status }) => <StateSign status={status} />,
    },
    {
      id: 'entered',
      header: 'Entered',
      minWidth: 190,
      value: ({ since }) => since,
      cell: ({ since }) => (since ? moment(since, zone) : '–'),
    },
    {
      id: 'left',
      header: 'Left',
      minWidth: 190,
      value: left,
      cell: (row) => (left(row) ? moment(left(row)!, zone) : '–'),
    },
    {
      id: 'lasted',
      header: 'Lasted',
      minWidth: 130,
      value: lasted,
      cell: (row) => (row.status === 'running' ? `${lasted(row)} so far` : (lasted(row) ?? '–')),
    },
    { id: 'visits', header: 'Times', value: ({ visits }) => visits.length },
    ...(rows.some(errorOf) ? [{ id: 'error', header: 'Error', value: errorOf }] : []),
  ]
  return (
    <List
      title="States"
      from={{
        rows: all ? rows : rows.filter(({ status }) => status !== 'not reached'),
        complete: true,
        error: null,
        again: () => {},
      }}
      noun={{ one: 'state', many: 'states' }}
      id={({ name }) => name}
      columns={columns}
      sortedBy={all ? { id: 'place' } : { id: 'place', descending: true }}
      key={all ? 'all' : 'reached'}
      narrow={
        <SegmentedControl
          label="Which states"
          selectedId={all ? 'all' : 'reached'}
          options={[
            { id: 'reached', text: 'Reached' },
            { id: 'all', text: 'All' },
          ]}
          onChange={({ detail }) => setSearch({ show: 'states', states: detail.selectedId })}
        />
      }
      empty={{ text: 'No state has been reached yet.' }}
      file="states"
    />
  )
}
