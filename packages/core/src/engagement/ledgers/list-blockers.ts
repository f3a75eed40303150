import type { Page, Store } from '../../ports.ts'
import type { Actor } from '../../program/actor.ts'
import type { BlockerRecord } from './blocker.ts'
import { blockerSight } from './blocker-sight.ts'
import { sightsOf } from './list-ledger.ts'

export type BlockerQuery = {
  engagementId?: string
  status?: BlockerRecord['status']
  systemic?: boolean
  limit: number
  cursor?: string
}

/**
 * A page of the blockers that the actor sees, oldest first, each with how much of it. A page may hold fewer than `limit` rows while
 * more follow: go by the cursor.
 */
export const listBlockers = async (
  store: Store,
  actor: Actor,
  programId: string,
  { engagementId, status, systemic, ...page }: BlockerQuery,
): Promise<Page<{ row: BlockerRecord; sight: 'words' | 'status' }>> => {
  const { items, cursor } = await store.list('blocker', { tenantId: actor.tenantId, scope: programId }, page)
  const wanted = items.filter(
    (row) =>
      (engagementId === undefined || row.engagementId === engagementId) &&
      (status === undefined || row.status === status) &&
      (systemic === undefined || row.systemic === systemic),
  )
  const about = wanted.flatMap((row) => row.engagementId ?? [])
  const sights = await sightsOf(store, actor, programId, about)
  const seen = wanted.flatMap((row) => {
    const sight = blockerSight(actor, row, row.engagementId === undefined ? undefined : sights.get(row.engagementId))
    return sight ? [{ row, sight }] : []
  })
  return { items: seen, cursor }
}
