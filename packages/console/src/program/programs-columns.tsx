import type { Answer } from '../api/client.ts'
import { LinkTo } from '../frame/link-to.tsx'
import type { Column } from '../list/list.tsx'
import { calendarDay } from '../when/when.ts'
import { ProgramStatus } from './program-status.tsx'
import { useParts } from './use-parts.ts'

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

/** The columns of a list of programs, with one's roles in them. */
export const useProgramColumns = (programs: readonly Row[]): Column<Row>[] => {
  const parts = useParts(programs)
  return [
    ...columns,
    {
      id: 'roles',
      header: 'Your roles',
      value: ({ programId }) => parts.get(programId)?.roles.join(', '),
      minWidth: 200,
    },
  ]
}
