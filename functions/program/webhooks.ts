import { container } from '@pilotgate/aws/container'
import { toWebhookDeliveryView, toWebhookView } from '@pilotgate/contracts/program/webhook-views'
import { createWebhook } from '@pilotgate/core/program/webhooks/create-webhook'
import { editWebhook, removeWebhook } from '@pilotgate/core/program/webhooks/edit-webhook'
import { loadWebhook } from '@pilotgate/core/program/webhooks/load-webhook'
import {
  listWebhookDeliveries,
  listWebhookEvents,
  listWebhooks,
  readWebhookDelivery,
} from '@pilotgate/core/program/webhooks/read-webhooks'
import { redeliver } from '@pilotgate/core/program/webhooks/redeliver'
import { addWebhookSecret, removeWebhookSecret } from '@pilotgate/core/program/webhooks/rotate-secret'
import { testWebhook } from '@pilotgate/core/program/webhooks/test-webhook'
import type { RoutesOf } from '../lib/http/api.ts'

/** The handlers of the routes of webhooks. */
export const webhookHandlers = {
  listWebhookEvents: async () => ({ items: listWebhookEvents() }),
  listWebhooks: async ({ work, actor }) => ({ items: (await listWebhooks(work.store, actor)).map(toWebhookView) }),
  createWebhook: async ({ work, actor, body }) => {
    const { secrets, config } = container()
    const made = await createWebhook(work, { secrets, privateHosts: config.PRIVATE_HOSTS }, actor, body)
    return { ...toWebhookView(made.webhook), newSecret: made.newSecret }
  },
  getWebhook: async ({ work, actor, path }) =>
    toWebhookView(await loadWebhook(work.store, actor.tenantId, path.webhookId!)),
  editWebhook: async ({ work, actor, path, body, expected }) =>
    toWebhookView(await editWebhook(work, container().config.PRIVATE_HOSTS, actor, path.webhookId!, expected, body)),
  removeWebhook: async ({ work, actor, path }) => {
    await removeWebhook(work, container().secrets, actor, path.webhookId!)
    return { removed: true }
  },
  addWebhookSecret: async ({ work, actor, path }) => {
    const { webhook, newSecret } = await addWebhookSecret(work, container().secrets, actor, path.webhookId!)
    return { ...toWebhookView(webhook), newSecret }
  },
  removeWebhookSecret: async ({ work, actor, path }) =>
    toWebhookView(await removeWebhookSecret(work, actor, path.webhookId!, path.secretId!)),
  testWebhook: async ({ work, actor, path }) => {
    const { web, secrets } = container()
    return toWebhookDeliveryView(await testWebhook(work, { web, secrets, realTime: Date.now }, actor, path.webhookId!))
  },
  listWebhookDeliveries: async ({ work, actor, path, query }) => {
    const page = await listWebhookDeliveries(work.store, actor, path.webhookId!, work.now, query)
    return { items: page.items.map(toWebhookDeliveryView), cursor: page.cursor }
  },
  getWebhookDelivery: async ({ work, actor, path }) =>
    toWebhookDeliveryView(await readWebhookDelivery(work, actor, path.webhookId!, path.deliveryId!)),
  redeliverWebhook: async ({ work, actor, path }) =>
    toWebhookDeliveryView(await redeliver(work, container().queues, actor, path.webhookId!, path.deliveryId!)),
} satisfies Pick<RoutesOf<'program/api'>, WebhookRoute>

type WebhookRoute = keyof typeof import('@pilotgate/contracts/program/webhook-routes').webhookRoutes
