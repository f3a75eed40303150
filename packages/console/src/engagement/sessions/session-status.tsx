import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator'
import type { Session } from '../words.ts'

const looks: Record<Session['status'], [StatusIndicatorProps.Type, string]> = {
  scheduled: ['pending', 'Scheduled'],
  attended: ['success', 'Held'],
  'no-show': ['warning', 'Somebody did not come'],
  cancelled: ['stopped', 'Cancelled'],
}

type Standing = Pick<Session, 'status' | 'startsAt'>

/** Whether a session has begun and nobody has said yet what became of it. @param now ISO instant */
export const isUnrecorded = ({ status, startsAt }: Standing, now: string): boolean =>
  status === 'scheduled' && startsAt <= now

export const sessionStatusInWords = (session: Standing, now: string): string =>
  isUnrecorded(session, now) ? 'Not recorded yet' : looks[session.status][1]

export const SessionStatus = ({ session, now }: { session: Standing; now: string }) => (
  <StatusIndicator type={isUnrecorded(session, now) ? 'warning' : looks[session.status][0]}>
    {sessionStatusInWords(session, now)}
  </StatusIndicator>
)
