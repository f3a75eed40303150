import { z } from 'zod'
import { scoped, timestamp } from '../record.ts'
import { sealed } from '../sealed.ts'

/** An address that events are sent to, signed after Standard Webhooks; in the organisation's scope. */
export const webhookRecord = scoped.extend({
  url: z.url(),
  description: z.string(),
  /** The events it wants; empty: all of the catalogue. */
  events: z.array(z.string()),
  /** The programs it wants to hear of; empty: all. */
  programIds: z.array(z.string()),
  status: z.enum(['on', 'off']),
  /** Why it is off, when nobody turned it off by hand. */
  offBecause: z.string().optional(),
  /** Two sign at once while one replaces the other. */
  secrets: z.array(z.strictObject({ id: z.string(), sealed, addedAt: timestamp })).max(2),
  /** Since when nothing could be delivered. */
  failingSince: timestamp.optional(),
  createdAt: timestamp,
  createdBy: z.string(),
})
export type WebhookRecord = z.infer<typeof webhookRecord>

/** One event for one webhook; in the scope of the webhook, `id` sorts by the time of the event. */
export const webhookDeliveryRecord = scoped.extend({
  webhookId: z.string(),
  /** `webhook-id`: the same however often it is sent. */
  messageId: z.string(),
  type: z.string(),
  /** The body that is signed and sent. */
  body: z.string(),
  createdAt: timestamp,
  /** When the attempts that count began: when it was made, or asked for again. */
  startedAt: timestamp,
  status: z.enum(['waiting', 'delivered', 'failed']),
  /** The latest 20, oldest first. */
  attempts: z.array(
    z.strictObject({
      at: timestamp,
      /** The HTTP status of the answer; absent when there was none. */
      status: z.number().int().optional(),
      milliseconds: z.number().int(),
      /** What went wrong, in plain words. */
      problem: z.string().optional(),
    }),
  ),
  /** When it is tried again; absent when it is not. */
  nextAt: timestamp.optional(),
  /** Seconds since 1970: the row goes then by itself. */
  expiresAt: z.number().int(),
})
export type WebhookDeliveryRecord = z.infer<typeof webhookDeliveryRecord>

/** Deliveries have a scope of their own, so that a busy webhook has partitions of its own (F10). */
export const scopeOfWebhook = (webhook: { tenantId: string; id: string }) => ({
  tenantId: webhook.tenantId,
  scope: `webhook ${webhook.id}`,
})
