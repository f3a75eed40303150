import type { Queues } from '../../../ports.ts'
import type { Work } from '../../actor.ts'
import { scopeOfConnection } from '../connections/connection-record.ts'
import { listConnections } from '../connections/edit-connection.ts'
import { isThere } from './delivery-log.ts'
import type { InboxRecord } from './inbox-record.ts'
import { queueDeliveries } from './queue-deliveries.ts'

/** By then a delivery that its queue has was worked through, or given up after about ten hours. */
const lateHours = 12

const isForgotten = (row: InboxRecord, now: string): boolean =>
  row.doneAt === undefined &&
  row.body !== '' &&
  isThere(row, now) &&
  Date.parse(now) - Date.parse(row.receivedAt) > lateHours * 60 * 60 * 1000

/**
 * Queues the deliveries of an organisation that never came to their queue, which happens when the stream could not hand them over in
 * all its attempts. Repeatable.
 * @throws DomainError `Unavailable`
 */
export const queueForgotten = async ({ store, now }: Work, queues: Queues, tenantId: string): Promise<void> => {
  for (const connection of await listConnections(store, tenantId)) {
    let cursor: string | undefined
    do {
      const page = await store.list('inbox', scopeOfConnection(connection), { limit: 100, ...(cursor && { cursor }) })
      await queueDeliveries(
        queues,
        page.items.filter((row) => isForgotten(row, now)),
      )
      cursor = page.cursor
    } while (cursor)
  }
}
