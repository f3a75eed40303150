import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import type { ReactNode } from 'react'
import { LinkTo } from '../../frame/link-to.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { useNow } from '../../when/use-now.ts'
import { calendarDay, dayOf, fromNow, moment } from '../../when/when.ts'
import { usePair } from '../pair.tsx'
import { reviewDueOn } from '../review-due.ts'
import { PaceSign, ReviewDue } from '../signs.tsx'
import { useToday } from '../use-today.ts'
import { counted, endReasonInWords, guidanceInWords, nextSession, serviceInWords } from '../words.ts'

const managersSee = 'You see how far it has come; what they talk about stays with the two of them.'

/** Where an engagement stands. */
export const Facts = () => {
  const { zone } = useProgram()
  const { engagement, href } = usePair()
  const now = useNow()
  const today = useToday()
  const { cadence, owners, kickedOffAt, lastHeldAt, stalledSince, endedAt, endReason, independentSince } = engagement
  const next = nextSession(engagement, now)
  const level = engagement.guidance?.at(-1)?.level
  const facts: [label: string, value: ReactNode, when: unknown][] = [
    ['Participant', engagement.participantName, true],
    ['Coach or mentor', `${engagement.providerName}, ${serviceInWords(engagement)}`, true],
    ['Match published', dayOf(engagement.publishedAt, zone), true],
    ['Started', kickedOffAt && dayOf(kickedOffAt, zone), kickedOffAt],
    [
      'Pace',
      <>
        <PaceSign engagement={engagement} />
        {stalledSince && <div>No session in two cadences, since {dayOf(stalledSince, zone)}</div>}
      </>,
      cadence,
    ],
    [
      'Meets',
      cadence && `Every ${counted(cadence.everyDays, 'day')} for ${cadence.minutes} minutes, ${cadence.sessions} times`,
      cadence,
    ],
    [
      'Next session',
      next ? (
        <>
          <LinkTo href={`${href}/sessions/${next.sessionId}`}>{moment(next.startsAt, zone)}</LinkTo>
          <div>{fromNow(next.startsAt, now)}</div>
        </>
      ) : (
        'None planned'
      ),
      cadence && engagement.status !== 'ended',
    ],
    ['Last session', lastHeldAt && dayOf(lastHeldAt, zone), lastHeldAt],
    ['Last day', cadence && calendarDay(cadence.endsOn), cadence],
    [
      'Next review',
      <ReviewDue key="due" due={reviewDueOn(engagement, zone)} today={today} />,
      kickedOffAt && engagement.status === 'active',
    ],
    ['Guidance now', level && guidanceInWords[level], level],
    [
      'Handles a novel hard situation alone',
      independentSince && `Since ${dayOf(independentSince, zone)}`,
      independentSince,
    ],
    ['Ended', endedAt && `${dayOf(endedAt, zone)}. ${endReason ? endReasonInWords[endReason] : ''}`, endedAt],
    ['Program owner to turn to', owners.join(', '), owners.length > 0],
  ]
  return (
    <Container
      header={
        <Header variant="h2" description={cadence ? undefined : managersSee}>
          Where it stands
        </Header>
      }
    >
      <KeyValuePairs
        columns={3}
        items={facts.filter(([, , when]) => when).map(([label, value]) => ({ label, value }))}
      />
    </Container>
  )
}
