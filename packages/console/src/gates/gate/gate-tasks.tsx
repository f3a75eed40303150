import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { type RowOf, useRows } from '../../api/queries.ts'
import { LinkTo } from '../../frame/link-to.tsx'
import { type Column, List } from '../../list/list.tsx'
import { useNames } from '../../program/use-names.ts'
import { useProgram } from '../../program/use-program.tsx'
import { localMoment } from '../../when/when.ts'
import { doneAtGate } from '../tasks/task-words.ts'
import { answerInWords } from './answer-in-words.ts'

type Task = RowOf<'listTasks'>

const stands = ({ status, overdue }: Task) => (status === 'open' && overdue ? 'overdue' : status)
const signs = { open: 'pending', overdue: 'warning', done: 'success', cancelled: 'stopped' } as const

/** Who was asked to do what for the gate, and what they answered; the open ones first. */
export const GateTasks = ({ gate }: { gate: string }) => {
  const { programId, zone } = useProgram()
  const tasks = useRows('listTasks', { path: { programId }, query: { gate, limit: 100 } })
  const nameOf = useNames(tasks.rows?.flatMap(({ personId, doneBy }) => [personId, doneBy]) ?? [])
  const rows = tasks.rows?.toSorted((a, b) => Number(b.status === 'open') - Number(a.status === 'open'))
  const columns: Column<Task>[] = [
    {
      id: 'title',
      header: 'Task',
      rowHeader: true,
      minWidth: 190,
      value: ({ title }) => title,
      cell: ({ title, taskId, kind }) =>
        kind in doneAtGate ? title : <LinkTo href={`/programs/${programId}/tasks/${taskId}`}>{title}</LinkTo>,
    },
    { id: 'person', header: 'Who', minWidth: 110, value: ({ personId }) => nameOf(personId) },
    { id: 'role', header: 'As', minWidth: 110, value: ({ role }) => role },
    {
      id: 'status',
      header: 'Status',
      minWidth: 130,
      value: stands,
      cell: (task) => <StatusIndicator type={signs[stands(task)]}>{stands(task)}</StatusIndicator>,
    },
    {
      id: 'due',
      header: `Due (${zone})`,
      minWidth: 130,
      value: ({ dueAt }) => dueAt,
      cell: ({ dueAt }) => localMoment(dueAt, zone),
    },
    {
      id: 'answer',
      header: 'Answer',
      minWidth: 130,
      value: ({ answer, note }) => [answer && answerInWords(answer), note].filter(Boolean).join(' – ') || undefined,
    },
    {
      id: 'done',
      header: `Done (${zone})`,
      minWidth: 130,
      value: ({ doneAt }) => doneAt,
      cell: ({ doneAt, doneBy, personId }) =>
        doneAt ? `${localMoment(doneAt, zone)}${doneBy && doneBy !== personId ? ` by ${nameOf(doneBy)}` : ''}` : '–',
    },
  ]
  return (
    <List
      title="Tasks"
      about="Who was asked to do what for this gate."
      from={{ ...tasks, rows }}
      noun={{ one: 'task', many: 'tasks' }}
      id={({ taskId }) => taskId}
      columns={columns}
      empty={{ text: 'Nobody has a task for this gate. Tasks are handed out when its week opens.' }}
      file={`${gate}-tasks`}
    />
  )
}
