import { z } from 'zod'
import type { QueueMessage } from '../../ports.ts'
import { timestamp } from '../record.ts'
import type { WebhookPayload } from './payload.ts'
import { scopeOfWebhook, type WebhookDeliveryRecord, type WebhookRecord } from './webhook-record.ts'

const keptDays = 30

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
  expiresAt: Math.floor(Date.parse(payload.timestamp) / 1000) + keptDays * 24 * 60 * 60,
})

/** What waits in the queue: which delivery is to be tried. */
export const deliveryMessage = z.object({
  tenantId: z.string(),
  webhookId: z.string(),
  deliveryId: z.string(),
  at: timestamp,
  /** How often the message was put into the queue anew, to learn what time it is. */
  renewals: z.number().int().default(0),
})
export type DeliveryMessage = z.infer<typeof deliveryMessage>

/** @param at when it was put into the queue */
export const toMessage = ({ tenantId, webhookId, id }: WebhookDeliveryRecord, at: string): QueueMessage => ({
  body: { tenantId, webhookId, deliveryId: id, at, renewals: 0 } satisfies DeliveryMessage,
})
