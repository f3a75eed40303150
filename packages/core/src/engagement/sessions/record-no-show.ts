import type { Actor, Work } from '../../program/actor.ts'
import { changeSession, demandScheduled, withoutAhead } from './change-session.ts'
import { demandStarted } from './record-attendance.ts'
import type { SessionRecord } from './session-record.ts'

/**
 * One of the pair records that a session did not take place because somebody did not come. Recorded before, nothing changes.
 * @throws DomainError `NotFound`, `NotPossibleNow` (before its start; attended or cancelled; engagement ended)
 */
export const recordNoShow = (
  { store, now }: Pick<Work, 'store' | 'now'>,
  actor: Actor,
  programId: string,
  sessionId: string,
): Promise<SessionRecord> =>
  changeSession({ store, now }, actor, programId, sessionId, ({ program, engagement, session }) => {
    if (session.status === 'no-show') return undefined
    demandScheduled(session, 'recorded as missed')
    demandStarted(session, program.zone, now)
    return {
      session: { ...session, status: 'no-show', recordedAt: now, recordedBy: actor.personId },
      engagement: withoutAhead(engagement, sessionId),
    }
  })
