import { DomainError } from '../../errors.ts'
import type { Store } from '../../ports.ts'
import { organisation } from '../record.ts'
import { scopeOfWebhook, type WebhookDeliveryRecord, type WebhookRecord } from './webhook-record.ts'

/** @throws DomainError `NotFound`; another organisation's webhook answers exactly like an unknown one. */
export const loadWebhook = async (store: Store, tenantId: string, webhookId: string): Promise<WebhookRecord> => {
  const webhook = await store.get('webhook', { tenantId, scope: organisation }, webhookId)
  if (!webhook) throw new DomainError('NotFound', `There is no webhook "${webhookId}" that you can see.`)
  return webhook
}

/** Whether a delivery is still kept: rows go some time after their time is over. */
export const isKept = ({ expiresAt }: WebhookDeliveryRecord, now: string): boolean => expiresAt > Date.parse(now) / 1000

/** @throws DomainError `NotFound`, also when its time is over */
export const loadDelivery = async (
  store: Store,
  webhook: WebhookRecord,
  deliveryId: string,
  now: string,
): Promise<WebhookDeliveryRecord> => {
  const delivery = await store.get('webhookDelivery', scopeOfWebhook(webhook), deliveryId)
  if (delivery && isKept(delivery, now)) return delivery
  throw new DomainError('NotFound', `There is no delivery "${deliveryId}" of this webhook. They are kept for 30 days.`)
}
