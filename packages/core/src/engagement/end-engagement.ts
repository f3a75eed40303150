import { platform, type Work } from '../program/actor.ts'
import { whileStale } from '../program/while-stale.ts'
import { engagementChange, engagementChanged } from './engagement-changed.ts'
import type { EngagementRecord } from './engagement-record.ts'
import { cancelled, loadOpenTasks } from './engagement-tasks.ts'
import { type EngagementRef, loadEngagement } from './load-engagement.ts'
import { callOff, callOffLongList } from './sessions/call-off.ts'

export type EndReason = NonNullable<EngagementRecord['endReason']>

/** Tasks changed in one transaction. */
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
  const why = { because: because[reason], by }
  await callOffLongList(work, ref, why)
  return whileStale(async () => {
    const engagement = await loadEngagement(store, ref)
    if (engagement.status === 'ended') return engagement
    const tasks = await loadOpenTasks(store, engagement, { collected: reason !== 'completed' })
    const sessions = await callOff(work, engagement, engagement.upcoming, why)
    const ended: EngagementRecord = {
      ...engagement,
      ...{ status: 'ended', endedAt: now, endReason: reason, upcoming: [], asked: undefined, paused: undefined },
    }
    await store.commit(
      [engagementChange(ended), ...sessions.changes, ...cancelled(tasks.slice(0, batch))],
      [engagementChanged(ended, 'ended', { now, by }), ...sessions.events],
    )
    return { ...ended, version: engagement.version + 1 }
  })
}

const because: Record<EndReason, string> = {
  completed: 'The engagement has come to its end.',
  reassigned: 'The participant was matched with somebody else.',
  withdrawn: 'One of the two has left, or the engagement was ended.',
  'program over': 'The program is over.',
}
