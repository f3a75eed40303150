import type { Actor, Work } from '../../program/actor.ts'
import { changeSession, demandScheduled, withoutAhead } from './change-session.ts'
import type { SessionRecord } from './session-record.ts'

/** A scheduled session as it is once cancelled: its calendar invitation gets the next SEQUENCE (E9). */
export const cancelledSession = (
  session: SessionRecord,
  reason: string,
  { now, by }: { now: string; by: string },
): SessionRecord => ({
  ...session,
  status: 'cancelled',
  sequence: session.sequence + 1,
  cancelledBecause: reason,
  recordedAt: now,
  recordedBy: by,
})

/**
 * One of the pair cancels a scheduled session. Cancelled before, nothing changes.
 * @throws DomainError `NotFound`, `NotPossibleNow` (was attended or missed, engagement ended)
 */
export const cancelSession = (
  { store, now }: Pick<Work, 'store' | 'now'>,
  actor: Actor,
  programId: string,
  sessionId: string,
  reason: string,
): Promise<SessionRecord> =>
  changeSession({ store, now }, actor, programId, sessionId, ({ engagement, session }) => {
    if (session.status === 'cancelled') return undefined
    demandScheduled(session, 'cancelled')
    return {
      session: cancelledSession(session, reason, { now, by: actor.personId }),
      engagement: withoutAhead(engagement, sessionId),
    }
  })
