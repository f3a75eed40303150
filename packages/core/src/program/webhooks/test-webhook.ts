import type { Actor, Work } from '../actor.ts'
import { newDelivery } from './delivery.ts'
import { testEventType } from './event-catalogue.ts'
import { loadWebhook } from './load-webhook.ts'
import { type Sender, sendDelivery } from './send-delivery.ts'
import { scopeOfWebhook, type WebhookDeliveryRecord } from './webhook-record.ts'

/**
 * Sends a test event now, once, also while the webhook is off. It does not count for whether the webhook stays on.
 * @returns the delivery, with how it was answered
 * @throws DomainError `NotFound`, `Unavailable` when the secrets cannot be opened now
 */
export const testWebhook = async (
  { store, ids, now }: Work,
  sender: Sender,
  { tenantId }: Actor,
  webhookId: string,
): Promise<WebhookDeliveryRecord> => {
  const webhook = await loadWebhook(store, tenantId, webhookId)
  const id = ids.next(now)
  const made = await store.get('webhookDelivery', scopeOfWebhook(webhook), id)
  if (made) return made
  const delivery = newDelivery(webhook, id, { type: testEventType, timestamp: now, data: { webhookId } })
  const { attempt, delivered } = await sendDelivery(sender, webhook, delivery, now)
  const record: WebhookDeliveryRecord = {
    ...delivery,
    status: delivered ? 'delivered' : 'failed',
    attempts: [attempt],
    nextAt: undefined,
  }
  await store.commit([{ kind: 'webhookDelivery', record, expect: 0 }])
  return { ...record, version: 1 }
}
