import { repeatableUlids } from '@pilotgate/aws/ids'
import { createWebhook } from '@pilotgate/core/program/webhooks/create-webhook'
import { editWebhook, removeWebhook } from '@pilotgate/core/program/webhooks/edit-webhook'
import { loadWebhook } from '@pilotgate/core/program/webhooks/load-webhook'
import { listWebhookDeliveries, readWebhookDelivery } from '@pilotgate/core/program/webhooks/read-webhooks'
import { addWebhookSecret, removeWebhookSecret } from '@pilotgate/core/program/webhooks/rotate-secret'
import { openSecrets } from '@pilotgate/core/program/webhooks/signing-secrets'
import { testWebhook } from '@pilotgate/core/program/webhooks/test-webhook'
import { describe, expect, test } from 'vitest'
import { later, owner, passed, start, webhookWorld } from './world.ts'

const stranger = { ...owner, tenantId: 'another' }
const wish = { url: 'https://example.com/in', description: '', events: [], programIds: [] }

describe('a webhook that is made', () => {
  test('shows its secret once, and keeps it sealed', async () => {
    const world = webhookWorld()
    const { webhook, newSecret } = await world.create()
    expect(newSecret).toMatch(/^whsec_/)
    expect(await world.webhook(webhook.id)).toEqual(webhook)
    expect(JSON.stringify(webhook)).not.toContain(newSecret.slice(6))
    expect(await openSecrets(world.secrets, webhook)).toEqual([newSecret])
    const { items } = await world.store.events({ tenantId: 'nordlicht', programId: '-' })
    expect(items).toMatchObject([{ type: 'webhook.changed', webhookId: webhook.id, fields: ['created'] }])
  })

  test('names every field that cannot be taken', async () => {
    const world = webhookWorld()
    const refused = world.create({
      ...{ url: 'http://example.com/in', events: ['gate.passed', 'notes.read', 'gate.passt'], programIds: ['P9'] },
    })
    await expect(refused).rejects.toMatchObject({
      code: 'InvalidInput',
      problems: [
        { field: 'url', problem: expect.stringContaining('https://') },
        { field: 'events.1', problem: expect.stringContaining('notes.read') },
        { field: 'events.2', problem: expect.stringContaining('GET /v1/webhook-events') },
        { field: 'programIds.0', problem: expect.stringContaining('P9') },
      ],
    })
    expect((await world.store.list('webhook', { tenantId: 'nordlicht', scope: '-' })).items).toEqual([])
  })

  test.each([
    ['https://user:secret@example.com/in', [], false],
    ['http://127.0.0.1:8080/in', [], false],
    ['http://127.0.0.1:8080/in', ['127.0.0.1'], true],
    ['http://127.0.0.1.example.com/in', ['127.0.0.1'], false],
  ])('takes %s with private hosts %o: %s', async (url, privateHosts, isTaken) => {
    const { work, secrets } = webhookWorld()
    const made = createWebhook(work(), { secrets, privateHosts }, owner, { ...wish, url }).then(
      () => true,
      ({ problems }) => problems[0].field !== 'url',
    )
    expect(await made).toBe(isTaken)
  })

  test('is made once by a request that is sent again, which gets the same secret', async () => {
    const { store, secrets, work } = webhookWorld()
    const make = () => {
      const ids = repeatableUlids('the same request', start)
      return createWebhook({ ...work(), ids }, { secrets, privateHosts: [] }, owner, wish)
    }
    const [first, second] = [await make(), await make()]
    expect(second).toEqual(first)
    expect((await store.list('webhook', { tenantId: 'nordlicht', scope: '-' })).items).toHaveLength(1)
  })

  test('is refused beyond 25', async () => {
    const world = webhookWorld()
    for (let made = 0; made < 25; made += 1) await world.create()
    await expect(world.create()).rejects.toMatchObject({ code: 'NotPossibleNow' })
  })
})

describe('a webhook that is changed', () => {
  test('begins anew when it is turned on', async () => {
    const world = webhookWorld()
    const { webhook } = await world.create()
    const failing = { ...webhook, status: 'off' as const, offBecause: 'It answered 410.', failingSince: start }
    await world.store.commit([{ kind: 'webhook', record: failing, expect: 1 }])
    await editWebhook(world.work(), [], owner, webhook.id, 2, { status: 'on', description: 'New' })
    expect(await world.webhook(webhook.id)).toEqual({ ...webhook, description: 'New', version: 3 })
    const { items } = await world.store.events({ tenantId: 'nordlicht', programId: '-' }, { newest: true })
    expect(items[0]).toMatchObject({ type: 'webhook.changed', fields: ['status', 'description'] })
  })

  test('is read first: an old version is refused', async () => {
    const world = webhookWorld()
    const { webhook } = await world.create()
    const refused = editWebhook(world.work(), [], owner, webhook.id, 7, { status: 'off' })
    await expect(refused).rejects.toMatchObject({ code: 'StaleVersion' })
  })

  test('is checked like a new one', async () => {
    const world = webhookWorld()
    const { webhook } = await world.create()
    const refused = editWebhook(world.work(), [], owner, webhook.id, 1, { url: 'http://example.com' })
    await expect(refused).rejects.toMatchObject({ problems: [{ field: 'url' }] })
  })

  test('of another organisation answers like one that does not exist', async () => {
    const world = webhookWorld()
    const { webhook } = await world.create()
    const answers = [webhook.id, 'nothing'].map((id) =>
      loadWebhook(world.store, stranger.tenantId, id).catch(({ code, message }) => [code, message.replace(id, 'ID')]),
    )
    const [one, other] = await Promise.all(answers)
    expect(one).toEqual(other)
    await expect(removeWebhook(world.work(), world.secrets, stranger, webhook.id)).rejects.toThrow('can see')
    expect(await openSecrets(world.secrets, webhook)).toHaveLength(1)
  })
})

describe('secrets', () => {
  test('are two while one replaces the other; the one that is removed signs no more', async () => {
    const world = webhookWorld()
    const { webhook, newSecret: old } = await world.create()
    const added = await addWebhookSecret(world.work(), world.secrets, owner, webhook.id)
    expect(await openSecrets(world.secrets, added.webhook)).toEqual([old, added.newSecret])
    await expect(addWebhookSecret(world.work(), world.secrets, owner, webhook.id)).rejects.toMatchObject({
      code: 'NotPossibleNow',
    })
    const left = await removeWebhookSecret(world.work(), owner, webhook.id, webhook.secrets[0]!.id)
    expect(await openSecrets(world.secrets, left)).toEqual([added.newSecret])
    const last = removeWebhookSecret(world.work(), owner, webhook.id, left.secrets[0]!.id)
    await expect(last).rejects.toMatchObject({ code: 'NotPossibleNow' })
    const unknown = removeWebhookSecret(world.work(), owner, webhook.id, 'nothing')
    await expect(unknown).rejects.toMatchObject({ code: 'NotFound' })
  })

  test('are destroyed with the webhook', async () => {
    const world = webhookWorld()
    const { webhook } = await world.create()
    await removeWebhook(world.work(), world.secrets, owner, webhook.id)
    expect(await world.webhook(webhook.id)).toBeUndefined()
    await expect(openSecrets(world.secrets, webhook)).rejects.toMatchObject({ code: 'NotFound' })
  })
})

describe('the test button', () => {
  test('sends a test event now, also while the webhook is off, and tells how it was answered', async () => {
    const world = webhookWorld()
    const { webhook } = await world.create()
    await editWebhook(world.work(), [], owner, webhook.id, 1, { status: 'off' })
    world.answer = { status: 404 }
    const failed = await testWebhook(world.work(later(start, 5)), world.sender, owner, webhook.id)
    expect(failed).toMatchObject({
      ...{ type: 'pilotgate.test', status: 'failed' },
      attempts: [{ status: 404, problem: 'It answered 404. It has to answer with a status from 200 to 299.' }],
    })
    expect(JSON.parse(failed.body)).toEqual({
      ...{ type: 'pilotgate.test', timestamp: later(start, 5), data: { webhookId: webhook.id } },
    })
    world.answer = { status: 200 }
    const through = await testWebhook(world.work(later(start, 6)), world.sender, owner, webhook.id)
    expect(through).toMatchObject({ status: 'delivered', attempts: [{ status: 200 }] })
    expect(world.messages).toEqual([])
    expect(await world.webhook(webhook.id)).toMatchObject({ status: 'off', version: 2 })
  })
})

describe('the log', () => {
  test('is newest first, and what is past its time is neither listed nor read', async () => {
    const world = webhookWorld()
    const { webhook } = await world.create()
    await world.queue([passed(1), passed(3), { ...passed(2), at: later(start, 24 * 3600) }])
    const log = async (now: string) =>
      (await listWebhookDeliveries(world.store, owner, webhook.id, now, { limit: 10 })).items.map(({ id }) => id)
    expect(await log(start)).toEqual(['01E0003', '01E0002', '01E0001'])
    expect(await log(later(start, 30 * 24 * 3600))).toEqual(['01E0002'])
    const read = (now: string) => readWebhookDelivery(world.work(now), owner, webhook.id, '01E0001')
    expect(await read(later(start, 30 * 24 * 3600 - 1))).toMatchObject({ body: expect.stringContaining('gate.passed') })
    await expect(read(later(start, 30 * 24 * 3600))).rejects.toMatchObject({ code: 'NotFound' })
    await expect(listWebhookDeliveries(world.store, stranger, webhook.id, start, { limit: 10 })).rejects.toMatchObject({
      code: 'NotFound',
    })
  })
})
