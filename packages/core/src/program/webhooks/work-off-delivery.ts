import type { NewEvent } from '../../events.ts'
import type { Change, Store } from '../../ports.ts'
import { platform, type Work } from '../actor.ts'
import { organisation } from '../record.ts'
import { whileStale } from '../while-stale.ts'
import { deliveryAfter, webhookAfter } from './after-attempt.ts'
import type { DeliveryMessage } from './delivery.ts'
import { waitUntil } from './retry-schedule.ts'
import { type Sender, type Sent, sendDelivery } from './send-delivery.ts'
import { webhookChanged } from './webhook-changed.ts'
import { scopeOfWebhook, type WebhookDeliveryRecord, type WebhookRecord } from './webhook-record.ts'

type Both = { webhook: WebhookRecord | undefined; delivery: WebhookDeliveryRecord | undefined }

const load = async (store: Store, { tenantId, webhookId, deliveryId }: DeliveryMessage): Promise<Both> => {
  const [webhook, delivery] = await Promise.all([
    store.get('webhook', { tenantId, scope: organisation }, webhookId),
    store.get('webhookDelivery', scopeOfWebhook({ tenantId, id: webhookId }), deliveryId),
  ])
  return { webhook, delivery }
}

/**
 * Tries a delivery whose time has come. Of one that has come too early, is done, or whose webhook is off or removed, nothing is sent.
 * Repeatable in the sense of "at least once": after a crash between the answer and the note of it, it is sent again under the same id.
 * @returns when the message is to come again; nothing when the delivery is over
 * @throws DomainError `Unavailable`
 */
export const workOffDelivery = async (
  { store, now }: Work,
  sender: Sender,
  message: DeliveryMessage,
): Promise<{ waitSeconds: number } | undefined> => {
  const { webhook, delivery } = await load(store, message)
  if (!webhook || delivery?.status !== 'waiting') return undefined
  if (webhook.status === 'off') {
    await whileStale(() => end(store, message))
    return undefined
  }
  const early = waitUntil(delivery.nextAt ?? now, now)
  if (early > 0) return { waitSeconds: early }
  const sent = await sendDelivery(sender, webhook, delivery, now)
  const nextAt = await whileStale(() => note(store, message, sent))
  return nextAt === undefined ? undefined : { waitSeconds: waitUntil(nextAt, now) }
}

/** Gives up a delivery to a webhook that was turned off. */
const end = async (store: Store, message: DeliveryMessage): Promise<void> => {
  const { delivery } = await load(store, message)
  if (delivery?.status !== 'waiting') return
  const record: WebhookDeliveryRecord = { ...delivery, status: 'failed', nextAt: undefined }
  await store.commit([{ kind: 'webhookDelivery', record, expect: delivery.version }])
}

/** Writes down how an attempt went, and what that means for the webhook, in one commit. @returns when it is tried again */
const note = async (store: Store, message: DeliveryMessage, sent: Sent): Promise<string | undefined> => {
  const { webhook, delivery } = await load(store, message)
  if (!delivery) return undefined
  const noted = deliveryAfter(delivery, sent, webhook?.status === 'on')
  const changes: Change[] = [{ kind: 'webhookDelivery', record: noted, expect: delivery.version }]
  const events: NewEvent[] = []
  const after = webhook && webhookAfter(webhook, sent, noted)
  if (after && after !== webhook) changes.push({ kind: 'webhook', record: after, expect: webhook.version })
  if (after && after.status !== webhook.status) {
    events.push(webhookChanged(after, { at: sent.attempt.at, by: platform, fields: ['status'] }))
  }
  await store.commit(changes, events)
  return noted.nextAt
}
