import Alert from '@cloudscape-design/components/alert'
import { useRows } from '../../api/queries.ts'
import { Sent } from '../../form/sent.tsx'
import { ButtonTo } from '../../frame/link-to.tsx'
import { useProgram } from '../../program/use-program.tsx'

/** Said after a task was done, with the way to the next one. */
export const ThankYou = ({ doneTaskId }: { doneTaskId: string }) => {
  const { programId } = useProgram()
  const tasks = useRows('listTasks', { path: { programId }, query: { mine: 'true', status: 'open', limit: 100 } })
  const open = (tasks.rows ?? [])
    .filter(({ taskId }) => taskId !== doneTaskId)
    .toSorted((a, b) => a.dueAt.localeCompare(b.dueAt))
  const [next] = open
  const base = `/programs/${programId}/tasks`
  const action = next ? (
    <ButtonTo variant="primary" href={`${base}/${next.taskId}`}>
      Go to the next task
    </ButtonTo>
  ) : (
    <ButtonTo href={base}>Go to your tasks</ButtonTo>
  )
  return (
    <Sent isNew>
      <Alert type="success" header="Thank you, your answer is saved" action={action}>
        {next && (open.length === 1 ? 'One more task waits for you' : `${open.length} more tasks wait for you`)}
        {next && `; due first: ${next.title}`}
        {!next && tasks.complete && 'Nothing else is asked of you now.'}
      </Alert>
    </Sent>
  )
}
