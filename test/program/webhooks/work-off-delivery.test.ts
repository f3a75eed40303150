import { DomainError } from '@pilotgate/core/errors'
import type { DeliveryMessage } from '@pilotgate/core/program/webhooks/delivery'
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

/** When a delivery is tried that nobody takes. */
const regular = (from: string): string[] =>
  [0, 5, 305, 2105, 9305, 27305, 63305, 113705, 185705, 257705].map((seconds) => later(from, seconds))

type Coming = { at: string; message: DeliveryMessage }

/** Hands messages over, those of one moment at once, each again as often as it is told to come. @returns when something was sent last */
const workThrough = async (world: ReturnType<typeof webhookWorld>, coming: Coming[]): Promise<string> => {
  let last = start
  for (let waiting = coming; waiting.length > 0; ) {
    const now = waiting.map(({ at }) => at).toSorted()[0]!
    const sent = world.requests.length
    const moved = await Promise.all(
      waiting.map(async (each): Promise<Coming[]> => {
        if (each.at !== now) return [each]
        const taken = await world.workOff(each.message, now)
        return taken ? [{ ...each, at: later(now, taken.waitSeconds) }] : []
      }),
    )
    if (world.requests.length > sent) last = now
    waiting = moved.flat()
  }
  return last
}

describe('a delivery', () => {
  test('is sent as it was kept, signed by the clock of the world, and the answer is not kept', async () => {
    const { world, secret, message, read } = await queued()
    expect(await world.workOff(message, start)).toBeUndefined()
    const [request] = world.requests
    expect(request).toMatchObject({
      ...{ method: 'POST', url: 'https://example.com/in', withoutBody: true },
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

describe('messages of one delivery', () => {
  test('that are handed over at once make one request; the one that came too late looks again afterwards', async () => {
    const { world, message, read } = await queued()
    world.answer = { status: 500 }
    const taken = await Promise.all([world.workOff(message, start), world.workOff(message, start)])
    expect(world.requests).toHaveLength(1)
    expect(taken.toSorted((a, b) => a!.waitSeconds - b!.waitSeconds)).toEqual([{ waitSeconds: 5 }, { waitSeconds: 60 }])
    expect((await read()).attempts).toHaveLength(1)
  })

  test('are as many as events came again or queues failed: the attempts are those of one', async () => {
    const { world, webhook, message, read } = await queued()
    world.answer = { status: 500 }
    expect(
      await workThrough(
        world,
        [message, message, message].map((each) => ({ at: start, message: each })),
      ),
    ).toBe(later(start, 257705))
    expect((await read()).attempts.map(({ at }) => at)).toEqual(regular(start))
    expect(world.requests).toHaveLength(10)
    expect(await world.webhook(webhook.id)).toMatchObject({ status: 'off' })
  })

  test('that had the attempt when their function was killed leave it to be made again', async () => {
    const { world, message, read } = await queued()
    world.sender.web = { send: () => Promise.reject(new Error('killed')) }
    await expect(world.workOff(message, start)).rejects.toThrow('killed')
    expect(await world.workOff(message, later(start, 20))).toEqual({ waitSeconds: 40 })
    world.sender.web = { send: async () => ({ status: 200, headers: {}, body: '', milliseconds: 1 }) }
    expect(await world.workOff(message, later(start, 60))).toBeUndefined()
    expect(await read()).toMatchObject({ status: 'delivered', attempts: [{ at: later(start, 60) }] })
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
      ...{ status: 'waiting', startedAt: monday, nextAt: monday, version: 4 },
    })
    expect(world.messages).toHaveLength(2)
    await workOffAll(world.messages[1]!, monday)
    expect(world.requests).toHaveLength(11)
    expect(new Set(world.requests.map(({ headers }) => headers!['webhook-id'])).size).toBe(1)
    expect((await read()).attempts).toHaveLength(11)
  })

  test.each([
    ['ten times while a message is kept back', 1],
    ['ten times while the clock stands', 0],
  ])('%s is tried as often as once, and the webhook stays on meanwhile', async (_, secondsApart) => {
    const { world, webhook, message, read } = await queued()
    world.answer = { status: 500 }
    const wait = (await world.workOff(message, start))!.waitSeconds
    const coming: Coming[] = [{ at: later(start, wait), message }]
    for (let time = 1; time <= 10; time += 1) {
      await redeliver(world.work(later(start, time * secondsApart)), world.queues, owner, webhook.id, '01E0001')
      coming.push({ at: world.messages.at(-1)!.at, message: world.messages.at(-1)! })
    }
    const wasOn: string[] = []
    const { send } = world.sender.web
    world.sender.web = {
      async send(request) {
        if ((await world.webhook(webhook.id))?.status === 'on') wasOn.push((await read()).startedAt)
        return send(request)
      },
    }
    const began = world.messages.at(-1)!.at
    expect(await workThrough(world, coming)).toBe(regular(began).at(-1))
    expect(wasOn).toEqual(Array(10).fill(began))
    expect((await read()).attempts.map(({ at }) => at)).toEqual([start, ...regular(began)])
  })

  test('ends the message from before, also when its attempt was under way', async () => {
    const { world, webhook, message } = await queued()
    const { send } = world.sender.web
    world.answer = { status: 500 }
    world.sender.web = {
      async send(request) {
        await redeliver(world.work(later(start, 1)), world.queues, owner, webhook.id, '01E0001')
        return send(request)
      },
    }
    expect(await world.workOff(message, start)).toBeUndefined()
    world.sender.web = { send }
    expect(await world.workOff(message, later(start, 5))).toBeUndefined()
    expect(await world.workOff(world.messages[1]!, later(start, 1))).toEqual({ waitSeconds: 5 })
    expect(world.requests).toHaveLength(2)
  })

  test('twice at once is sent once more, by the later of the two', async () => {
    const { world, webhook, message, read } = await queued()
    await world.workOff(message, start)
    const again = () => redeliver(world.work(later(start, 60)), world.queues, owner, webhook.id, '01E0001')
    await Promise.all([again(), again()])
    for (const each of world.messages.slice(1)) await world.workOff(each, later(start, 61))
    expect(world.requests).toHaveLength(2)
    expect(await read()).toMatchObject({ status: 'delivered', startedAt: later(start, 60.001) })
  })

  test('is kept for 30 days from then', async () => {
    const { world, webhook, message, read } = await queued()
    await world.workOff(message, start)
    const day = (days: number) => later(start, days * 24 * 3600)
    await redeliver(world.work(day(29)), world.queues, owner, webhook.id, '01E0001')
    expect((await read()).expiresAt).toBe(Date.parse(day(59)) / 1000)
  })

  test('is gone when its time is over, also while its row is still there', async () => {
    const { world, webhook, message } = await queued()
    await world.workOff(message, start)
    const late = redeliver(world.work(later(start, 30 * 24 * 3600)), world.queues, owner, webhook.id, '01E0001')
    await expect(late).rejects.toMatchObject({ code: 'NotFound' })
    expect(world.messages).toHaveLength(1)
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
