import type { Event } from '../events.ts'
import type { Store, Workflows } from '../ports.ts'
import { platform, type Work } from '../program/actor.ts'
import { allOf } from '../program/load.ts'
import { askAboutPaused } from './ask-about-paused.ts'
import { handOver } from './closing/hand-over.ts'
import { suggestHandoffs } from './closing/suggest-handoff.ts'
import { type EndReason, endEngagement } from './end-engagement.ts'
import type { EngagementRecord } from './engagement-record.ts'
import { answerEngagement, resumeEngagement } from './engagement-steps.ts'
import { type EngagementRef, scopeOf } from './load-engagement.ts'
import { openEngagement } from './open-engagement.ts'
import { pauseEngagement } from './pause-engagement.ts'

/** Starts the machine `engagement`; the same engagement again gives the same execution. */
export type StartEngagement = (ref: EngagementRef) => Promise<unknown>

/**
 * What engagements do about an event: begin with a published match, answer their machines, pause with their match, end with it, a
 * person or the program. Repeatable. `now` of whatever is written is the time of the event.
 */
export const followEngagements = async (
  { store, ids }: Pick<Work, 'store' | 'ids'>,
  workflows: Workflows,
  event: Event,
  startEngagement: StartEngagement,
): Promise<void> => {
  const { tenantId, programId, at: now } = event
  const work = { store, ids, now }
  const about = (engagementId: string): EngagementRef => ({ tenantId, programId, engagementId })
  switch (event.type) {
    case 'match.published':
      return openEngagement(work, { tenantId, programId, matchId: event.matchId })
    case 'match.ended': {
      const match = await store.get('match', scopeOf(event), event.matchId)
      return endAll(work, event, match?.replacedBy ? 'reassigned' : 'withdrawn', ({ id }) => id === event.matchId)
    }
    case 'match.paused':
      return pauseEngagement(work, event)
    case 'member.returned':
      return askAboutPaused(store, event)
    case 'person.changed':
      return suggestHandoffs(store, event)
    case 'member.withdrawn':
      return endAll(work, event, 'withdrawn', ({ participantId, providerId }) =>
        [participantId, providerId].includes(event.personId),
      )
    case 'program.stopped':
    case 'program.completed':
      return endAll(work, event, 'program over', () => true)
    case 'program.resumed':
      for (const { id } of await goingOn(store, event)) await resumeEngagement(work, workflows, about(id))
      return
    case 'engagement.changed':
      return followChange(work, workflows, event, startEngagement)
    case 'closing.submitted':
      return answerEngagement(work, workflows, about(event.engagementId))
    default:
      return
  }
}

const followChange = async (
  work: Work,
  workflows: Workflows,
  { tenantId, programId, engagementId, what, service, endReason, by }: Extract<Event, { type: 'engagement.changed' }>,
  startEngagement: StartEngagement,
): Promise<void> => {
  const ref = { tenantId, programId, engagementId }
  switch (what) {
    case 'opened':
      await startEngagement(ref)
      // A coaching that came to its end before there was a mentor.
      return service === 'mentor' ? handOver(work, ref) : undefined
    case 'charter signed':
    case 'agreement signed':
    case 'kicked off':
      return answerEngagement(work, workflows, ref)
    case 'ended':
      // One that came to its planned end was ended by its own machine, which is through.
      return endReason === 'completed' && by === platform ? undefined : endMachine(work.store, workflows, ref)
    default:
      return
  }
}

const endMachine = async (store: Store, workflows: Workflows, ref: EngagementRef): Promise<void> => {
  const engagement = await store.get('engagement', scopeOf(ref), ref.engagementId)
  if (engagement?.executionArn) await workflows.stop(engagement.executionArn, 'The engagement has ended.')
}

const goingOn = async (store: Store, event: Event): Promise<EngagementRecord[]> => {
  const all = await allOf(store, 'engagement', scopeOf(event))
  return all.filter(({ status }) => status !== 'ended')
}

const endAll = async (
  work: Work,
  event: Event,
  reason: EndReason,
  concerned: (engagement: EngagementRecord) => boolean,
): Promise<void> => {
  const { tenantId, programId } = event
  for (const engagement of (await goingOn(work.store, event)).filter(concerned)) {
    await endEngagement(work, { tenantId, programId, engagementId: engagement.id }, reason)
  }
}
