import type { Page, Store } from '../../ports.ts'
import type { Actor } from '../../program/actor.ts'
import { loadPeople } from '../../program/load.ts'
import type { RecordOf } from '../../records.ts'
import { loadVisible, type Sight, sightOf } from '../load-engagement.ts'

type LedgerKind = 'sponsorAction' | 'milestone'

/** A row, and how much of it the reader sees: the pair all of it, others no text. */
export type SeenRow<K extends LedgerKind> = { row: RecordOf<K>; sight: Sight }

export type LedgerQuery = { engagementId?: string; status?: string; limit: number; cursor?: string }

/** How the actor sees each of these engagements; those they do not see are left out. @param engagementIds at most 100 */
export const sightsOf = async (
  store: Store,
  actor: Actor,
  programId: string,
  engagementIds: string[],
): Promise<Map<string, Sight>> => {
  const ids = [...new Set(engagementIds)]
  const scope = { tenantId: actor.tenantId, scope: programId }
  const engagements = ids.length > 0 ? await store.getMany('engagement', scope, ids) : []
  const participants = engagements.map(({ participantId }) => participantId)
  const people = await loadPeople(store, actor.tenantId, participants)
  return new Map(
    engagements.flatMap((engagement): [string, Sight][] => {
      const sight = sightOf(actor, engagement, people.get(engagement.participantId)?.managerId)
      return sight ? [[engagement.id, sight]] : []
    }),
  )
}

/**
 * A page of the sponsor actions or milestones that the actor sees, of one engagement or of the program. A page may hold fewer than
 * `limit` rows while more follow: go by the cursor.
 * @throws DomainError `NotFound` (an engagement that they do not see)
 */
export const listLedger = async <K extends LedgerKind>(
  store: Store,
  actor: Actor,
  programId: string,
  kind: K,
  { engagementId, status, ...page }: LedgerQuery,
): Promise<Page<SeenRow<K>>> => {
  if (engagementId !== undefined) await loadVisible(store, actor, programId, engagementId)
  const { items, cursor } = await store.list(
    kind,
    { tenantId: actor.tenantId, scope: programId },
    {
      ...page,
      ...(engagementId !== undefined && { prefix: `${engagementId}.` }),
    },
  )
  const wanted = items.filter((row) => status === undefined || row.status === status)
  const sights = await sightsOf(
    store,
    actor,
    programId,
    wanted.map((row) => row.engagementId),
  )
  const seen = wanted.flatMap((row): SeenRow<K>[] => {
    const sight = sights.get(row.engagementId)
    return sight ? [{ row, sight }] : []
  })
  return { items: seen, cursor }
}
