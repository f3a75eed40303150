import { DomainError } from '../errors.ts'
import type { Scope, Store } from '../ports.ts'
import type { Actor } from '../program/actor.ts'
import { actions } from '../program/authority.ts'
import { loadPeople } from '../program/load.ts'
import type { EngagementRecord } from './engagement-record.ts'

export type EngagementRef = { tenantId: string; programId: string; engagementId: string }

export const scopeOf = ({ tenantId, programId }: Omit<EngagementRef, 'engagementId'>): Scope => ({
  tenantId,
  scope: programId,
})

/** Somebody else's engagement answers exactly like one that there is not. */
const unknownEngagement = (engagementId: string): DomainError =>
  new DomainError('NotFound', `There is no engagement "${engagementId}" that you can see in this program.`)

/** @throws DomainError `NotFound` */
export const loadEngagement = async (store: Store, ref: EngagementRef): Promise<EngagementRecord> => {
  const engagement = await store.get('engagement', scopeOf(ref), ref.engagementId)
  if (!engagement) throw unknownEngagement(ref.engagementId)
  return engagement
}

/** Who may act in it: the two of the pair, or one of them. */
export type Side = 'participant' | 'provider' | 'either'

const idsOf = ({ participantId, providerId }: EngagementRecord, side: Side): string[] => [
  ...(side === 'provider' ? [] : [participantId]),
  ...(side === 'participant' ? [] : [providerId]),
]

/**
 * An engagement of the actor's own.
 * @throws DomainError `NotFound` (also for everybody outside of the pair, whatever their role), `NotAllowed` (the other one of the
 *   pair does this)
 */
export const loadOwnEngagement = async (
  store: Store,
  actor: Actor,
  programId: string,
  engagementId: string,
  side: Side = 'either',
): Promise<EngagementRecord> => {
  const engagement = await loadEngagement(store, { tenantId: actor.tenantId, programId, engagementId })
  if (!idsOf(engagement, 'either').includes(actor.personId)) throw unknownEngagement(engagementId)
  if (idsOf(engagement, side).includes(actor.personId)) return engagement
  const who = side === 'participant' ? 'participant' : engagement.service
  throw new DomainError('NotAllowed', `Only the ${who} of this engagement does this.`)
}

/** @throws DomainError `NotPossibleNow` */
export const demandGoingOn = ({ status, endedAt }: EngagementRecord): void => {
  if (status !== 'ended') return
  throw new DomainError('NotPossibleNow', `This engagement ended on ${endedAt}; nothing of it can change any more.`)
}

/** @throws DomainError `NotPossibleNow` (also when it has ended) */
export const demandNotPaused = (engagement: EngagementRecord): void => {
  demandGoingOn(engagement)
  if (!engagement.paused) return
  throw new DomainError(
    'NotPossibleNow',
    'This engagement is paused, because one of the two has left the organisation. The program owner decides how it goes on.',
  )
}

/**
 * What somebody sees of an engagement: the pair everything; those who run the program all but what only the pair reads; the
 * participant's manager how far it has come.
 */
export type Sight = 'pair' | 'overseer' | 'manager'

const ownOnly: readonly string[] = ['participant', 'coach', 'mentor', 'manager']

/** Whether the actor sees the engagements of everybody in the program. */
export const oversees = ({ roles }: Actor): boolean =>
  roles.some((role) => !ownOnly.includes(role) && (actions['read engagements'] as readonly string[]).includes(role))

/** How the actor sees it; `undefined`: not at all. @param managerId the participant's manager */
export const sightOf = (
  actor: Actor,
  engagement: EngagementRecord,
  managerId: string | undefined,
): Sight | undefined => {
  if (idsOf(engagement, 'either').includes(actor.personId)) return 'pair'
  if (oversees(actor)) return 'overseer'
  return managerId === actor.personId ? 'manager' : undefined
}

/** @throws DomainError `NotFound` */
export const loadVisible = async (
  store: Store,
  actor: Actor,
  programId: string,
  engagementId: string,
): Promise<{ engagement: EngagementRecord; sight: Sight }> => {
  const engagement = await loadEngagement(store, { tenantId: actor.tenantId, programId, engagementId })
  const { participantId } = engagement
  const people = await loadPeople(store, actor.tenantId, [participantId])
  const sight = sightOf(actor, engagement, people.get(participantId)?.managerId)
  if (!sight) throw unknownEngagement(engagementId)
  return { engagement, sight }
}
