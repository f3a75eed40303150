import { z } from 'zod'
import type { Event } from '../../../events.ts'
import type { Change, Queues, Scope, Store } from '../../../ports.ts'
import { organisation } from '../../record.ts'
import { whileStale } from '../../while-stale.ts'
import { scopeOfConnection } from './connection-record.ts'

/** A connection that was removed, on its way to be forgotten. */
export const removedConnection = z.object({ tenantId: z.string(), connectionId: z.string(), forget: z.literal(true) })
type RemovedConnection = z.infer<typeof removedConnection>

/** By then whatever was being worked through for it is over, in seconds. */
const overAfter = 600
/** So many rows are removed before the message is put back. */
const mostRows = 5_000

/** What a connection has told, and how many rows of each are removed in one transaction: of large ones few, as it may hold 4 MB. */
const kept = {
  ...{ employee: 100, reportingLine: 100, scimUser: 100, scimKey: 100, scimGroup: 10 },
  ...{ inbox: 10, inboxLog: 100, turnedAway: 100 },
} as const

/** What a connection that was removed has told of people is to be forgotten (P3). Repeatable. @throws DomainError `Unavailable` */
export const queueRemoved = async (queues: Queues, event: Event): Promise<void> => {
  if (event.type !== 'connection.changed' || !event.fields.includes('removed')) return
  const { tenantId, connectionId } = event
  await queues.send('people-inbox', [{ body: { tenantId, connectionId, forget: true } satisfies RemovedConnection }])
}

/**
 * Removes what a connection has told: nothing can be asked of it any more. The people, their history and what it did stay. Repeatable.
 * @param again whether the message has waited
 * @returns in how many seconds there is more to remove
 * @throws DomainError `Unavailable`
 */
export const forgetConnection = async (
  { store }: { store: Store },
  { tenantId, connectionId: id }: RemovedConnection,
  again: boolean,
): Promise<{ waitSeconds: number } | undefined> => {
  if (!again) return { waitSeconds: overAfter }
  if (await store.get('connection', { tenantId, scope: organisation }, id)) return undefined
  for (let removed = 0; removed < mostRows; ) {
    const some = await whileStale(() => removeSome(store, scopeOfConnection({ tenantId, id })))
    if (some === 0) return undefined
    removed += some
  }
  return { waitSeconds: 1 }
}

const removeSome = async (store: Store, scope: Scope): Promise<number> => {
  for (const kind of Object.keys(kept) as (keyof typeof kept)[]) {
    const { items } = await store.list(kind, scope, { limit: kept[kind] })
    if (items.length === 0) continue
    await store.commit(items.map((record) => ({ kind, record, expect: record.version, remove: true }) as Change))
    return items.length
  }
  return 0
}
