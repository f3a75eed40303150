import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import type { ReactNode } from 'react'
import { LinkTo } from '../../frame/link-to.tsx'
import { useNames } from '../../program/use-names.ts'
import { useProgram } from '../../program/use-program.tsx'
import { moment } from '../../when/when.ts'
import type { Escalation } from '../words.ts'

/** What an escalation says, by when it is to be answered, and the answer. */
export const Matter = ({ escalation }: { escalation: Escalation }) => {
  const { programId, part, zone, may } = useProgram()
  const { raisedBy, raisedAt, dueAt, engagementId, text, answer, answeredAt, answeredBy } = escalation
  const named = useNames([raisedBy, answeredBy])
  const nameOf = (id: string): string => {
    const name = named(id)
    return id === part.personId ? 'You' : name === id ? 'Somebody whom it goes to' : name
  }
  const facts: [label: string, value: ReactNode, when: unknown][] = [
    ['Raised', `${nameOf(raisedBy)}, ${moment(raisedAt, zone)}`, true],
    ['Answer due', moment(dueAt, zone), true],
    [
      'Engagement',
      <LinkTo key="about" href={`/programs/${programId}/engagements/${engagementId}`}>
        Open the engagement
      </LinkTo>,
      engagementId && may('read engagements'),
    ],
    ['Answered', answeredBy && answeredAt && `${nameOf(answeredBy)}, ${moment(answeredAt, zone)}`, answeredAt],
  ]
  return (
    <Container header={<Header variant="h2">The matter</Header>}>
      <KeyValuePairs
        columns={2}
        items={[
          ...facts.filter(([, , when]) => when).map(([label, value]) => ({ label, value })),
          { label: 'What it is about', value: <span style={{ whiteSpace: 'pre-line' }}>{text}</span> },
          ...(answer ? [{ label: 'Answer', value: <span style={{ whiteSpace: 'pre-line' }}>{answer}</span> }] : []),
        ]}
      />
    </Container>
  )
}
