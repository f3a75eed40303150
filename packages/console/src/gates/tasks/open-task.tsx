import Alert from '@cloudscape-design/components/alert'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useRead } from '../../api/queries.ts'
import { ButtonTo } from '../../frame/link-to.tsx'
import { Loading } from '../../frame/loading.tsx'
import { Trouble } from '../../frame/trouble.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { SwitchButton } from '../../sign-in/switch-button.tsx'
import { EngagementTask } from './engagement-task.tsx'
import { questionHints } from './question-hints.ts'
import { selectionHints } from './selection-hints.ts'
import { SelectionMaterial } from './selection-material.tsx'
import { TaskForm } from './task-form.tsx'
import { doneAtGate, type Task } from './task-words.ts'

export type OpenTaskProps = { task: Task; onSent: () => void }

/** What is to be done: the form with all it rests on, or the way to the gate. */
export const OpenTask = ({ task, isMine, who, onSent }: OpenTaskProps & { isMine: boolean; who: string }) => {
  const { programId, part, may } = useProgram()
  const atGate = doneAtGate[task.kind]
  // A program owner may state a fact, and say that something is done, for whoever was asked.
  const mayStandIn = (task.kind === 'attest' || task.kind === 'do') && may('edit program')
  if (!isMine && !mayStandIn)
    return (
      <Alert type="info" header="This task asks somebody else" action={<SwitchButton />}>
        It asks {who}. You are signed in as {part.name}, so you can read it here but not do it.
      </Alert>
    )
  if (atGate)
    return (
      <div>
        <ButtonTo variant="primary" href={`/programs/${programId}/gates/${task.gate}`}>
          {`${atGate} ${task.gate}`}
        </ButtonTo>
      </div>
    )
  return (
    <SpaceBetween size="l">
      {!isMine && (
        <Alert type="info" header="This task asks somebody else">
          It asks {who}. As program owner you can answer in their place; the record says that you did.
        </Alert>
      )}
      {task.kind === 'select' ? (
        <SelectionTask task={task} onSent={onSent} />
      ) : task.kind === 'engage' ? (
        <EngagementTask task={task} onSent={onSent} />
      ) : (
        <TaskForm task={task} onSent={onSent} hints={task.kind === 'attest' ? questionHints : closingHints} />
      )}
    </SpaceBetween>
  )
}

const closingHints = {
  goals: { noun: 'goal' },
  'goals.goal': { label: 'The goal' },
  'goals.reached': { label: 'Was it reached?' },
  transfer: { noun: 'item' },
  'transfer.item': { label: 'What is handed on' },
  'transfer.done': { label: 'Is it done?' },
}

const SelectionTask = ({ task, onSent }: OpenTaskProps) => {
  const { programId, zone, part } = useProgram()
  const material = useRead('getTaskMaterial', { path: { programId, taskId: task.taskId } })
  if (!material.data) {
    return material.error ? (
      <Trouble error={material.error} what="What the task is about" again={() => void material.refetch()} />
    ) : (
      <Loading what="what the task is about" />
    )
  }
  const { candidateName } = material.data
  return (
    <SpaceBetween size="l">
      <SelectionMaterial material={material.data} zone={zone} />
      <TaskForm
        task={task}
        onSent={onSent}
        action={material.data.form === 'signature' ? 'Sign' : undefined}
        hints={selectionHints(material.data, task.role)}
        title={candidateName === part.name ? 'Your answer' : `Your answer about ${candidateName}`}
      />
    </SpaceBetween>
  )
}
