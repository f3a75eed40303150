import { z } from 'zod'
import type { QueueMessage } from '../../ports.ts'
import { timestamp } from '../record.ts'
import type { WebhookPayload } from './payload.ts'
import { scopeOfWebhook, type WebhookDeliveryRecord, type WebhookRecord } from './webhook-record.ts'

const keptSeconds = 30 * 24 * 60 * 60

/** When a delivery goes, in seconds since 1970: 30 days after it was made, or asked for again. */
export const expiryOf = (startedAt: string): number => Math.floor(Date.parse(startedAt) / 1000) + keptSeconds

/**
 * A delivery to be made. The same event makes the same delivery again: its id is that of the event.
 * @param eventId an id that sorts by the time of the event
 */
export const newDelivery = (
  webhook: WebhookRecord,
  eventId: string,
  payload: WebhookPayload,
): WebhookDeliveryRecord => ({
  ...{ ...scopeOfWebhook(webhook), id: eventId, version: 0, webhookId: webhook.id },
  messageId: `msg_${eventId}`,
  type: payload.type,
  body: JSON.stringify(payload),
  ...{ createdAt: payload.timestamp, startedAt: payload.timestamp, nextAt: payload.timestamp },
  status: 'waiting',
  attempts: [],
  expiresAt: expiryOf(payload.timestamp),
})

/** What waits in the queue: which delivery is to be tried. */
export const deliveryMessage = z.object({
  tenantId: z.string(),
  webhookId: z.string(),
  deliveryId: z.string(),
  /** When the attempts that it is for began: those from before the delivery was asked for again are over. */
  at: timestamp,
  /** How often the message was put into the queue anew, to learn what time it is. */
  renewals: z.number().int().default(0),
})
export type DeliveryMessage = z.infer<typeof deliveryMessage>

export const toMessage = ({ tenantId, webhookId, id, startedAt }: WebhookDeliveryRecord): QueueMessage => ({
  body: { tenantId, webhookId, deliveryId: id, at: startedAt, renewals: 0 } satisfies DeliveryMessage,
})
