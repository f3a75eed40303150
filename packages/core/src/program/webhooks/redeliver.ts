import { DomainError } from '../../errors.ts'
import type { Queues } from '../../ports.ts'
import type { Actor, Work } from '../actor.ts'
import { toMessage } from './delivery.ts'
import { loadDelivery, loadWebhook } from './load-webhook.ts'
import type { WebhookDeliveryRecord } from './webhook-record.ts'

/**
 * Sends a delivery again, under the same id and as often as a new one; also one that is still tried.
 * @throws DomainError `NotFound`, `NotPossibleNow` while the webhook is off, `Unavailable`
 */
export const redeliver = async (
  { store, now }: Work,
  queues: Queues,
  { tenantId }: Actor,
  webhookId: string,
  deliveryId: string,
): Promise<WebhookDeliveryRecord> => {
  const webhook = await loadWebhook(store, tenantId, webhookId)
  const delivery = await loadDelivery(store, webhook, deliveryId)
  if (webhook.status === 'off') {
    throw new DomainError('NotPossibleNow', 'The webhook is off. Turn it on first, then send this again.')
  }
  const again: WebhookDeliveryRecord = { ...delivery, status: 'waiting', startedAt: now, nextAt: now }
  await store.commit([{ kind: 'webhookDelivery', record: again, expect: delivery.version }])
  await queues.send('webhook-deliveries', [toMessage(again, now)])
  return { ...again, version: delivery.version + 1 }
}
