import { useAct, useRows } from '../../api/queries.ts'
import { LinkTo } from '../../frame/link-to.tsx'
import { type Column, List } from '../../list/list.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { useNow } from '../../when/use-now.ts'
import { calendarDay, moment } from '../../when/when.ts'
import { FormButton } from '../form-button.tsx'
import { usePair } from '../pair.tsx'
import { counted, numberOf, type Session } from '../words.ts'
import { SessionStatus, sessionStatusInWords } from './session-status.tsx'
import { type SessionTime, sessionTime, sessionTimeHints } from './session-time.ts'

/** The sessions of an engagement, and the next one to schedule. */
export const SessionsTab = () => {
  const { zone } = useProgram()
  const { engagement, href, mayAct, path, side } = usePair()
  const now = useNow()
  const sessions = useRows('listSessions', { path, query: { limit: 100 } })
  const schedule = useAct('scheduleSession')
  const { cadence, kickedOffAt, status } = engagement
  const columns: Column<Session>[] = [
    {
      id: 'number',
      header: 'Session',
      value: ({ sessionId }) => numberOf(sessionId),
      cell: ({ sessionId }) => <LinkTo href={`${href}/sessions/${sessionId}`}>Session {numberOf(sessionId)}</LinkTo>,
      rowHeader: true,
      minWidth: 110,
    },
    {
      id: 'starts',
      header: 'Start',
      value: ({ startsAt }) => startsAt,
      cell: ({ startsAt }) => moment(startsAt, zone),
      minWidth: 190,
    },
    { id: 'minutes', header: 'Length (minutes)', value: ({ minutes }) => minutes },
    {
      id: 'status',
      header: 'Status',
      value: (session) => sessionStatusInWords(session, now),
      cell: (session) => <SessionStatus session={session} now={now} />,
      minWidth: 140,
    },
    ...(cadence
      ? [
          { id: 'topics', header: 'Topics', value: ({ topics }: Session) => topics?.join(', ') || undefined },
          { id: 'actions', header: 'Action items', value: ({ actionItems }: Session) => actionItems },
          {
            id: 'rating',
            header: 'Rating (1–5)',
            value: ({ rating }: Session) => rating,
          },
        ]
      : []),
  ]
  const maySchedule = mayAct && kickedOffAt !== undefined && status === 'active'
  const button = maySchedule && (
    <FormButton
      text="Schedule a session"
      variant="primary"
      schema={sessionTime}
      hints={sessionTimeHints}
      known={{ minutes: cadence?.minutes }}
      onSend={(body: SessionTime) => schedule.mutateAsync({ path, body })}
      done="The session is scheduled. Both of you get a calendar invitation."
    >
      At a time that is free for both of you
      {cadence && `, up to the last day, ${calendarDay(cadence.endsOn)}`}.
    </FormButton>
  )
  return (
    <List
      title="Sessions"
      about={
        cadence && `${counted(engagement.sessionsMade ?? 0, 'session')} made so far; ${cadence.sessions} are planned.`
      }
      from={sessions}
      noun={{ one: 'session', many: 'sessions' }}
      id={({ sessionId }) => sessionId}
      columns={columns}
      sortedBy={{ id: 'starts', descending: true }}
      file="sessions"
      actions={button}
      empty={{
        text: kickedOffAt
          ? 'No session is planned.'
          : side
            ? 'The first three sessions are planned by the kickoff. The overview says what is missing for it.'
            : 'The first three sessions are planned by the kickoff.',
      }}
    />
  )
}
