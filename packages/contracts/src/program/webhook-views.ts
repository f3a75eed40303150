import {
  type WebhookDeliveryRecord,
  type WebhookRecord,
  webhookDeliveryRecord,
  webhookRecord,
} from '@pilotgate/core/program/webhooks/webhook-record'
import { z } from 'zod'

const stored = { tenantId: true, scope: true, id: true, version: true } as const

/** A webhook without its secrets. */
export const webhookView = z.object({
  webhookId: z.string(),
  version: z.number().int(),
  ...webhookRecord.omit({ ...stored, secrets: true }).shape,
  secrets: z.array(z.object({ secretId: z.string(), addedAt: z.string() })),
})
export const toWebhookView = (record: WebhookRecord): z.input<typeof webhookView> => ({
  ...record,
  webhookId: record.id,
  secrets: record.secrets.map(({ id, addedAt }) => ({ secretId: id, addedAt })),
})

/** A delivery with the body that was sent. */
export const webhookDeliveryView = z.object({
  deliveryId: z.string(),
  ...webhookDeliveryRecord.omit({ ...stored, expiresAt: true }).shape,
})
export const toWebhookDeliveryView = (record: WebhookDeliveryRecord): z.input<typeof webhookDeliveryView> => ({
  ...record,
  deliveryId: record.id,
})

/** One line of the log: without the body, so that a busy webhook can be looked through. */
export const webhookDeliveryLine = webhookDeliveryView.omit({ body: true })
