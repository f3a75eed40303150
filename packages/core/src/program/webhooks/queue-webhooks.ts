import type { Event } from '../../events.ts'
import type { Queues, Store } from '../../ports.ts'
import { allOf } from '../load.ts'
import { organisation } from '../record.ts'
import { whileStale } from '../while-stale.ts'
import { newDelivery, toMessage } from './delivery.ts'
import { isSent } from './event-catalogue.ts'
import { toPayload } from './payload.ts'
import { scopeOfWebhook, type WebhookDeliveryRecord, type WebhookRecord } from './webhook-record.ts'

/** As many rows as are written at once. */
const mostRows = 100

const wants = ({ events, programIds }: WebhookRecord, { type, programId }: Event): boolean =>
  (events.length === 0 || events.includes(type)) && (programIds.length === 0 || programIds.includes(programId))

/**
 * Puts what happened on its way to the webhooks that want it: first the rows, then the queue. Repeatable: an event that comes again makes
 * no second delivery, and one that was not handed to the queue is handed over then.
 * @throws DomainError `Unavailable`
 */
export const queueWebhooks = async (
  { store, queues }: { store: Store; queues: Queues },
  events: Event[],
): Promise<void> => {
  const byTenant = Map.groupBy(
    events.filter(({ type }) => isSent(type)),
    ({ tenantId }) => tenantId,
  )
  for (const [tenantId, told] of byTenant) {
    const webhooks = await allOf(store, 'webhook', { tenantId, scope: organisation })
    for (const webhook of webhooks.filter(({ status }) => status === 'on')) {
      const wanted = told.filter((event) => wants(webhook, event))
      for (let start = 0; start < wanted.length; start += mostRows) {
        const rows = wanted
          .slice(start, start + mostRows)
          .map((each) => newDelivery(webhook, each.eventId, toPayload(each)))
        const waiting = await whileStale(() => keep(store, webhook, rows))
        await queues.send('webhook-deliveries', waiting.map(toMessage))
      }
    }
  }
}

/** Keeps those that are new. @returns those that nothing was tried of yet, new or not: of the others the queue has a message already */
const keep = async (store: Store, webhook: WebhookRecord, rows: WebhookDeliveryRecord[]) => {
  const ids = rows.map(({ id }) => id)
  const kept = await store.getMany('webhookDelivery', scopeOfWebhook(webhook), ids)
  const known = new Set(kept.map(({ id }) => id))
  const added = rows.filter(({ id }) => !known.has(id))
  if (added.length > 0) {
    await store.commit(added.map((record) => ({ kind: 'webhookDelivery', record, expect: 0 })))
  }
  return [...kept.filter(({ nextAt, startedAt }) => nextAt === startedAt), ...added]
}
