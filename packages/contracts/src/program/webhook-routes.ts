import { webhookRecord } from '@pilotgate/core/program/webhooks/webhook-record'
import { z } from 'zod'
import { pageOf, pageQuery } from '../page.ts'
import { defineRoutes } from '../route.ts'
import { newSecret } from './connection-views.ts'
import { webhookDeliveryLine, webhookDeliveryView, webhookView } from './webhook-views.ts'

const base = { function: 'program/api', tag: 'Webhooks', action: 'manage webhooks' } as const
const one = '/v1/webhooks/{webhookId}'

const url = z.url({ protocol: /^https?$/, error: 'Must be an address like https://example.com/pilotgate.' }).max(2000)
const description = z.string().trim().max(300)
const events = z
  .array(z.string().max(60))
  .max(100)
  .meta({ description: 'Types of the catalogue (`GET /v1/webhook-events`); empty: all' })
const programIds = z.array(z.string().max(64)).max(100).meta({ description: 'Only of these programs; empty: of all' })
const body = z.strictObject({ url, description, events, programIds })

/** Events out, signed after Standard Webhooks. */
export const webhookRoutes = defineRoutes({
  listWebhookEvents: {
    ...base,
    method: 'GET',
    path: '/v1/webhook-events',
    summary: 'The catalogue of events that can be sent',
    output: z.object({ items: z.array(z.object({ type: z.string(), words: z.string() })) }),
  },
  listWebhooks: {
    ...base,
    method: 'GET',
    path: '/v1/webhooks',
    summary: 'List the addresses that events are sent to',
    output: z.object({ items: z.array(webhookView) }),
  },
  createWebhook: {
    ...base,
    method: 'POST',
    path: '/v1/webhooks',
    summary: 'Send events to an address',
    description:
      'The secret is shown once, as `whsec_` and Base64, the way the libraries of Standard Webhooks take it.',
    status: 201,
    etag: 'gives',
    body: body
      .extend({ description: description.default(''), events: events.default([]), programIds: programIds.default([]) })
      .meta({ examples: [{ url: 'https://example.com/pilotgate', events: ['gate.decided'] }] }),
    output: webhookView.extend({ newSecret }),
  },
  getWebhook: { ...base, method: 'GET', path: one, summary: 'Read a webhook', etag: 'gives', output: webhookView },
  editWebhook: {
    ...base,
    method: 'PATCH',
    path: one,
    summary: 'Change a webhook, or turn it on or off',
    etag: 'demands',
    body: body
      .extend({ status: webhookRecord.shape.status })
      .partial()
      .meta({ examples: [{ status: 'on' }] }),
    output: webhookView,
  },
  removeWebhook: {
    ...base,
    method: 'DELETE',
    path: one,
    summary: 'Remove a webhook; nothing more is sent to it',
    output: z.object({ removed: z.literal(true) }),
  },
  addWebhookSecret: {
    ...base,
    method: 'POST',
    path: `${one}/secrets`,
    summary: 'Make a second secret; both sign until one is removed',
    status: 201,
    output: webhookView.extend({ newSecret }),
  },
  removeWebhookSecret: {
    ...base,
    method: 'DELETE',
    path: `${one}/secrets/{secretId}`,
    summary: 'Remove a secret: nothing is signed with it any more',
    output: webhookView,
  },
  testWebhook: {
    ...base,
    method: 'POST',
    path: `${one}/test`,
    summary: 'Send a test event now, and tell how it was answered',
    output: webhookDeliveryView,
  },
  listWebhookDeliveries: {
    ...base,
    method: 'GET',
    path: `${one}/deliveries`,
    summary: 'What was sent to a webhook and how it was answered, newest first; kept for 30 days',
    query: pageQuery,
    output: pageOf(webhookDeliveryLine),
  },
  getWebhookDelivery: {
    ...base,
    method: 'GET',
    path: `${one}/deliveries/{deliveryId}`,
    summary: 'Read one delivery, with the body that was sent',
    output: webhookDeliveryView,
  },
  redeliverWebhook: {
    ...base,
    method: 'POST',
    path: `${one}/deliveries/{deliveryId}/redeliver`,
    summary: 'Send a delivery again, under the same id',
    status: 202,
    output: webhookDeliveryView,
  },
})
