import type { NewEvent } from '../events.ts'
import type { Change } from '../ports.ts'
import { platform, type Work } from '../program/actor.ts'
import { whileStale } from '../program/while-stale.ts'
import { engagementChange, engagementChanged } from './engagement-changed.ts'
import type { EngagementRecord } from './engagement-record.ts'
import { cancelled, loadOpenTasks } from './engagement-tasks.ts'
import { type EngagementRef, loadEngagement, scopeOf } from './load-engagement.ts'
import { cancelledSession } from './sessions/cancel-session.ts'
import { sessionChanged } from './tell.ts'

export type EndReason = NonNullable<EngagementRecord['endReason']>

/** Sessions or tasks changed in one transaction. */
const batch = 40

/**
 * Ends an engagement: sessions ahead are cancelled, open tasks called off; of one that came to its planned end, what gates ask
 * about it stays open. Repeatable: the first reason stays.
 * @throws DomainError `NotFound`
 */
export const endEngagement = async (
  work: Pick<Work, 'store' | 'now'>,
  ref: EngagementRef,
  reason: EndReason,
  by = platform,
): Promise<EngagementRecord> => {
  const { store, now } = work
  await cancelLongList(work, ref, reason, by)
  return whileStale(async () => {
    const engagement = await loadEngagement(store, ref)
    if (engagement.status === 'ended') return engagement
    const tasks = await loadOpenTasks(store, engagement, { collected: reason !== 'completed' })
    const sessions = await callOff(work, engagement, reason, by, engagement.upcoming)
    const ended: EngagementRecord = {
      ...engagement,
      ...{ status: 'ended', endedAt: now, endReason: reason, upcoming: [], asked: undefined },
    }
    await store.commit(
      [engagementChange(ended), ...sessions.changes, ...cancelled(tasks.slice(0, batch))],
      [engagementChanged(ended, 'ended', { now, by }), ...sessions.events],
    )
    return { ...ended, version: engagement.version + 1 }
  })
}

/** As many sessions and tasks as do not fit into the last transaction. */
const cancelLongList = async (
  work: Pick<Work, 'store' | 'now'>,
  ref: EngagementRef,
  reason: EndReason,
  by: string,
): Promise<void> => {
  for (;;) {
    const left = await whileStale(async () => {
      const engagement = await loadEngagement(work.store, ref)
      if (engagement.status === 'ended' || engagement.upcoming.length <= batch / 2) return false
      const some = engagement.upcoming.slice(0, batch / 2)
      const { changes, events } = await callOff(work, engagement, reason, by, some)
      const rest = { ...engagement, upcoming: engagement.upcoming.slice(some.length) }
      await work.store.commit([engagementChange(rest), ...changes], events)
      return true
    })
    if (!left) return
  }
}

const because: Record<EndReason, string> = {
  completed: 'The engagement has come to its end.',
  reassigned: 'The participant was matched with somebody else.',
  withdrawn: 'One of the two has left, or the engagement was ended.',
  'program over': 'The program is over.',
}

const callOff = async (
  { store, now }: Pick<Work, 'store' | 'now'>,
  engagement: EngagementRecord,
  reason: EndReason,
  by: string,
  upcoming: EngagementRecord['upcoming'],
): Promise<{ changes: Change[]; events: NewEvent[] }> => {
  const scope = scopeOf({ tenantId: engagement.tenantId, programId: engagement.scope })
  const ids = upcoming.map(({ sessionId }) => sessionId)
  const found = ids.length > 0 ? await store.getMany('session', scope, ids) : []
  const sessions = found
    .filter(({ status, startsAt }) => status === 'scheduled' && startsAt > now)
    .map((session) => cancelledSession(session, because[reason], { now, by }))
  return {
    changes: sessions.map((record) => ({ kind: 'session', record, expect: record.version })),
    events: sessions.map((record) => sessionChanged(record, engagement, { now, by })),
  }
}
