import { useQueries } from '@tanstack/react-query'
import { type Answer, call } from '../api/client.ts'
import { LinkTo } from '../frame/link-to.tsx'
import type { Column } from '../list/list.tsx'
import { calendarDay } from '../when/when.ts'
import { ProgramStatus } from './program-status.tsx'

type Row = Answer<'listPrograms'>['items'][number]

const columns: Column<Row>[] = [
  {
    id: 'name',
    header: 'Program',
    value: ({ name }) => name,
    cell: ({ programId, name }) => <LinkTo href={`/programs/${programId}`}>{name}</LinkTo>,
    rowHeader: true,
    minWidth: 160,
  },
  {
    id: 'status',
    header: 'Status',
    value: ({ status }) => status,
    cell: ({ status }) => <ProgramStatus status={status} />,
  },
  { id: 'gate', header: 'Current gate', value: ({ currentGate }) => currentGate },
  {
    id: 'start',
    header: 'First day',
    value: ({ startDate }) => startDate,
    cell: ({ startDate }) => calendarDay(startDate),
  },
  { id: 'zone', header: 'Time zone', value: ({ zone }) => zone },
]

const most = 50

/** The columns of a list of programs; one's roles are read for at most 50 of them. */
export const useProgramColumns = (programs: readonly Row[]): Column<Row>[] => {
  const read = programs.slice(0, most).map(({ programId }) => ({ path: { programId } }))
  const parts = useQueries({
    queries: read.map((input) => ({ queryKey: ['readMyPart', input], queryFn: () => call('readMyPart', input) })),
  })
  const roles = new Map(read.map(({ path }, index) => [path.programId, parts[index]?.data?.roles.join(', ')]))
  return [
    ...columns,
    { id: 'roles', header: 'Your roles', value: ({ programId }) => roles.get(programId), minWidth: 200 },
  ]
}
