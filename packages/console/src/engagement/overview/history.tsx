import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import type { ReactNode } from 'react'
import { useProgram } from '../../program/use-program.tsx'
import { dayOf } from '../../when/when.ts'
import { usePair } from '../pair.tsx'
import { endReasonInWords, guidanceInWords } from '../words.ts'

type Entry = { at: string; what: ReactNode }

/** What happened to an engagement, newest first. */
export const History = () => {
  const { zone } = useProgram()
  const { engagement, nameOf } = usePair()
  const { publishedAt, charterSignedAt, kickedOffAt, lastHeldAt, stalledSince, independentSince, handoff } = engagement
  const once: [at: string | undefined, what: string][] = [
    [publishedAt, 'The match was published'],
    [charterSignedAt, 'Role charter and data-access agreement were signed'],
    [kickedOffAt, 'The engagement started'],
    [lastHeldAt, 'Last session'],
    [stalledSince, 'Stalled: no session in two cadences'],
    [independentSince, `${engagement.participantName} handles a novel hard situation alone`],
    [handoff?.at, 'Handed over to the mentor'],
    [
      engagement.endedAt,
      `The engagement ended. ${engagement.endReason ? `${endReasonInWords[engagement.endReason]}.` : ''}`,
    ],
  ]
  const entries: Entry[] = [
    ...once.flatMap(([at, what]) => (at ? [{ at, what }] : [])),
    ...(engagement.reviews ?? []).map(({ at, by, goOn }) => ({
      at,
      what: (
        <StatusIndicator type={goOn ? 'success' : 'warning'}>
          Review by {nameOf(by)}: {goOn ? 'it goes on' : 'it should not go on'}
        </StatusIndicator>
      ),
    })),
    ...(engagement.guidance ?? []).map(({ at, by, level }) => ({
      at,
      what: `${nameOf(by)}: ${guidanceInWords[level].toLowerCase()}`,
    })),
  ].toSorted((a, b) => b.at.localeCompare(a.at))
  return (
    <Container header={<Header variant="h2">History</Header>}>
      {entries.length === 0 ? (
        <Box>Nothing has happened yet.</Box>
      ) : (
        <KeyValuePairs columns={1} items={entries.map(({ at, what }) => ({ label: dayOf(at, zone), value: what }))} />
      )}
    </Container>
  )
}
