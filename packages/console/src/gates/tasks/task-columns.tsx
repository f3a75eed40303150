import StatusIndicator from '@cloudscape-design/components/status-indicator'
import type { RowOf } from '../../api/queries.ts'
import { LinkTo } from '../../frame/link-to.tsx'
import type { Column } from '../../list/list.tsx'
import { moment } from '../../when/when.ts'
import { kindWords } from './task-words.ts'

type Row = RowOf<'listTasks'>
type Around = {
  programId: string
  zone: string
  /** Names of people, where tasks of many are listed. */
  nameOf?: (personId: string) => string | undefined
  isOpen: boolean
}

/** The columns of a list of tasks. */
export const taskColumns = ({ programId, zone, nameOf, isOpen }: Around): Column<Row>[] => [
  {
    id: 'title',
    header: 'Task',
    value: ({ title }) => title,
    cell: ({ taskId, title }) => <LinkTo href={`/programs/${programId}/tasks/${taskId}`}>{title}</LinkTo>,
    rowHeader: true,
    minWidth: 220,
  },
  {
    id: 'due',
    header: 'Due',
    value: ({ dueAt }) => dueAt,
    cell: ({ dueAt, overdue }) =>
      overdue ? (
        <StatusIndicator type="warning">Overdue since {moment(dueAt, zone)}</StatusIndicator>
      ) : (
        moment(dueAt, zone)
      ),
    minWidth: 180,
  },
  ...(nameOf
    ? [
        {
          id: 'person',
          header: 'Asked of',
          value: ({ personId }: Row) => nameOf(personId) ?? personId,
          minWidth: 140,
        },
      ]
    : []),
  { id: 'role', header: 'As', value: ({ role }) => role },
  { id: 'kind', header: 'What it is', value: ({ kind }) => kindWords[kind] },
  { id: 'gate', header: 'Gate or rule', value: ({ gate }) => gate },
  isOpen
    ? { id: 'reminders', header: 'Reminders sent', value: ({ reminders }) => reminders }
    : {
        id: 'done',
        header: 'Done',
        value: ({ doneAt }) => doneAt,
        cell: ({ doneAt }) => (doneAt ? moment(doneAt, zone) : '–'),
      },
]
