import { ulids } from '@pilotgate/aws/ids'
import { DomainError } from '@pilotgate/core/errors'
import type { Event } from '@pilotgate/core/events'
import type { Queues, WebAnswer, WebRequest } from '@pilotgate/core/ports'
import { createWebhook } from '@pilotgate/core/program/webhooks/create-webhook'
import type { DeliveryMessage } from '@pilotgate/core/program/webhooks/delivery'
import { queueWebhooks } from '@pilotgate/core/program/webhooks/queue-webhooks'
import { scopeOfWebhook } from '@pilotgate/core/program/webhooks/webhook-record'
import { workOffDelivery } from '@pilotgate/core/program/webhooks/work-off-delivery'
import { fakeStore } from '../../contract/fakes/store.ts'
import { fakeVault } from '../../contract/fakes/vault.ts'

const tenantId = 'nordlicht'
export const start = '2027-01-04T08:00:00.000Z'
export const owner = { tenantId, personId: 'owner@nordlicht.example', roles: ['program owner' as const] }
/** The clock of the world stands: it has nothing to do with that of the platform. */
export const realNow = Date.UTC(2026, 5, 1)

/** An organisation with a receiver that answers as it is told to, and a queue whose messages are kept. */
export const webhookWorld = () => {
  const ids = ulids(() => Date.parse(start))
  const store = fakeStore(ids)
  const secrets = fakeVault()
  const requests: WebRequest[] = []
  const messages: DeliveryMessage[] = []
  const world = {
    store,
    secrets,
    requests,
    messages,
    queueIsDown: false,
    /** How the receiver answers: with a status, or not at all. */
    answer: { status: 200 } as { status: number; headers?: Record<string, string> } | { error: DomainError },
    queues: {
      async send(queue, sent) {
        if (world.queueIsDown) throw new DomainError('Unavailable', 'The queue does not answer.')
        if (queue === 'webhook-deliveries') messages.push(...sent.map(({ body }) => body as DeliveryMessage))
      },
      async postpone() {},
    } satisfies Queues,
    sender: {
      secrets,
      realTime: () => realNow,
      web: {
        async send(request: WebRequest): Promise<WebAnswer> {
          requests.push(request)
          if ('error' in world.answer) throw world.answer.error
          return { headers: {}, body: 'private words of the receiver', milliseconds: 12, ...world.answer }
        },
      },
    },
    work: (now = start) => ({ store, ids, now }),
    create: (wish: { url?: string; events?: string[]; programIds?: string[] } = {}) =>
      createWebhook(world.work(), { secrets, privateHosts: [] }, owner, {
        ...{ url: 'https://example.com/in', description: '', events: [], programIds: [], ...wish },
      }),
    queue: (events: Event[]) => queueWebhooks({ store, queues: world.queues }, events),
    deliveries: async (webhookId: string) =>
      (await store.list('webhookDelivery', scopeOfWebhook({ tenantId, id: webhookId }))).items,
    webhook: (webhookId: string) => store.get('webhook', { tenantId, scope: '-' }, webhookId),
    workOff: (message: DeliveryMessage, now: string) => workOffDelivery(world.work(now), world.sender, message),
  }
  return world
}

export const later = (instant: string, seconds: number): string =>
  new Date(Date.parse(instant) + seconds * 1000).toISOString()

/** The shared part of events, each with an id of its own. */
export const about = (number: number, programId = 'P1') => ({
  eventId: `01E${String(number).padStart(4, '0')}`,
  tenantId,
  programId,
  at: start,
  by: 'ada',
})
export const passed = (number: number, programId = 'P1'): Event => ({
  ...about(number, programId),
  type: 'gate.passed',
  gate: 'W06',
  round: 1,
})
