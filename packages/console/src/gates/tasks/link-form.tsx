import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import type { Answer, Input } from '../../api/client.ts'
import { useAct } from '../../api/queries.ts'
import { bodyOf, hintsOfBody } from '../../form/answer-body.ts'
import { draftKeyFor } from '../../form/draft.ts'
import { SchemaForm } from '../../form/schema-form.tsx'
import { isNoted, sendWords } from './task-words.ts'

type LinkFormProps = { task: Answer<'readTaskLink'>; linkKey: string; onSent: () => void }

/** The form of a task that the link of a mail opened. */
export const LinkForm = ({ task, linkKey, onSent }: LinkFormProps) => {
  const answer = useAct('answerTaskLink')
  const send = async (body: unknown) => {
    await answer.mutateAsync({ body: { key: linkKey, ...(body as Omit<Input<'answerTaskLink'>['body'], 'key'>) } })
    onSent()
  }
  return (
    <Container header={<Header variant="h2">Your answer</Header>}>
      <SchemaForm
        schema={bodyOf(task.form, { noted: isNoted(task.kind) })}
        hints={hintsOfBody({})}
        zone={task.zone}
        draftKey={draftKeyFor(linkKey)}
        action={sendWords(task.kind)}
        onSend={send}
      />
    </Container>
  )
}
