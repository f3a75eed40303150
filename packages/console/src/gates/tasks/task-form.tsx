import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import type { Input } from '../../api/client.ts'
import { useAct } from '../../api/queries.ts'
import { bodyOf, hintsOfBody } from '../../form/answer-body.ts'
import type { Hints } from '../../form/schema.ts'
import { SchemaForm } from '../../form/schema-form.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { isNoted, sendWords, type Task } from './task-words.ts'

type TaskFormProps = { task: Task; hints: Hints; onSent: () => void; title?: string; action?: string; known?: unknown }

/** The form of a task of a person who is signed in. */
export const TaskForm = ({ task, hints, onSent, title = 'Your answer', action, known }: TaskFormProps) => {
  const { programId, part, zone } = useProgram()
  const answer = useAct('answerTask')
  const { taskId, kind } = task
  const send = async (body: unknown) => {
    await answer.mutateAsync({ path: { programId, taskId }, body: body as Input<'answerTask'>['body'] })
    onSent()
  }
  return (
    <Container header={<Header variant="h2">{title}</Header>}>
      <SchemaForm
        schema={bodyOf(task.form, { noted: isNoted(task.kind) })}
        hints={hintsOfBody(hints)}
        known={{ answer: known }}
        zone={zone}
        draftKey={`${part.personId}.${programId}.${taskId}`}
        action={action ?? sendWords(kind)}
        onSend={send}
      />
    </Container>
  )
}
