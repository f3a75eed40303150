import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useRows } from '../api/queries.ts'
import { LinkTo } from '../frame/link-to.tsx'
import { Loading } from '../frame/loading.tsx'
import { Trouble } from '../frame/trouble.tsx'
import { moment } from '../when/when.ts'
import { useProgram } from './use-program.tsx'

const shown = 5

/** What one is asked to do: how much of it is overdue, and what is due first. */
export const OverviewTasks = () => {
  const { programId, zone } = useProgram()
  const tasks = useRows(
    'listTasks',
    { path: { programId }, query: { mine: 'true', status: 'open', limit: 100 } },
    { everySeconds: 60 },
  )
  const open = tasks.rows?.toSorted((a, b) => a.dueAt.localeCompare(b.dueAt))
  const overdue = open?.filter((task) => task.overdue).length ?? 0
  return (
    <Container
      fitHeight
      header={
        <Header variant="h2" counter={open && tasks.complete ? `(${open.length})` : undefined}>
          Your open tasks
        </Header>
      }
      footer={<LinkTo href={`/programs/${programId}/tasks`}>All tasks</LinkTo>}
    >
      {tasks.error && <Trouble error={tasks.error} what="Your tasks" again={tasks.again} />}
      {!open?.length && !tasks.complete && !tasks.error && <Loading what="your tasks" />}
      {open?.length === 0 && tasks.complete && <Box>Nothing is asked of you now.</Box>}
      <SpaceBetween size="s">
        {overdue > 0 && <StatusIndicator type="warning">{`${overdue} overdue`}</StatusIndicator>}
        {open?.slice(0, shown).map((task) => (
          <div key={task.taskId}>
            <LinkTo href={`/programs/${programId}/tasks/${task.taskId}`}>{task.title}</LinkTo>
            <Box variant="small" color="text-body-secondary" display="block">
              {task.overdue ? 'Was due' : 'Due'} {moment(task.dueAt, zone)}
            </Box>
          </div>
        ))}
        {open && open.length > shown && <Box color="text-body-secondary">and {open.length - shown} more</Box>}
      </SpaceBetween>
    </Container>
  )
}
