import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import type { ReactNode } from 'react'
import { useProgram } from '../../program/use-program.tsx'
import { useNow } from '../../when/use-now.ts'
import { fromNow, moment } from '../../when/when.ts'
import { usePair } from '../pair.tsx'
import { counted, guidanceInWords, type SessionDetail } from '../words.ts'

/** When a session is, and what became of it. */
export const SessionFacts = ({ session }: { session: SessionDetail }) => {
  const { zone } = useProgram()
  const { engagement, nameOf } = usePair()
  const now = useNow()
  const {
    replies,
    startsAt,
    minutes,
    topics,
    guidance,
    rating,
    recordedAt,
    recordedBy,
    cancelledBecause,
    actionItems,
  } = session
  const facts: [label: string, value: ReactNode, when: unknown][] = [
    ['Pair', `${engagement.participantName} and ${engagement.providerName}`, true],
    ['Start', `${moment(startsAt, zone)}, ${fromNow(startsAt, now)}`, true],
    ['Length', `${minutes} minutes`, true],
    [
      'Answers to the invitation',
      replies?.map(({ personId, answer }) => `${nameOf(personId)}: ${answer}`).join(', '),
      session.status === 'scheduled' && replies?.length,
    ],
    ['Topics', topics?.join(', '), topics?.length],
    ['Action items', counted(actionItems, 'action item'), session.status === 'attended'],
    ['Guidance', guidance && guidanceInWords[guidance], guidance],
    ['Rating by the participant', `${rating} of 5`, rating],
    [
      'Recorded',
      `${recordedBy ? `${nameOf(recordedBy)}, ` : ''}${recordedAt ? moment(recordedAt, zone) : ''}`,
      recordedAt,
    ],
    ['Cancelled because', cancelledBecause, cancelledBecause],
  ]
  return (
    <Container header={<Header variant="h2">The session</Header>}>
      <KeyValuePairs
        columns={3}
        items={facts.filter(([, , when]) => when).map(([label, value]) => ({ label, value }))}
      />
    </Container>
  )
}
