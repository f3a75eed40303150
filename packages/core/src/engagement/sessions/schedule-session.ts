import { z } from 'zod'
import type { Actor, Work } from '../../program/actor.ts'
import { loadOpenProgram } from '../../program/load.ts'
import { timestamp } from '../../program/record.ts'
import { whileStale } from '../../program/while-stale.ts'
import { engagementChange } from '../engagement-changed.ts'
import { demandNotPaused, loadOwnEngagement } from '../load-engagement.ts'
import { checkTime } from './check-time.ts'
import { demandKickedOff } from './demand-kicked-off.ts'
import { plannedSession } from './planned-session.ts'
import { type SessionRecord, sessionRecord } from './session-record.ts'

/** When a session is; without `minutes` it lasts as long as the working agreement plans. */
export const sessionTime = z.strictObject({ startsAt: timestamp, minutes: sessionRecord.shape.minutes.optional() })
export type SessionTime = z.infer<typeof sessionTime>

/**
 * One of the pair schedules a session (E3), once the engagement has had its kickoff (E1).
 * @throws DomainError `NotFound`, `NotPossibleNow` (no kickoff yet, with what is missing; closing or ended; program over), `InvalidInput`
 *   naming `startsAt` (past, after the last day, or overlapping another session of either)
 */
export const scheduleSession = (
  { store, now }: Pick<Work, 'store' | 'now'>,
  actor: Actor,
  programId: string,
  engagementId: string,
  { startsAt, minutes }: SessionTime,
): Promise<SessionRecord> =>
  whileStale(async () => {
    const program = await loadOpenProgram(store, actor.tenantId, programId)
    const engagement = await loadOwnEngagement(store, actor, programId, engagementId)
    demandNotPaused(engagement)
    await demandKickedOff(store, engagement, now)
    const number = engagement.sessionsMade + 1
    const start = new Date(startsAt).toISOString()
    const { record, event } = plannedSession(engagement, number, start, now, {
      by: actor.personId,
      ...(minutes !== undefined && { minutes }),
    })
    const guards = await checkTime({ store, now, actor, program, engagement }, record)
    const ahead = { sessionId: record.id, startsAt: record.startsAt, minutes: record.minutes }
    await store.commit(
      [
        { kind: 'session', record, expect: 0 },
        engagementChange({ ...engagement, sessionsMade: number, upcoming: [...engagement.upcoming, ahead] }),
        ...guards,
      ],
      [event],
    )
    return { ...record, version: 1 }
  })
