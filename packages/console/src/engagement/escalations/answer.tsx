import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import { useAct } from '../../api/queries.ts'
import { SchemaForm } from '../../form/schema-form.tsx'
import { useTell } from '../../frame/notices.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { form, text } from '../schemas.ts'
import type { Escalation } from '../words.ts'

const said = form({ answer: text('What becomes of the matter?', 2000) })

/** Answers an escalation that goes to the person signed in. */
export const Answer = ({ escalation }: { escalation: Escalation }) => {
  const { programId, zone } = useProgram()
  const tell = useTell()
  const answer = useAct('answerEscalation')
  const { escalationId } = escalation
  return (
    <Container
      header={
        <Header variant="h2" description="Who raised it reads your answer. It cannot be changed afterwards.">
          Your answer
        </Header>
      }
    >
      <SchemaForm
        schema={said}
        zone={zone}
        action="Answer"
        onSend={async (body) => {
          await answer.mutateAsync({ path: { programId, escalationId }, body: body as { answer: string } })
          tell('The escalation is answered.')
        }}
      />
    </Container>
  )
}
