import { DomainError } from '../../errors.ts'
import type { Change } from '../../ports.ts'
import type { Actor, Work } from '../../program/actor.ts'
import { loadOpenProgram } from '../../program/load.ts'
import { whileStale } from '../../program/while-stale.ts'
import { engagementChange, engagementChanged } from '../engagement-changed.ts'
import type { EngagementRecord } from '../engagement-record.ts'
import { done, loadAsked } from '../engagement-tasks.ts'
import { demandNotPaused, loadOwnEngagement } from '../load-engagement.ts'
import { plannedSession } from '../sessions/planned-session.ts'
import { type KickoffState, kickoffItems } from './kickoff-items.ts'
import { loadKickoff } from './load-kickoff.ts'
import { checkedBlocks } from './plan-blocks.ts'

/**
 * Starts an engagement once all six items are there (E1): the intended starts become its first three sessions. The same again
 * changes nothing.
 * @param blocks the three starts, where they were not named before
 * @throws DomainError `NotFound`, `NotPossibleNow` (names what is missing; ended), `InvalidInput` (starts that cannot be planned)
 */
export const kickOff = (
  { store, now }: Work,
  actor: Actor,
  programId: string,
  engagementId: string,
  blocks?: string[],
): Promise<EngagementRecord> =>
  whileStale(async () => {
    const program = await loadOpenProgram(store, actor.tenantId, programId)
    const engagement = await loadOwnEngagement(store, actor, programId, engagementId)
    demandNotPaused(engagement)
    if (engagement.kickedOffAt) return engagement
    const ground = { store, now, actor, program, engagement }
    const given = blocks && (await checkedBlocks(ground, blocks))
    const named = given?.starts ?? engagement.blocks
    demandAll(kickoffItems({ ...engagement, blocks: named }, await loadKickoff(store, engagement), now))
    // Meetings of either may have come in between since they were named.
    const { starts, changes } = given ?? (await checkedBlocks(ground, named))
    const by = actor.personId
    const sessions = starts.map((startsAt, index) => plannedSession(engagement, index + 1, startsAt, now, { by }))
    const started: EngagementRecord = {
      ...engagement,
      ...{ status: 'active', kickedOffAt: now, blocks: starts, sessionsMade: sessions.length },
      upcoming: sessions.map(({ record: { id: sessionId, startsAt, minutes } }) => ({ sessionId, startsAt, minutes })),
    }
    const open = (await loadAsked(store, engagement, 'kickoff')).filter(({ status }) => status === 'open')
    const tasks = done(open, { now, by })
    await store.commit(
      [
        engagementChange(started),
        ...sessions.map(({ record }): Change => ({ kind: 'session', record, expect: 0 })),
        ...tasks.changes,
        ...changes,
      ],
      [engagementChanged(started, 'kicked off', { now, by }), ...sessions.map(({ event }) => event), ...tasks.events],
    )
    return { ...started, version: engagement.version + 1 }
  })

/** @throws DomainError `NotPossibleNow` naming every item that is missing */
export const demandAll = (items: KickoffState[]): void => {
  const missing = items.flatMap((each) => (each.done ? [] : [`${each.item}: ${each.missing}`]))
  if (missing.length === 0) return
  throw new DomainError(
    'NotPossibleNow',
    `The engagement cannot start before the kickoff is complete. ${missing.join(' ')}`,
  )
}
