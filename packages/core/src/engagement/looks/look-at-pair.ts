import type { NewEvent } from '../../events.ts'
import type { Change } from '../../ports.ts'
import { platform, type Work } from '../../program/actor.ts'
import { plusDays } from '../../program/calendar.ts'
import { refuseOldExecution } from '../../program/execution-age.ts'
import type { Program } from '../../program/program.ts'
import { loadRunning } from '../../program/schedule-steps.ts'
import { whileStale } from '../../program/while-stale.ts'
import { isPastEnd } from '../agreement/change-agreement.ts'
import { engagementChange, engagementChanged } from '../engagement-changed.ts'
import type { EngagementRecord } from '../engagement-record.ts'
import { loadAsked } from '../engagement-tasks.ts'
import { newEscalation } from '../ledgers/new-escalation.ts'
import { type EngagementRef, loadEngagement } from '../load-engagement.ts'
import { nextLookAt, reviewDueAt } from './next-look.ts'
import { stallStep, stallsAt } from './stalled.ts'

/** What a look at a pair came to: when to look again, or that it is time to close. */
export type Look = { next: 'wait' | 'closing' | 'over'; nextLookAt: string }

/** Days until a pair that is paused is looked at again: it may have gone on. */
const pausedLookDays = 7

/**
 * Looks after a pair that meets (E5, E7): nudges one that has stalled and later tells operations, asks for a review that is due and
 * for signatures that are late, and closes an engagement whose last day is over. A pair that is paused is left alone. A retry with the same `now` does nothing twice.
 * @throws DomainError `ProgramPaused`, `ProgramStopped`, `ExecutionTooOld`
 */
export const lookAtPair = async (work: Work, ref: EngagementRef, startedAt: string): Promise<Look> => {
  const { store, now } = work
  return whileStale(async () => {
    const engagement = await loadEngagement(store, ref)
    if (engagement.status === 'ended') return { next: 'over', nextLookAt: now }
    const program = await loadRunning(store, ref)
    if (engagement.status === 'closing') return { next: 'closing', nextLookAt: now }
    refuseOldExecution(startedAt, now)
    // What has come due by then is looked at once the pair goes on.
    if (engagement.paused) return { next: 'wait', nextLookAt: plusDays(now, program.zone, pausedLookDays) }
    if (isPastEnd(engagement, program, now)) {
      const closing: EngagementRecord = { ...engagement, status: 'closing' }
      const told = engagementChanged(closing, 'closed', { now, by: platform })
      await store.commit([engagementChange(closing)], [told])
      return { next: 'closing', nextLookAt: now }
    }
    const seen = [
      lookForStall,
      lookForReview,
      lookForSignatures(await hasLateSignatures(work, engagement)),
    ].reduce<Seen>(
      (before, look) => {
        const { record, changes, events } = look(work, before.record, program)
        return { record, changes: [...before.changes, ...changes], events: [...before.events, ...events] }
      },
      { record: engagement, changes: [], events: [] },
    )
    if (seen.record !== engagement) {
      await store.commit([engagementChange(seen.record), ...seen.changes], seen.events)
    }
    return { next: 'wait', nextLookAt: nextLookAt(seen.record, program, now) }
  })
}

type Seen = { record: EngagementRecord; changes: Change[]; events: NewEvent[] }

const about = ({ tenantId, scope: programId, id: engagementId }: EngagementRecord, now: string) => ({
  ...{ tenantId, programId, at: now, by: platform, engagementId },
})

const lookForStall = ({ now, ids }: Work, engagement: EngagementRecord, program: Program): Seen => {
  const stalled = (step: 'nudged' | 'escalated'): NewEvent => ({
    type: 'engagement.stalled',
    ...about(engagement, now),
    step,
  })
  switch (stallStep(engagement, program, now)) {
    case 'recovered': {
      const { stalledSince: _, nudgedAt: __, escalatedAt: ___, ...record } = engagement
      return { record, changes: [], events: [] }
    }
    case 'nudge': {
      const stalledSince = stallsAt(engagement, program)!
      return { record: { ...engagement, stalledSince, nudgedAt: now }, changes: [], events: [stalled('nudged')] }
    }
    case 'escalate': {
      const { change, event } = newEscalation(engagement, ids.next(now), {
        ...{ kind: 'operational', zone: program.zone, now, by: platform },
        text: 'A pair has held no session in two cadences, also after it was asked to. Speak with both.',
      })
      const record = { ...engagement, escalatedAt: now }
      return { record, changes: [change], events: [stalled('escalated'), event] }
    }
    default:
      return { record: engagement, changes: [], events: [] }
  }
}

/** Whether a later version of the working agreement is not signed in time; no state of the machine waits for it. */
const hasLateSignatures = async ({ store, now }: Work, engagement: EngagementRecord): Promise<boolean> =>
  (await loadAsked(store, engagement, 'agreement')).some(({ status, dueAt }) => status === 'open' && dueAt < now)

const lookForSignatures =
  (late: boolean) =>
  ({ now }: Work, engagement: EngagementRecord): Seen => {
    if (!late || engagement.remindedAt === now) return { record: engagement, changes: [], events: [] }
    const reminder = engagement.reminders + 1
    return {
      record: { ...engagement, reminders: reminder, remindedAt: now },
      changes: [],
      events: [
        { type: 'engagement.reminded', ...about(engagement, now), asked: 'agreement', reminder, escalate: false },
      ],
    }
  }

const lookForReview = ({ now }: Work, engagement: EngagementRecord, { zone }: Program): Seen => {
  if (reviewDueAt(engagement, zone) > now) return { record: engagement, changes: [], events: [] }
  return {
    record: { ...engagement, reviewAskedAt: now },
    changes: [],
    events: [{ type: 'engagement.review-due', ...about(engagement, now) }],
  }
}
