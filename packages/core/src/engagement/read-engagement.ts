import type { Service } from '../intake/intake-record.ts'
import type { Page, Store } from '../ports.ts'
import type { Actor } from '../program/actor.ts'
import { loadPeople } from '../program/load.ts'
import type { AgreementRecord } from './agreement/agreement-record.ts'
import { loadAgreements } from './agreement/load-agreements.ts'
import type { ClosingRecord } from './closing/closing.ts'
import { closingKinds } from './closing/closing.ts'
import { type HandedOver, readHandedOver } from './closing/hand-over.ts'
import { closingIdOf } from './closing/submit-closing.ts'
import type { EngagementRecord } from './engagement-record.ts'
import { type KickoffState, kickoffItems } from './kickoff/kickoff-items.ts'
import { loadKickoff, loadOwners } from './kickoff/load-kickoff.ts'
import { loadOwnEngagement, loadVisible, type Sight, sightOf } from './load-engagement.ts'

export type EngagementQuery = {
  status?: EngagementRecord['status']
  service?: Service
  participantId?: string
  providerId?: string
  limit: number
  cursor?: string
}

/** An engagement with how much of it the reader sees. */
export type Seen = { engagement: EngagementRecord; sight: Sight }

/**
 * A page of the engagements that the actor sees: their own, those of whom they manage, or all. A page may hold fewer than `limit`
 * while more follow: go by the cursor.
 */
export const listEngagements = async (
  store: Store,
  actor: Actor,
  programId: string,
  { status, service, participantId, providerId, limit, cursor }: EngagementQuery,
): Promise<Page<Seen>> => {
  const scope = { tenantId: actor.tenantId, scope: programId }
  const prefix = participantId === undefined ? '' : `${participantId}.`
  const page = await store.list('engagement', scope, { limit, cursor, prefix })
  const wanted = page.items.filter(
    (each) =>
      (status === undefined || each.status === status) &&
      (service === undefined || each.service === service) &&
      (providerId === undefined || each.providerId === providerId),
  )
  const people = await loadPeople(
    store,
    actor.tenantId,
    wanted.map((each) => each.participantId),
  )
  const items = wanted.flatMap((engagement): Seen[] => {
    const sight = sightOf(actor, engagement, people.get(engagement.participantId)?.managerId)
    return sight ? [{ engagement, sight }] : []
  })
  return { items, cursor: page.cursor }
}

/** An engagement with the state of its kickoff and the names of the program owners; the pair also gets what a coaching before it handed over (E6). */
export type SeenEngagement = Seen & { kickoff: KickoffState[]; owners: string[]; handedOver: HandedOver[] }

/** @throws DomainError `NotFound` */
export const readEngagement = async (
  store: Store,
  actor: Actor,
  programId: string,
  engagementId: string,
  now: string,
): Promise<SeenEngagement> => {
  const seen = await loadVisible(store, actor, programId, engagementId)
  const { engagement, sight } = seen
  if (sight === 'manager') return { ...seen, kickoff: [], owners: [], handedOver: [] }
  const [owners, kickoff, handedOver] = await Promise.all([
    loadOwners(store, engagement),
    engagement.kickedOffAt ? [] : loadKickoff(store, engagement).then((facts) => kickoffItems(engagement, facts, now)),
    sight === 'pair' && engagement.service === 'mentor' ? readHandedOver(store, engagement) : [],
  ])
  return { ...seen, kickoff, owners, handedOver }
}

/** The versions of a working agreement, for the pair. @throws DomainError `NotFound` */
export const readAgreements = async (
  store: Store,
  actor: Actor,
  programId: string,
  engagementId: string,
): Promise<{ engagement: EngagementRecord; agreements: AgreementRecord[] }> => {
  const engagement = await loadOwnEngagement(store, actor, programId, engagementId)
  return { engagement, agreements: await loadAgreements(store, engagement) }
}

/** The closing artifacts; `sight` says whether their text may be shown. @throws DomainError `NotFound` */
export const readClosings = async (
  store: Store,
  actor: Actor,
  programId: string,
  engagementId: string,
): Promise<{ sight: Sight; closings: ClosingRecord[] }> => {
  const { sight } = await loadVisible(store, actor, programId, engagementId)
  const ids = closingKinds.map((kind) => closingIdOf(engagementId, kind))
  return { sight, closings: await store.getMany('closing', { tenantId: actor.tenantId, scope: programId }, ids) }
}
