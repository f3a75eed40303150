import type { Page, Store } from '../../ports.ts'
import type { Actor, Work } from '../actor.ts'
import { allOf } from '../load.ts'
import { organisation } from '../record.ts'
import { eventCatalogue } from './event-catalogue.ts'
import { isKept, loadDelivery, loadWebhook } from './load-webhook.ts'
import { scopeOfWebhook, type WebhookDeliveryRecord, type WebhookRecord } from './webhook-record.ts'

/** The catalogue as a list, in its order. */
export const listWebhookEvents = (): { type: string; words: string }[] =>
  Object.entries(eventCatalogue).map(([type, words]) => ({ type, words }))

/** The webhooks of the organisation, oldest first. */
export const listWebhooks = (store: Store, { tenantId }: Actor): Promise<WebhookRecord[]> =>
  allOf(store, 'webhook', { tenantId, scope: organisation })

/** A page of what was sent to a webhook, newest first; what is past its 30 days is left out. @throws DomainError `NotFound` */
export const listWebhookDeliveries = async (
  store: Store,
  { tenantId }: Actor,
  webhookId: string,
  now: string,
  page: { limit: number; cursor?: string },
): Promise<Page<WebhookDeliveryRecord>> => {
  const webhook = await loadWebhook(store, tenantId, webhookId)
  const { items, cursor } = await store.list('webhookDelivery', scopeOfWebhook(webhook), { ...page, newest: true })
  return { items: items.filter((delivery) => isKept(delivery, now)), cursor }
}

/** One of them, with what was sent. @throws DomainError `NotFound` */
export const readWebhookDelivery = async (
  { store, now }: Work,
  { tenantId }: Actor,
  webhookId: string,
  deliveryId: string,
): Promise<WebhookDeliveryRecord> => loadDelivery(store, await loadWebhook(store, tenantId, webhookId), deliveryId, now)
