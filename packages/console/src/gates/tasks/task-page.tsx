import { useState } from 'react'
import { useParams } from 'react-router'
import { useRead } from '../../api/queries.ts'
import { LinkTo } from '../../frame/link-to.tsx'
import { Loading } from '../../frame/loading.tsx'
import { Page } from '../../frame/page.tsx'
import { useCrumbs } from '../../program/use-crumbs.ts'
import { useNames } from '../../program/use-names.ts'
import { useProgram } from '../../program/use-program.tsx'
import { EndedTask } from './ended-task.tsx'
import { NotFoundTask } from './not-found-task.tsx'
import { OpenTask } from './open-task.tsx'
import { TaskFacts } from './task-facts.tsx'
import { isOfGate, kindWords, type Task } from './task-words.ts'
import { ThankYou } from './thank-you.tsx'

/** A task: who asks whom for what, by when and why; its form, or what became of it. */
export const Component = () => {
  const { taskId = '' } = useParams()
  return <ShownTask key={taskId} taskId={taskId} />
}

const ShownTask = ({ taskId }: { taskId: string }) => {
  const { programId, part, zone } = useProgram()
  const crumbs = useCrumbs(['Tasks', '/tasks'])
  const [isSent, setSent] = useState(false)
  const { data: task, error, refetch } = useRead('getTask', { path: { programId, taskId } })
  const nameOf = useNames([task?.personId, task?.doneBy])
  if (!task) {
    return (
      <Page title="Task" crumbs={crumbs}>
        {error ? <NotFoundTask error={error} again={() => void refetch()} /> : <Loading what="the task" />}
      </Page>
    )
  }
  const isMine = task.personId === part.personId
  const named = (id: string) => (id === part.personId ? 'you' : nameOf(id) === id ? 'somebody else' : nameOf(id))
  const who = isMine ? 'You' : named(task.personId)
  return (
    <Page title={task.title} about={task.why} crumbs={crumbs}>
      {isSent && <ThankYou doneTaskId={taskId} />}
      <TaskFacts
        {...task}
        askedOf={`${who}, as ${task.role}`}
        isOpen={task.status === 'open'}
        zone={zone}
        more={[
          { label: 'What it is', value: kindWords[task.kind] },
          { label: isOfGate(task.kind) ? 'Gate' : 'Rule', value: <Serves task={task} /> },
        ]}
      />
      {task.status === 'open' ? (
        <OpenTask task={task} isMine={isMine} who={who} onSent={() => setSent(true)} />
      ) : (
        <EndedTask task={task} named={named} />
      )}
    </Page>
  )
}

/** The gate or the rule that a task serves, with the way to what it is about. */
const Serves = ({ task: { kind, gate, selection, engagementId } }: { task: Task }) => {
  const { programId, may } = useProgram()
  const base = `/programs/${programId}`
  if (isOfGate(kind)) return may('read gates') ? <LinkTo href={`${base}/gates/${gate}`}>{gate}</LinkTo> : gate
  const [about, href] = selection
    ? ['the candidacy', may('read candidacies') && `${base}/candidacies/${selection.candidacyId}`]
    : ['the engagement', may('read engagements') && `${base}/engagements/${engagementId}`]
  return (
    <>
      {gate}
      {href && (
        <>
          {' – '}
          <LinkTo href={href}>{about}</LinkTo>
        </>
      )}
    </>
  )
}
