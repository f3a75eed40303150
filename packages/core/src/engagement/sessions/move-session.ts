import type { Actor, Work } from '../../program/actor.ts'
import { demandNotPaused } from '../load-engagement.ts'
import { changeSession, demandScheduled, withoutAhead } from './change-session.ts'
import { checkTime } from './check-time.ts'
import type { SessionTime } from './schedule-session.ts'
import type { SessionRecord } from './session-record.ts'

/**
 * One of the pair moves a scheduled session; its calendar invitation gets the next SEQUENCE (E9). The same time again changes nothing.
 * @throws DomainError `NotFound`, `NotPossibleNow` (not scheduled any more, engagement ended or paused), `InvalidInput` naming `startsAt`
 */
export const moveSession = (
  { store, now }: Pick<Work, 'store' | 'now'>,
  actor: Actor,
  programId: string,
  sessionId: string,
  time: SessionTime,
): Promise<SessionRecord> =>
  changeSession({ store, now }, actor, programId, sessionId, async ({ program, engagement, session }) => {
    demandScheduled(session, 'moved')
    demandNotPaused(engagement)
    const { minutes = session.minutes } = time
    const startsAt = new Date(time.startsAt).toISOString()
    if (startsAt === new Date(session.startsAt).toISOString() && minutes === session.minutes) return undefined
    const meeting = { startsAt, minutes }
    const changes = await checkTime({ store, now, actor, program, engagement }, meeting, sessionId)
    const { upcoming, ...rest } = withoutAhead(engagement, sessionId)
    return {
      session: { ...session, ...meeting, sequence: session.sequence + 1 },
      engagement: { ...rest, upcoming: [...upcoming, { sessionId, ...meeting }] },
      changes,
    }
  })
