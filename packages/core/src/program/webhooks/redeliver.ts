import { DomainError } from '../../errors.ts'
import type { Queues } from '../../ports.ts'
import type { Actor, Work } from '../actor.ts'
import { whileStale } from '../while-stale.ts'
import { expiryOf, toMessage } from './delivery.ts'
import { loadDelivery, loadWebhook } from './load-webhook.ts'
import type { WebhookDeliveryRecord } from './webhook-record.ts'

/**
 * Sends a delivery again, under the same id and as often as a new one; also one that is still tried: those attempts end then.
 * @throws DomainError `NotFound`, `NotPossibleNow` while the webhook is off, `Unavailable`
 */
export const redeliver = async (
  work: Work,
  queues: Queues,
  actor: Actor,
  webhookId: string,
  deliveryId: string,
): Promise<WebhookDeliveryRecord> => {
  const again = await whileStale(() => beginAgain(work, actor, webhookId, deliveryId))
  await queues.send('webhook-deliveries', [toMessage(again)])
  return again
}

const beginAgain = async (
  { store, now }: Work,
  { tenantId }: Actor,
  webhookId: string,
  deliveryId: string,
): Promise<WebhookDeliveryRecord> => {
  const webhook = await loadWebhook(store, tenantId, webhookId)
  const delivery = await loadDelivery(store, webhook, deliveryId, now)
  if (webhook.status === 'off') {
    throw new DomainError('NotPossibleNow', 'The webhook is off. Turn it on first, then send this again.')
  }
  // Also while the clock stands, no attempt from before counts, and no message from before goes on.
  const startedAt = new Date(Math.max(Date.parse(now), Date.parse(delivery.startedAt) + 1)).toISOString()
  const again: WebhookDeliveryRecord = {
    ...{ ...delivery, status: 'waiting', startedAt, nextAt: startedAt },
    expiresAt: expiryOf(startedAt),
  }
  await store.commit([{ kind: 'webhookDelivery', record: again, expect: delivery.version }])
  return { ...again, version: delivery.version + 1 }
}
