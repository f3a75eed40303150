import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import { useAct } from '../../api/queries.ts'
import { SchemaForm } from '../../form/schema-form.tsx'
import { useTell } from '../../frame/notices.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { usePair } from '../pair.tsx'
import { form } from '../schemas.ts'
import { type Guidance, guidanceInWords, guidanceOptions, type SessionDetail } from '../words.ts'
import { type ActionItemEntered, actionItem, actionItemHints } from './action-item-schema.ts'

const held = form({
  topics: {
    type: 'array',
    title: 'Topics',
    description: 'Tags of a few words each. What was said belongs into the notes.',
    items: { type: 'string', minLength: 1, maxLength: 40, pattern: '^[\\p{L}\\p{N}][\\p{L}\\p{N} &/-]{0,39}$' },
    minItems: 1,
    maxItems: 10,
    uniqueItems: true,
  },
  actionItems: { type: 'array', title: 'Action items', items: actionItem, minItems: 1, maxItems: 3 },
  guidance: { type: 'string', title: 'How much did the coach or mentor guide?', enum: Object.keys(guidanceInWords) },
})

type Held = { topics: string[]; actionItems: ActionItemEntered[]; guidance: Guidance }

/** Records that a session took place, with its topics and 1 to 3 action items (E3). */
export const RecordSession = ({ session }: { session: SessionDetail }) => {
  const { programId, zone } = useProgram()
  const { engagement } = usePair()
  const tell = useTell()
  const attend = useAct('recordAttendance')
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="It has begun. Say what became of it; one of you does it for both. Every session ends with 1 to 3 action items."
        >
          Record that it was held
        </Header>
      }
    >
      <SchemaForm
        schema={held}
        hints={{
          ...actionItemHints(engagement, 'actionItems.'),
          topics: { remedy: 'Use letters, digits, blanks, & / and -; 40 characters at most.' },
          actionItems: {
            noun: 'action item',
            description: 'Read by the two of you alone; how many there are is counted.',
          },
          guidance: { options: guidanceOptions },
        }}
        known={{ guidance: engagement.guidance?.at(-1)?.level, actionItems: [{ kind: 'action' }] }}
        zone={zone}
        action="Record that it was held"
        onSend={async (body) => {
          await attend.mutateAsync({ path: { programId, sessionId: session.sessionId }, body: body as Held })
          tell('The session is recorded as held, with its action items.')
        }}
      />
    </Container>
  )
}
