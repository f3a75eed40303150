import { DomainError } from '@pilotgate/core/errors'
import { editWebhook, removeWebhook } from '@pilotgate/core/program/webhooks/edit-webhook'
import { redeliver } from '@pilotgate/core/program/webhooks/redeliver'
import { Webhook } from 'standardwebhooks'
import { describe, expect, test, vi } from 'vitest'
import { later, owner, passed, realNow, start, webhookWorld } from './world.ts'

const queued = async (...numbers: number[]) => {
  const world = webhookWorld()
  const { webhook, newSecret } = await world.create()
  await world.queue((numbers.length > 0 ? numbers : [1]).map((number) => passed(number)))
  const read = async () => (await world.deliveries(webhook.id))[0]!
  /** Works a message off each time it comes back, until it does not. */
  const workOffAll = async (message = world.messages[0]!, from = start): Promise<string[]> => {
    const times: string[] = []
    for (let now = from; ; ) {
      times.push(now)
      const taken = await world.workOff(message, now)
      if (!taken) return times
      now = later(now, taken.waitSeconds)
    }
  }
  return { world, webhook, secret: newSecret, message: world.messages[0]!, read, workOffAll }
}

describe('a delivery', () => {
  test('is sent as it was kept, signed by the clock of the world, and the answer is not kept', async () => {
    const { world, secret, message, read } = await queued()
    expect(await world.workOff(message, start)).toBeUndefined()
    const [request] = world.requests
    expect(request).toMatchObject({
      ...{ method: 'POST', url: 'https://example.com/in' },
      headers: { 'content-type': 'application/json', 'webhook-timestamp': String(realNow / 1000) },
    })
    vi.useFakeTimers({ now: realNow })
    expect(new Webhook(secret).verify(request!.body!, request!.headers!)).toMatchObject({ type: 'gate.passed' })
    vi.useRealTimers()
    const delivery = await read()
    expect(delivery).toMatchObject({
      status: 'delivered',
      body: request!.body,
      attempts: [{ at: start, status: 200, milliseconds: 12 }],
    })
    expect(delivery).not.toHaveProperty('nextAt')
    expect(JSON.stringify(delivery)).not.toContain('private words')
  })

  test('is sent once: a message that comes again sends nothing', async () => {
    const { world, message } = await queued()
    await world.workOff(message, start)
    expect(await world.workOff(message, later(start, 1))).toBeUndefined()
    expect(world.requests).toHaveLength(1)
  })

  test.each([
    [{ status: 500 }, 'It answered 500. It has to answer with a status from 200 to 299.'],
    [
      { status: 302 },
      'It answered 302, a redirect, which is not followed. Give the webhook the address that it leads to.',
    ],
    [{ error: new DomainError('NotAllowed', 'It leads to a private address.') }, 'It leads to a private address.'],
    [{ error: new DomainError('Unavailable', 'It did not answer in 10 s.') }, 'It did not answer in 10 s.'],
  ])('that is answered with %o is tried again in 5 seconds', async (answer, problem) => {
    const { world, message, read } = await queued()
    world.answer = answer
    expect(await world.workOff(message, start)).toEqual({ waitSeconds: 5 })
    expect(await read()).toMatchObject({
      ...{ status: 'waiting', nextAt: later(start, 5) },
      attempts: [{ at: start, problem }],
    })
    expect(await world.workOff(message, later(start, 2))).toEqual({ waitSeconds: 3 })
    expect(world.requests).toHaveLength(1)
  })

  test('goes through at a later attempt, under the same id', async () => {
    const { world, webhook, message, read } = await queued()
    world.answer = { status: 503, headers: { 'retry-after': '60' } }
    expect(await world.workOff(message, start)).toEqual({ waitSeconds: 60 })
    expect(await world.webhook(webhook.id)).toMatchObject({ status: 'on', failingSince: start })
    world.answer = { status: 204 }
    expect(await world.workOff(message, later(start, 60))).toBeUndefined()
    expect((await read()).attempts.map(({ status }) => status)).toEqual([503, 204])
    expect(new Set(world.requests.map(({ headers }) => headers!['webhook-id']))).toEqual(new Set(['msg_01E0001']))
    expect(await world.webhook(webhook.id)).not.toHaveProperty('failingSince')
  })

  test('waits for the world when the secrets cannot be opened', async () => {
    const { world, message, read } = await queued()
    world.sender.secrets = { ...world.secrets, open: () => Promise.reject(new DomainError('Unavailable', 'No key.')) }
    await expect(world.workOff(message, start)).rejects.toThrow('No key.')
    expect(await read()).toMatchObject({ status: 'waiting', attempts: [] })
  })

  test('that nobody takes is given up after ten attempts, and turns the webhook off', async () => {
    const { world, webhook, read, workOffAll } = await queued()
    world.answer = { status: 500 }
    await workOffAll()
    expect(world.requests).toHaveLength(10)
    const delivery = await read()
    expect(delivery.status).toBe('failed')
    expect(delivery.attempts.at(-1)!.at).toBe(later(start, 257705))
    const after = await world.webhook(webhook.id)
    expect(after).toMatchObject({
      status: 'off',
      offBecause: expect.stringContaining('three days'),
      failingSince: start,
    })
    const { items } = await world.store.events({ tenantId: 'nordlicht', programId: '-' }, { newest: true })
    expect(items[0]).toMatchObject({ type: 'webhook.changed', by: 'pilotgate', fields: ['status'] })
  })

  test('that is given up leaves the webhook on when another went through meanwhile', async () => {
    const { world, webhook, message, read } = await queued(1, 2)
    world.answer = { status: 500 }
    for (let now = start, tried = 0; ; tried += 1) {
      const taken = await world.workOff(message, now)
      if (!taken) break
      if (tried === 4) {
        world.answer = { status: 200 }
        await world.workOff(world.messages[1]!, now)
        world.answer = { status: 500 }
      }
      now = later(now, taken.waitSeconds)
    }
    expect((await read()).status).toBe('failed')
    expect(await world.webhook(webhook.id)).toMatchObject({ status: 'on', failingSince: expect.any(String) })
  })
})

describe('410', () => {
  test('turns the webhook off at once, and ends what was under way', async () => {
    const { world, webhook, message } = await queued(1, 2)
    world.answer = { status: 410 }
    expect(await world.workOff(message, start)).toBeUndefined()
    expect(await world.webhook(webhook.id)).toMatchObject({
      ...{ status: 'off', offBecause: 'The address answered 410 (gone): it wants no more events.' },
    })
    expect(await world.workOff(world.messages[1]!, start)).toBeUndefined()
    expect(world.requests).toHaveLength(1)
    expect((await world.deliveries(webhook.id)).map(({ status }) => status)).toEqual(['failed', 'failed'])
  })
})

describe('of a webhook that was removed', () => {
  test('nothing is sent any more', async () => {
    const { world, webhook, message } = await queued()
    await removeWebhook(world.work(), world.secrets, owner, webhook.id)
    expect(await world.workOff(message, start)).toBeUndefined()
    expect(world.requests).toEqual([])
  })
})

describe('a delivery that is asked for again', () => {
  test('is sent under the same id, as often as a new one', async () => {
    const { world, webhook, message, read, workOffAll } = await queued()
    await world.workOff(message, start)
    const monday = later(start, 5 * 24 * 3600)
    world.answer = { status: 500 }
    expect(await redeliver(world.work(monday), world.queues, owner, webhook.id, '01E0001')).toMatchObject({
      ...{ status: 'waiting', nextAt: monday, version: 3 },
    })
    expect(world.messages).toHaveLength(2)
    await workOffAll(world.messages[1]!, monday)
    expect(world.requests).toHaveLength(11)
    expect(new Set(world.requests.map(({ headers }) => headers!['webhook-id'])).size).toBe(1)
    expect((await read()).attempts).toHaveLength(11)
  })

  test('keeps the latest 20 attempts', async () => {
    const { world, webhook, read, workOffAll } = await queued()
    world.answer = { status: 500 }
    await workOffAll()
    for (const week of [1, 2]) {
      const now = later(start, week * 7 * 24 * 3600)
      const { version } = (await world.webhook(webhook.id))!
      await editWebhook(world.work(now), [], owner, webhook.id, version, { status: 'on' })
      await redeliver(world.work(now), world.queues, owner, webhook.id, '01E0001')
      await workOffAll(world.messages.at(-1)!, now)
    }
    expect(world.requests).toHaveLength(30)
    expect((await read()).attempts).toHaveLength(20)
  })

  test('while an attempt is under way is not given up by it', async () => {
    const { world, webhook, message, read } = await queued()
    const later1 = later(start, 1)
    world.sender.web = {
      async send() {
        await redeliver(world.work(later1), world.queues, owner, webhook.id, '01E0001')
        return { status: 500, headers: {}, body: '', milliseconds: 1 }
      },
    }
    await world.workOff(message, start)
    expect(await read()).toMatchObject({ status: 'waiting', nextAt: later1, attempts: [{ status: 500 }] })
  })

  test('is refused while the webhook is off', async () => {
    const { world, webhook } = await queued()
    await editWebhook(world.work(), [], owner, webhook.id, 1, { status: 'off' })
    const refused = redeliver(world.work(), world.queues, owner, webhook.id, '01E0001')
    await expect(refused).rejects.toMatchObject({ code: 'NotPossibleNow' })
  })
})
