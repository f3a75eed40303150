import SegmentedControl from '@cloudscape-design/components/segmented-control'
import { useSearchParams } from 'react-router'
import { type RowOf, useRows } from '../../api/queries.ts'
import { AddressTabs } from '../../frame/address-tabs.tsx'
import { ButtonTo } from '../../frame/link-to.tsx'
import { Page } from '../../frame/page.tsx'
import { List } from '../../list/list.tsx'
import { useCrumbs } from '../../program/use-crumbs.ts'
import { useProgram } from '../../program/use-program.tsx'
import { taskColumns } from './task-columns.tsx'

type Row = RowOf<'listTasks'>
type Status = Row['status']

const statuses: { id: Status; text: string }[] = [
  { id: 'open', text: 'Open' },
  { id: 'done', text: 'Done' },
  { id: 'cancelled', text: 'No longer needed' },
]

/** What is asked of one, and for who oversees the program what is asked of everybody. */
export const Component = () => {
  const { may } = useProgram()
  const mine = <Tasks key="mine" isMine />
  return (
    <Page title="Tasks" about="What people are asked to do, and by when." crumbs={useCrumbs()}>
      {may('read people') ? (
        <AddressTabs
          label="Whose tasks"
          tabs={[
            { id: 'mine', label: 'My tasks', content: mine },
            { id: 'all', label: 'All tasks', content: <Tasks key="all" isMine={false} /> },
          ]}
        />
      ) : (
        mine
      )}
    </Page>
  )
}

const Tasks = ({ isMine }: { isMine: boolean }) => {
  const { programId, zone, part } = useProgram()
  const [search, setSearch] = useSearchParams()
  const status = statuses.find(({ id }) => id === search.get('status'))?.id ?? 'open'
  const tasks = useRows(
    'listTasks',
    { path: { programId }, query: { status, limit: 100, ...(isMine && { mine: 'true' }) } },
    { everySeconds: 60 },
  )
  const people = useRows('listPeople', { path: { programId }, query: { limit: 1000 } }, { enabled: !isMine })
  const names = new Map(people.rows?.map(({ personId, name }) => [personId, name]))
  const choose = (chosen: string) =>
    setSearch((all) => {
      const next = new URLSearchParams(all)
      next.set('status', chosen)
      return next
    })
  return (
    <List<Row>
      key={status}
      title={isMine ? 'My tasks' : 'All tasks'}
      from={tasks}
      noun={{ one: 'task', many: 'tasks' }}
      id={({ taskId }) => taskId}
      columns={taskColumns({
        programId,
        zone,
        ...(!isMine && { nameOf: (id) => (id === part.personId ? `${part.name} (you)` : names.get(id)) }),
        isOpen: status === 'open',
      })}
      sortedBy={status === 'done' ? { id: 'done', descending: true } : { id: 'due' }}
      narrow={
        <SegmentedControl
          label="Which tasks"
          selectedId={status}
          options={statuses}
          onChange={({ detail }) => choose(detail.selectedId)}
        />
      }
      empty={
        status === 'open'
          ? {
              text: isMine ? 'Nothing is asked of you now. A mail tells you when something is.' : 'No task is open.',
              action: <ButtonTo href={`/programs/${programId}`}>Go to the program</ButtonTo>,
            }
          : { text: status === 'done' ? 'No task is done yet.' : 'No task became unnecessary.' }
      }
      file={isMine ? `my-${status}-tasks` : `${status}-tasks`}
    />
  )
}
