import { editWebhook } from '@pilotgate/core/program/webhooks/edit-webhook'
import { expect, test } from 'vitest'
import { about, later, owner, passed, start, webhookWorld } from './world.ts'

test('an event becomes a row and a message, signed by nobody yet', async () => {
  const world = webhookWorld()
  const { webhook } = await world.create()
  await world.queue([passed(1)])
  expect(await world.deliveries(webhook.id)).toEqual([
    {
      ...{ tenantId: 'nordlicht', scope: `webhook ${webhook.id}`, id: '01E0001', version: 1 },
      ...{ webhookId: webhook.id, messageId: 'msg_01E0001', type: 'gate.passed', status: 'waiting', attempts: [] },
      body: `{"type":"gate.passed","timestamp":"${start}","data":{"programId":"P1","by":"ada","gate":"W06","round":1}}`,
      ...{ createdAt: start, startedAt: start, nextAt: start },
      expiresAt: Date.parse(later(start, 30 * 24 * 3600)) / 1000,
    },
  ])
  expect(world.messages).toEqual([
    { tenantId: 'nordlicht', webhookId: webhook.id, deliveryId: '01E0001', at: start, renewals: 0 },
  ])
})

test('an event that comes again makes no second delivery, and what was delivered is not queued again', async () => {
  const world = webhookWorld()
  const { webhook } = await world.create()
  await world.queue([passed(1)])
  await world.workOff(world.messages[0]!, start)
  await world.queue([passed(1), passed(2)])
  expect((await world.deliveries(webhook.id)).map(({ id, status }) => [id, status])).toEqual([
    ['01E0001', 'delivered'],
    ['01E0002', 'waiting'],
  ])
  expect(world.messages.map(({ deliveryId }) => deliveryId)).toEqual(['01E0001', '01E0002'])
})

test('what the queue did not take is handed over when the events come again', async () => {
  const world = webhookWorld()
  const { webhook } = await world.create()
  world.queueIsDown = true
  await expect(world.queue([passed(1)])).rejects.toThrow('queue')
  expect(await world.deliveries(webhook.id)).toHaveLength(1)
  world.queueIsDown = false
  await world.queue([passed(1)])
  expect(await world.deliveries(webhook.id)).toHaveLength(1)
  expect(world.messages).toHaveLength(1)
})

test('what the queue has already is not handed over again while it waits for its next attempt', async () => {
  const world = webhookWorld()
  await world.create()
  await world.queue([passed(1)])
  world.answer = { status: 500 }
  await world.workOff(world.messages[0]!, start)
  await world.queue([passed(1)])
  expect(world.messages).toHaveLength(1)
})

test('each webhook gets the events and programs it wants, and one that is off gets none', async () => {
  const world = webhookWorld()
  const program = { tenantId: 'nordlicht', scope: '-', id: 'P2', version: 0, name: 'Second' }
  await world.store.commit([
    {
      kind: 'program',
      record: {
        ...{ ...program, templateId: 'T', templateVersion: 1, startDate: '2027-01-04', zone: 'UTC', thresholds: {} },
        ...{ minimumCohort: 1, status: 'draft', slippedWeeks: 0, history: [] },
      },
      expect: 0,
    },
  ])
  const all = (await world.create()).webhook
  const gates = (await world.create({ events: ['gate.passed'] })).webhook
  const second = (await world.create({ programIds: ['P2'] })).webhook
  const off = (await world.create()).webhook
  await editWebhook(world.work(), [], owner, off.id, 1, { status: 'off' })
  await world.queue([
    passed(1),
    passed(2, 'P2'),
    { ...about(3), type: 'program.started' },
    { ...about(4, '-'), type: 'member.left', personId: 'A', changeId: 'A.1' },
    { ...about(5), type: 'notes.read', sessionId: 'S1' },
    { ...passed(6), tenantId: 'another' },
  ])
  const got = async (id: string) => (await world.deliveries(id)).map((delivery) => delivery.id.slice(-1)).join('')
  expect(await got(all.id)).toBe('1234')
  expect(await got(gates.id)).toBe('12')
  expect(await got(second.id)).toBe('2')
  expect(await got(off.id)).toBe('')
})

test('more events than fit into one commit are all kept', async () => {
  const world = webhookWorld()
  const { webhook } = await world.create()
  await world.queue(Array.from({ length: 230 }, (_, index) => passed(index)))
  const { items } = await world.store.list(
    'webhookDelivery',
    { tenantId: 'nordlicht', scope: `webhook ${webhook.id}` },
    { limit: 1000 },
  )
  expect(items).toHaveLength(230)
  expect(new Set(world.messages.map(({ deliveryId }) => deliveryId)).size).toBe(230)
})
