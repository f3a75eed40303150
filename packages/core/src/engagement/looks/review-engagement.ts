import { DomainError } from '../../errors.ts'
import type { NewEvent } from '../../events.ts'
import type { Change } from '../../ports.ts'
import type { Actor, Work } from '../../program/actor.ts'
import { loadOpenProgram } from '../../program/load.ts'
import { whileStale } from '../../program/while-stale.ts'
import { engagementChange, engagementChanged } from '../engagement-changed.ts'
import type { EngagementRecord, guidanceLevels } from '../engagement-record.ts'
import { newEscalation } from '../ledgers/new-escalation.ts'
import { demandGoingOn, loadOwnEngagement, type Side } from '../load-engagement.ts'

type Changed = Parameters<typeof engagementChanged>[1]
type Edit = { record: EngagementRecord; changes?: Change[]; events?: NewEvent[] }

/** Changes an engagement that has started, by one of its pair. @param edit nothing: there is nothing to change */
const edited = (
  { store, now }: Work,
  actor: Actor,
  { programId, engagementId, side, what }: { programId: string; engagementId: string; side: Side; what: Changed },
  edit: (engagement: EngagementRecord, zone: string) => Edit | undefined,
): Promise<EngagementRecord> =>
  whileStale(async () => {
    const { zone } = await loadOpenProgram(store, actor.tenantId, programId)
    const engagement = await loadOwnEngagement(store, actor, programId, engagementId, side)
    demandGoingOn(engagement)
    if (!engagement.kickedOffAt) {
      throw new DomainError('NotPossibleNow', 'The engagement has not started yet: complete its kickoff first (E1).')
    }
    const next = edit(engagement, zone)
    if (!next) return engagement
    const { record, changes = [], events = [] } = next
    const told = engagementChanged(record, what, { now, by: actor.personId })
    await store.commit([engagementChange(record), ...changes], [told, ...events])
    return { ...record, version: engagement.version + 1 }
  })

/**
 * The pair has looked at whether it helps (E5), and says whether to go on. A "no" ends nothing by itself: operations are told and
 * decide. The same again on the same day changes nothing.
 * @throws DomainError `NotFound`, `NotPossibleNow` (not started; ended)
 */
export const reviewEngagement = (
  work: Work,
  actor: Actor,
  programId: string,
  engagementId: string,
  { goOn }: { goOn: boolean },
): Promise<EngagementRecord> =>
  edited(work, actor, { programId, engagementId, side: 'either', what: 'reviewed' }, (engagement, zone) => {
    const { now, ids } = work
    const by = actor.personId
    const last = engagement.reviews.at(-1)
    if (last?.by === by && last.goOn === goOn && last.at.slice(0, 10) === now.slice(0, 10)) return undefined
    const record = { ...engagement, reviews: [...engagement.reviews, { at: now, by, goOn }] }
    if (goOn) return { record }
    const { change, event } = newEscalation(engagement, ids.next(now), {
      ...{ kind: 'operational', zone, now, by },
      text: 'In the review of an engagement, one of the pair said that it should not go on. Speak with both.',
    })
    return { record, changes: [change], events: [event] }
  })

/**
 * The provider says how much they guide now (E10). The present level again changes nothing.
 * @throws DomainError `NotFound`, `NotAllowed` (the participant), `NotPossibleNow`
 */
export const recordGuidance = (
  work: Work,
  actor: Actor,
  programId: string,
  engagementId: string,
  { level }: { level: (typeof guidanceLevels)[number] },
): Promise<EngagementRecord> =>
  edited(work, actor, { programId, engagementId, side: 'provider', what: 'guided' }, (engagement) =>
    engagement.guidance.at(-1)?.level === level
      ? undefined
      : {
          record: { ...engagement, guidance: [...engagement.guidance, { level, at: work.now, by: actor.personId }] },
        },
  )

/**
 * The provider confirms that the participant handled a novel hard situation alone and gave an account of it (E10). The account
 * itself stays with the two; once confirmed, nothing changes any more.
 * @throws DomainError `NotFound`, `NotAllowed` (the participant), `NotPossibleNow`
 */
export const confirmIndependence = (
  work: Work,
  actor: Actor,
  programId: string,
  engagementId: string,
): Promise<EngagementRecord> =>
  edited(work, actor, { programId, engagementId, side: 'provider', what: 'independent' }, (engagement) =>
    engagement.independentSince ? undefined : { record: { ...engagement, independentSince: work.now } },
  )
