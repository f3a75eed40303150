import type { NewEvent } from '../../events.ts'
import type { Change, Store } from '../../ports.ts'
import { platform, type Work } from '../actor.ts'
import { organisation } from '../record.ts'
import { whileStale } from '../while-stale.ts'
import { deliveryAfter, webhookAfter } from './after-attempt.ts'
import type { DeliveryMessage } from './delivery.ts'
import { later, waitUntil } from './retry-schedule.ts'
import { type Sender, type Sent, sendDelivery } from './send-delivery.ts'
import { webhookChanged } from './webhook-changed.ts'
import { scopeOfWebhook, type WebhookDeliveryRecord, type WebhookRecord } from './webhook-record.ts'

type Both = { webhook: WebhookRecord | undefined; delivery: WebhookDeliveryRecord | undefined }
type Claimed = { webhook: WebhookRecord; delivery: WebhookDeliveryRecord }
type Waiting = { waitSeconds: number }

/** For so long an attempt is nobody else's, in seconds: as long as the function that makes it may run. */
const claimedFor = 60

const load = async (store: Store, { tenantId, webhookId, deliveryId }: DeliveryMessage): Promise<Both> => {
  const [webhook, delivery] = await Promise.all([
    store.get('webhook', { tenantId, scope: organisation }, webhookId),
    store.get('webhookDelivery', scopeOfWebhook({ tenantId, id: webhookId }), deliveryId),
  ])
  return { webhook, delivery }
}

/**
 * Tries a delivery whose time has come. Of one that has come too early, is done, or whose webhook is off or removed, nothing is sent; nor
 * by a message from before the delivery was asked for again. Of messages at the same time one sends, the others wait.
 * Repeatable in the sense of "at least once": after a crash between the answer and the note of it, it is sent again under the same id.
 * @returns when the message is to come again; nothing when it is over
 * @throws DomainError `Unavailable`
 */
export const workOffDelivery = async (
  { store, now }: Work,
  sender: Sender,
  message: DeliveryMessage,
): Promise<Waiting | undefined> => {
  const claimed = await whileStale(() => claim(store, message, now))
  if (!claimed || 'waitSeconds' in claimed) return claimed
  const sent = await sendDelivery(sender, claimed.webhook, claimed.delivery, now)
  const nextAt = await whileStale(() => note(store, message, sent))
  return nextAt === undefined ? undefined : { waitSeconds: waitUntil(nextAt, now) }
}

/** Takes the attempt that is due, so that nobody else makes it; a delivery to a webhook that was turned off is given up. */
const claim = async (store: Store, message: DeliveryMessage, now: string): Promise<Claimed | Waiting | undefined> => {
  const { webhook, delivery } = await load(store, message)
  if (!webhook || delivery?.status !== 'waiting' || delivery.startedAt !== message.at) return undefined
  const isOn = webhook.status === 'on'
  const early = waitUntil(delivery.nextAt ?? now, now)
  if (isOn && early > 0) return { waitSeconds: early }
  const record: WebhookDeliveryRecord = isOn
    ? { ...delivery, nextAt: later(now, claimedFor) }
    : { ...delivery, status: 'failed', nextAt: undefined }
  await store.commit([{ kind: 'webhookDelivery', record, expect: delivery.version }])
  return isOn ? { webhook, delivery } : undefined
}

/**
 * Writes down how an attempt went, and what that means for the webhook, in one commit.
 * @returns when the message is to try it again
 */
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
  return noted.startedAt === message.at ? noted.nextAt : undefined
}
