import { ulids } from '@pilotgate/aws/ids'
import { DomainError } from '@pilotgate/core/errors'
import type { Store } from '@pilotgate/core/ports'
import { type ConnectionRecord, scopeOfConnection } from '@pilotgate/core/program/hr/connections/connection-record'
import { sealSecret } from '@pilotgate/core/program/hr/connections/connection-secrets'
import { lastTurnedAway } from '@pilotgate/core/program/hr/connections/note-turned-away'
import { openDoors } from '@pilotgate/core/program/hr/inbox/receive'
import { linkKey } from '@pilotgate/core/program/link-key'
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { fakeStore } from '../../contract/fakes/store.ts'
import { fakeVault } from '../../contract/fakes/vault.ts'
import { mac, standardSignature } from './vendors/deliveries.ts'

const now = '2027-01-04T08:00:00.000Z'
const seconds = Date.parse(now) / 1000
const secret = 'whsec_TWZLUTlyOEdLWXFyVHdqVVBEOElMUFpJbzJMYUxhU3c='
const secondSecret = 'whsec_c2Vjb25kIHNlY3JldCBvZiBtaW5l'

/** A platform with one connection, and how often it asked the store. */
const setUp = async (more: Partial<ConnectionRecord> = {}) => {
  const kept = fakeStore(ulids())
  const vault = fakeVault()
  const record: ConnectionRecord = {
    ...{ tenantId: 'nordlicht', scope: '-', id: '01CONNECTION', version: 0, vendor: 'standard', name: 'Door' },
    ...{ status: 'on', settings: {}, credentials: {}, doorSecret: 'unguessable', zone: 'Europe/Berlin', offers: [] },
    ...{ createdAt: now, createdBy: 'owner', ...more },
    secrets: [],
  }
  const seal = (id: string, text: string) => sealSecret(vault, record, { id, secret: text, now })
  const save = async (change: Partial<ConnectionRecord>) => {
    const known = await kept.get('connection', record, record.id)
    const next = { ...(known ?? record), ...change }
    await kept.commit([{ kind: 'connection', record: next, expect: known?.version ?? 0 }])
  }
  await save({ secrets: [await seal('first', secret)] })
  const asked = { get: 0, commit: 0 }
  const store: Store = {
    ...kept,
    get: (...what) => {
      asked.get += 1
      return kept.get(...what)
    },
    commit: (...what) => {
      asked.commit += 1
      return kept.commit(...what)
    },
  }
  const time = { ticks: 0 }
  const doors = openDoors({ store, vault, ticks: () => time.ticks })
  const inbox = async () => (await kept.list('inbox', scopeOfConnection(record), { limit: 1000 })).items
  const stored = async () => (await kept.get('connection', record, record.id))!
  const turnedAway = () => lastTurnedAway(kept, record)
  return { store, doors, save, seal, asked, time, inbox, stored, turnedAway, key: linkKey(record, record.doorSecret) }
}

const signed = (body: string, { id = 'msg_1', by = secret } = {}) => ({
  headers: {
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': standardSignature(by, id, seconds, body),
  },
  bytes: Buffer.from(body),
  now,
})
const wrong = (body = '{}') => signed(body, { by: secondSecret })

describe('a delivery that holds', () => {
  it('is one row in the inbox, whatever its type', async () => {
    const { doors, key, inbox } = await setUp()
    const body = '{"type":"something.else","data":{"name":"Müller"}}'
    expect(await doors(key, signed(body))).toBe('kept')
    expect(await inbox()).toEqual([
      {
        ...{ tenantId: 'nordlicht', scope: 'connection 01CONNECTION', version: 1, connectionId: '01CONNECTION', body },
        ...{ id: expect.stringMatching(/^[0-9a-f]{64}$/), eventId: 'msg_1', receivedAt: now, sentAt: now },
        expiresAt: seconds + 30 * 86_400,
      },
    ])
  })

  it('is kept once, however often it comes, at once or later', async () => {
    const { doors, key, inbox } = await setUp()
    const answers = await Promise.all(Array.from({ length: 5 }, () => doors(key, signed('{}'))))
    expect(answers.toSorted()).toEqual(['kept', 'known', 'known', 'known', 'known'])
    expect(await doors(key, signed('{}', { id: 'msg_2' }))).toBe('kept')
    expect(await inbox()).toHaveLength(2)
  })

  it('costs one write and nothing else', async () => {
    const { doors, key, asked } = await setUp()
    await doors(key, signed('{}'))
    const before = { ...asked }
    await Promise.all(Array.from({ length: 20 }, (_, index) => doors(key, signed('{}', { id: `msg_${index + 5}` }))))
    expect(asked).toEqual({ get: before.get, commit: before.commit + 20 })
  })

  it('is kept to the byte when it is no UTF-8', async () => {
    const { doors, key, inbox } = await setUp({ vendor: 'personio' })
    const bytes = Buffer.from([0x7b, 0xff, 0xfe, 0x7d])
    expect(await doors(key, { headers: {}, bytes, now })).toBe('kept')
    expect((await inbox())[0]!.body).toBe(`base64:${bytes.toString('base64')}`)
  })

  it('is not answered for when it cannot be kept', async () => {
    const { doors, key, store } = await setUp()
    await doors(key, signed('{}'))
    vi.spyOn(store, 'commit').mockRejectedValueOnce(new DomainError('Unavailable', 'The database does not answer.'))
    await expect(doors(key, signed('{}', { id: 'msg_2' }))).rejects.toMatchObject({ code: 'Unavailable' })
    expect(await doors(key, signed('{}', { id: 'msg_2' }))).toBe('kept')
  })
})

describe('a delivery that does not hold', () => {
  it('is turned away, whatever is wrong with the address', async () => {
    const { doors, inbox, save, time } = await setUp()
    const address = { tenantId: 'nordlicht', scope: '-', id: '01CONNECTION' }
    const keys = [
      '',
      'no key',
      linkKey(address, 'guessed'),
      linkKey({ ...address, id: '01ANOTHER' }, 'unguessable'),
      linkKey({ ...address, tenantId: 'other' }, 'unguessable'),
      linkKey({ ...address, scope: 'program' }, 'unguessable'),
      linkKey({ ...address, tenantId: 'nord#licht' }, 'unguessable'),
      linkKey({ ...address, id: '../01CONNECTION' }, 'unguessable'),
      linkKey({ ...address, id: 'x'.repeat(1_000) }, 'unguessable'),
    ]
    for (const key of keys) expect(await doors(key, signed('{}')), key).toBe('turned away')
    const right = linkKey(address, 'unguessable')
    expect(await doors(right, signed('{}'))).toBe('kept')
    await save({ status: 'off' })
    time.ticks += 2_000
    expect(await doors(right, signed('{}', { id: 'msg_2' }))).toBe('turned away')
    expect(await inbox()).toHaveLength(1)
  })

  it.each(['scim', 'file'] as const)('is turned away where nothing is delivered (%s)', async (vendor) => {
    const { doors, key } = await setUp({ vendor })
    expect(await doors(key, signed('{}'))).toBe('turned away')
  })

  it('is written down for whoever sets it up, at most once a minute, and only for the right address', async () => {
    const { doors, key, stored, turnedAway, time, asked } = await setUp()
    const before = await stored()
    await doors(linkKey({ tenantId: 'nordlicht', scope: '-', id: '01CONNECTION' }, 'guessed'), wrong())
    expect(await turnedAway()).toBeUndefined()
    await doors(key, wrong())
    expect(await turnedAway()).toMatchObject({ at: now, why: expect.stringContaining('secrets') })
    const { commit } = asked
    for (let index = 0; index < 5; index += 1) await doors(key, wrong())
    time.ticks += 60_000
    // Another minute of this process, but not of the platform: another process has written it just now.
    await doors(key, { ...wrong(), headers: {} })
    expect(asked.commit).toBe(commit)
    time.ticks += 60_000
    const later = '2027-01-04T08:01:01.000Z'
    await doors(key, { ...wrong(), headers: {}, now: later })
    expect(await turnedAway()).toMatchObject({ at: later, why: expect.stringContaining('webhook-id') })
    // Whoever repairs the connection meanwhile finds it as it was.
    expect(await stored()).toEqual(before)
  })

  it('is written down before it is answered: nothing goes on after that', async () => {
    const { doors, key, store } = await setUp()
    let written = false
    vi.spyOn(store, 'commit').mockImplementationOnce(async () => {
      await new Promise(setImmediate)
      written = true
    })
    expect(await doors(key, wrong())).toBe('turned away')
    expect(written).toBe(true)
  })

  it('is answered all the same when that cannot be written down', async () => {
    const { doors, key, store } = await setUp()
    vi.spyOn(store, 'commit').mockRejectedValue(new DomainError('Unavailable', 'The database does not answer.'))
    expect(await doors(key, wrong())).toBe('turned away')
  })

  it('is turned away whatever it is', async () => {
    const { doors, key, inbox } = await setUp()
    const headers = fc.dictionary(
      fc.constantFrom('webhook-id', 'webhook-timestamp', 'webhook-signature', 'x'),
      fc.oneof(fc.string(), fc.constant(String(seconds)), fc.string({ unit: 'binary', maxLength: 2_000 })),
    )
    const keys = fc.oneof(fc.constant(key), fc.string(), fc.base64String())
    await fc.assert(
      fc.asyncProperty(keys, headers, fc.uint8Array({ maxLength: 200 }), async (at, sent, bytes) => {
        expect(await doors(at, { headers: sent, bytes, now })).toBe('turned away')
      }),
    )
    expect(await inbox()).toEqual([])
  })
})

describe('a change of the connection', () => {
  it('to a second secret counts at once, and both hold', async () => {
    const { doors, key, save, seal, stored } = await setUp()
    expect(await doors(key, signed('{}'))).toBe('kept')
    await save({ secrets: [...(await stored()).secrets, await seal('second', secondSecret)] })
    expect(await doors(key, signed('{}', { id: 'msg_2', by: secondSecret }))).toBe('kept')
    expect(await doors(key, signed('{}', { id: 'msg_3' }))).toBe('kept')
  })

  it('to one secret less counts after two seconds', async () => {
    const { doors, key, save, seal, time } = await setUp()
    expect(await doors(key, signed('{}'))).toBe('kept')
    await save({ secrets: [await seal('second', secondSecret)] })
    time.ticks += 2_000
    expect(await doors(key, signed('{}', { id: 'msg_2' }))).toBe('turned away')
    expect(await doors(key, signed('{}', { id: 'msg_3', by: secondSecret }))).toBe('kept')
  })

  it('is looked for at most once a second by what is turned away', async () => {
    const { doors, key, asked, time } = await setUp()
    await doors(key, signed('{}'))
    const before = asked.get
    const rounds = async () => {
      for (let index = 0; index < 20; index += 1) await doors(key, wrong())
    }
    await rounds()
    // One for the door and one to write down why.
    expect(asked.get).toBe(before + 2)
    time.ticks += 1_000
    await rounds()
    expect(asked.get).toBe(before + 3)
  })

  it('is looked for as seldom where there is no such connection', async () => {
    const { doors, asked, time } = await setUp()
    const unknown = linkKey({ tenantId: 'nordlicht', scope: '-', id: '01ANOTHER' }, 'x')
    for (let index = 0; index < 20; index += 1) await doors(unknown, wrong())
    expect(asked.get).toBeLessThanOrEqual(2)
    time.ticks += 60_000
    await doors(unknown, wrong())
    expect(asked.get).toBeLessThanOrEqual(4)
  })

  it('that cannot be read is nobody’s fault but ours, and is tried again', async () => {
    const { doors, key, store } = await setUp()
    vi.spyOn(store, 'get').mockRejectedValueOnce(new DomainError('Unavailable', 'The database does not answer.'))
    await expect(doors(key, signed('{}'))).rejects.toMatchObject({ code: 'Unavailable' })
    expect(await doors(key, signed('{}'))).toBe('kept')
  })
})

it('greets a vendor that only wants to know whether somebody is there', async () => {
  const { doors, key, inbox } = await setUp({ vendor: 'hibob' })
  expect(await doors(key, { headers: {}, bytes: Buffer.from('"Ping test"'), now })).toBe('handshake')
  const body = '{"type":"employee.left","data":{"employeeId":"1"}}'
  const headers = { 'bob-signature': mac('sha512', secret, body, 'base64') }
  expect(await doors(key, { headers, bytes: Buffer.from(body), now })).toBe('kept')
  expect(await inbox()).toHaveLength(1)
})
