import { createHmac } from 'node:crypto'
import { container } from '@pilotgate/aws/container'
import { scopeOfConnection } from '@pilotgate/core/program/hr/connections/connection-record'
import { vendorNames } from '@pilotgate/core/program/hr/vendors/vendor-names'
import { readLinkKey } from '@pilotgate/core/program/link-key'
import { describe, expect, it, test, vi } from 'vitest'
import { standardSignature } from '../../program/hr/vendors/deliveries.ts'
import { people } from '../pilot.ts'
import { naming, refusal, startPlatform } from '../platform.ts'
import { scanAll } from '../records.ts'

const start = '2027-01-03T18:00:00.000Z'
const platform = await startPlatform(start)
const owner = await platform.as(people.owner)
const key = '123b929362d51613054f71e5e5d4bf2c'
const otherKey = 'ffffb929362d51613054f71e5e5d4bf2'

const bambooHr = {
  ...{ vendor: 'bamboohr' as const, name: 'BambooHR of Nordlicht', zone: 'Europe/Berlin', secret: key, offers: [] },
  ...{ settings: { company: 'nordlicht' }, credentials: { apiKey: 'local-bamboohr-key' } },
}
const connect = (more: object = {}) => owner('createConnection', { body: { ...bambooHr, ...more } })
const plain = (vendor: 'standard' | 'scim' | 'file') => ({
  ...{ vendor, name: vendor, zone: 'Europe/Berlin', settings: {}, credentials: {}, secret: undefined },
})

/** Delivers to a door as BambooHR does. */
const deliver = async (doorUrl: string | undefined, { by = key, employeeId = '1', at = platform.clock.now() } = {}) => {
  const data = { companyId: '12345', employeeId }
  const body = JSON.stringify({ type: 'employee.updated', timestamp: '2027-01-03T17:59:00Z', data })
  const seconds = String(Math.floor(at / 1000))
  const signature = createHmac('sha256', by)
    .update(body + seconds)
    .digest('hex')
  return platform.send('POST', new URL(doorUrl!).pathname, {
    headers: { 'x-bamboohr-timestamp': seconds, 'x-bamboohr-signature': signature },
    text: body,
  })
}
const inboxOf = async (id: string) =>
  (await container().store.list('inbox', scopeOfConnection({ tenantId: 'nordlicht', id }), { limit: 1000 })).items

describe('the HR systems', () => {
  it('say what they ask for and how they are set up', async () => {
    const { items } = await owner('listConnectionVendors')
    expect(items.map(({ vendor }) => vendor)).toEqual(vendorNames)
    for (const { vendor, steps, makesSecret, takesSecret, readsBack, credentials } of items) {
      expect(steps.length, vendor).toBeGreaterThan(0)
      expect(makesSecret && takesSecret, vendor).toBe(false)
      expect(credentials.length > 0, vendor).toBe(readsBack)
    }
    expect(items.find(({ vendor }) => vendor === 'bamboohr')).toMatchObject({
      ...{ takesSecret: true, readsBack: true, settings: [{ name: 'company', required: true }] },
    })
  })

  it('are connected by program owners of the organisation only', async () => {
    const lead = await platform.as(people.lead)
    expect(await refusal(lead('listConnections'))).toMatchObject({ status: 403, code: 'NotAllowed' })
  })
})

describe('connecting', () => {
  it.each([
    ['zone', 'Europe/Berlin', { zone: 'Berlin' }],
    ['settings.company', 'The company', { settings: {} }],
    ['settings.company', 'before ".bamboohr.com"', { settings: { company: 'evil.example/x' } }],
    ['settings.region', 'Leave it out', { settings: { company: 'nordlicht', region: 'eu' } }],
    ['credentials.apiKey', 'An API key', { credentials: {} }],
    ['credentials.password', 'Leave it out', { credentials: { apiKey: 'key', password: 'x' } }],
    ['offers.0.programId', 'GET /v1/programs', { offers: [{ programId: 'unknown', roles: ['participant'] }] }],
    [
      'secret',
      'Copy the whole secret',
      { vendor: 'finch', settings: {}, credentials: { accessToken: 'x' }, secret: 'this is not Base64' },
    ],
    ['secret', 'Pilotgate makes this secret', { ...plain('standard'), secret: key }],
    ['secret', 'has no secret', { ...plain('file'), secret: key }],
    [
      'settings.unsigned',
      'not signed',
      { vendor: 'personio', settings: {}, credentials: { clientId: 'a', clientSecret: 'b' }, secret: undefined },
    ],
  ])('names %s with a remedy (%s)', async (field, words, more) => {
    expect(await refusal(connect(more))).toEqual(naming(field, words))
  })

  test('gives the address of a door, and shows nothing that is secret, nor keeps it readable', async () => {
    const { connectionId, newSecret, ...made } = await connect()
    expect(made).toMatchObject({
      ...{ version: 1, vendor: 'bamboohr', status: 'on', zone: 'Europe/Berlin', credentials: ['apiKey'] },
      ...{ secrets: [{ addedAt: start }], createdAt: start, createdBy: people.owner },
    })
    expect(newSecret).toBeUndefined()
    expect(made.doorUrl).toMatch(new RegExp(`^${platform.origin}/v1/doors/[A-Za-z0-9_-]+$`))
    const read = await owner('getConnection', { path: { connectionId } })
    expect(read).toEqual({ connectionId, ...made })
    const { items } = await owner('listConnections')
    expect(items).toContainEqual(read)
    const rows = JSON.stringify([await scanAll(), read])
    for (const text of [key, 'local-bamboohr-key']) expect(rows).not.toContain(text)
    const { items: events } = await container().store.events({ tenantId: 'nordlicht', programId: '-' })
    expect(events).toContainEqual(
      expect.objectContaining({ type: 'connection.changed', connectionId, by: people.owner, fields: ['created'] }),
    )
  })

  test('makes the secret of Standard Webhooks and the token of SCIM, and shows them once', async () => {
    const headers = { 'idempotency-key': 'standard-once' }
    const first = await owner('createConnection', { body: { ...bambooHr, ...plain('standard') }, headers })
    expect(first.newSecret).toMatch(/^whsec_[A-Za-z0-9+/]{32}$/)
    const again = await owner('createConnection', { body: { ...bambooHr, ...plain('standard') }, headers })
    expect(again).toEqual({ ...first, newSecret: undefined })
    const body = '{"type":"employee.updated","data":{"employeeId":"1"}}'
    const seconds = String(platform.clock.now() / 1000)
    const signature = standardSignature(first.newSecret!, 'msg_1', seconds, body)
    const signed = { 'webhook-id': 'msg_1', 'webhook-timestamp': seconds, 'webhook-signature': signature }
    const door = new URL(first.doorUrl!).pathname
    expect((await platform.send('POST', door, { headers: signed, text: body })).status).toBe(200)

    const scim = await connect(plain('scim'))
    expect(scim.doorUrl).toBe(`${platform.origin}/v1/scim/v2`)
    expect(readLinkKey(scim.newSecret!)).toMatchObject({ tenantId: 'nordlicht', programId: '-', id: scim.connectionId })
    expect(await connect(plain('file'))).toEqual(expect.not.objectContaining({ doorUrl: expect.anything() }))
    const rows = JSON.stringify(await scanAll())
    for (const text of [first.newSecret!, readLinkKey(scim.newSecret!)!.secret]) expect(rows).not.toContain(text)
  })
})

describe('changing a connection', () => {
  it('replaces settings as a whole and credentials one by one, on the version that was read', async () => {
    const { connectionId } = await connect()
    const path = { connectionId }
    const edit = (body: object, version: number) =>
      owner('editConnection', { path, body, headers: { 'if-match': `"${version}"` } })
    const edited = await edit({ name: 'Ours', zone: 'Europe/Lisbon', credentials: { apiKey: 'another key' } }, 1)
    expect(edited).toMatchObject({
      version: 2,
      name: 'Ours',
      zone: 'Europe/Lisbon',
      settings: { company: 'nordlicht' },
    })
    expect(await refusal(edit({ name: 'Mine' }, 1))).toMatchObject({ code: 'StaleVersion' })
    expect(await refusal(edit({ settings: {} }, 2))).toEqual(naming('settings.company', 'Is missing'))
    expect(await refusal(edit({ zone: '+02:00' }, 2))).toEqual(naming('zone', 'IANA'))
    const { items } = await container().store.events({ tenantId: 'nordlicht', programId: '-' }, { newest: true })
    expect(items[0]).toMatchObject({ connectionId, fields: ['name', 'zone', 'credentials'] })
  })

  it('lets one secret replace another without losing a delivery', async () => {
    const { connectionId, doorUrl, secrets } = await connect()
    const path = { connectionId }
    expect((await deliver(doorUrl)).status).toBe(200)
    const first = secrets[0]!.secretId
    const only = await refusal(owner('removeConnectionSecret', { path: { connectionId, secretId: first } }))
    expect(only).toMatchObject({ code: 'NotPossibleNow', detail: expect.stringContaining('Add the new one first') })
    expect(await refusal(owner('addConnectionSecret', { path, body: {} }))).toEqual(
      naming('secret', 'Enter the secret'),
    )
    await owner('addConnectionSecret', { path, body: { secret: otherKey } })
    expect((await deliver(doorUrl, { by: otherKey, employeeId: '2' })).status).toBe(200)
    expect((await deliver(doorUrl, { employeeId: '3' })).status).toBe(200)
    const third = await refusal(owner('addConnectionSecret', { path, body: { secret: `${key}ff` } }))
    expect(third).toMatchObject({ code: 'NotPossibleNow', detail: expect.stringContaining('Remove the one') })
    const left = await owner('removeConnectionSecret', { path: { connectionId, secretId: first } })
    expect(left.secrets).toHaveLength(1)
    await vi.waitFor(async () => expect((await deliver(doorUrl, { employeeId: '4' })).status).toBe(401), 10_000)
    expect((await deliver(doorUrl, { by: otherKey, employeeId: '5' })).status).toBe(200)
    const gone = await refusal(owner('removeConnectionSecret', { path: { connectionId, secretId: first } }))
    expect(gone).toMatchObject({ code: 'NotFound' })
  })

  it('turns it off and on, and removes it with its secrets and all that it has told', async () => {
    const { connectionId, doorUrl } = await connect()
    const path = { connectionId }
    const turn = (status: 'on' | 'off', version: number) =>
      owner('editConnection', { path, body: { status }, headers: { 'if-match': `"${version}"` } })
    await turn('off', 1)
    await vi.waitFor(async () => expect((await deliver(doorUrl)).status).toBe(401), 10_000)
    await turn('on', 2)
    expect((await deliver(doorUrl)).status).toBe(200)
    await owner('removeConnection', { path })
    await vi.waitFor(async () => expect((await deliver(doorUrl)).status).toBe(401), 10_000)
    expect(await refusal(owner('getConnection', { path }))).toMatchObject({ code: 'NotFound' })
    const subject = { tenantId: 'nordlicht', scope: '-' }
    expect(await container().store.get('dataKey', subject, `connection.${connectionId}`)).toBeUndefined()
    expect(await inboxOf(connectionId)).not.toEqual([])
    await platform.settled()
    await platform.jumpTo(platform.clock.now() + 11 * 60_000)
    expect(await inboxOf(connectionId)).toEqual([])
  })
})

describe('a door', () => {
  it('answers 200 for what holds, also a second time, and 401 in one way for all that does not', async () => {
    const { connectionId, doorUrl } = await connect()
    const answers = [await deliver(doorUrl), await deliver(doorUrl), await deliver(doorUrl)]
    expect(answers.map(({ status, text }) => [status, text])).toEqual(Array(3).fill([200, '{"received":true}']))
    expect(await inboxOf(connectionId)).toHaveLength(1)
    const turnedAway = [
      await deliver(doorUrl, { by: otherKey }),
      await deliver(doorUrl, { at: platform.clock.now() - 4 * 3_600_000 }),
      await deliver(`${doorUrl}x`),
      await deliver(`${platform.origin}/v1/doors/nothing`),
      await platform.send('POST', new URL(doorUrl!).pathname, { text: '' }),
    ]
    for (const { status, text } of turnedAway) expect([status, text]).toEqual([401, '{"received":false}'])
    const { turnedAway: last } = await owner('getConnection', { path: { connectionId } })
    expect(last).toEqual({ at: new Date(platform.clock.now()).toISOString(), why: expect.stringContaining('secret') })
  })

  it('takes 256 KB and no more, and bytes that are no text', async () => {
    const { connectionId, doorUrl } = await connect({
      ...{ vendor: 'personio', settings: { unsigned: 'yes' }, credentials: { clientId: 'a', clientSecret: 'b' } },
      secret: undefined,
    })
    const post = async (bytes: Uint8Array) =>
      (await fetch(doorUrl!, { method: 'POST', body: bytes as Uint8Array<ArrayBuffer> })).status
    expect(await post(Buffer.alloc(256 * 1024 + 1, 'a'))).toBe(413)
    expect(await post(Buffer.alloc(256 * 1024, 'a'))).toBe(200)
    // The worst that the row must hold: not UTF-8, so a third larger.
    expect(await post(Buffer.alloc(256 * 1024, 0xff))).toBe(200)
    expect(await post(Buffer.from([0x7b, 0xff]))).toBe(200)
    expect(await inboxOf(connectionId)).toHaveLength(3)
  })
})

describe('asking the HR system', () => {
  it('says whether the credentials open it', async () => {
    const fine = await connect()
    expect(await owner('testConnection', { path: { connectionId: fine.connectionId } })).toEqual({
      ok: true,
      words: 'BambooHR lets these credentials in.',
    })
    const wrong = await connect({ credentials: { apiKey: 'wrong' } })
    expect(await owner('testConnection', { path: { connectionId: wrong.connectionId } })).toEqual({
      ok: false,
      words: expect.stringContaining('does not let these credentials in (401)'),
    })
    const file = await connect(plain('file'))
    expect(await owner('testConnection', { path: { connectionId: file.connectionId } })).toMatchObject({ ok: true })
  })
})

describe('the log of deliveries', () => {
  it('shows the newest first, and lets one be worked through again while it is kept', async () => {
    const { connectionId, doorUrl } = await connect()
    const list = (query: { limit: number; cursor?: string }) =>
      owner('listConnectionDeliveries', { path: { connectionId }, query })
    const replay = (deliveryId: string) => owner('replayConnectionDelivery', { path: { connectionId, deliveryId } })
    expect((await deliver(doorUrl)).status).toBe(200)
    await platform.settled()
    const { items } = await list({ limit: 10 })
    const real = { deliveryId: expect.any(String), connectionId, type: 'employee.updated', attempts: 1 }
    expect(items).toEqual([expect.objectContaining(real)])
    expect(await replay(items[0]!.deliveryId)).toEqual({ queued: true })
    await platform.settled()
    expect(await list({ limit: 10 })).toMatchObject({ items: [{ employeeIds: ['1'] }, { employeeIds: ['1'] }] })

    const inbox = (await inboxOf(connectionId))[0]!
    const scope = scopeOfConnection({ tenantId: 'nordlicht', id: connectionId })
    const now = Math.floor(platform.clock.now() / 1000)
    const line = (id: string, more: object = {}) => ({
      kind: 'inboxLog' as const,
      record: {
        ...{ ...scope, id, version: 0, connectionId, inboxId: inbox.id, type: 'employee.updated', employeeIds: ['1'] },
        ...{ receivedAt: start, doneAt: start, result: 'changed' as const, words: 'Taken over.', attempts: 1 },
        ...{ expiresAt: now + 86_400, ...more },
      },
      expect: 0,
    })
    await container().store.commit([
      line('z1', { employeeIds: [] }),
      line('z2', { inboxId: 'gone' }),
      line('z3', { expiresAt: now }),
    ])
    const page = await list({ limit: 2 })
    expect(page.items.map(({ deliveryId }) => deliveryId)).toEqual(['z2'])
    expect((await list({ limit: 2, cursor: page.cursor! })).items[0]!.deliveryId).toBe('z1')
    expect(await refusal(replay('z1'))).toMatchObject({
      code: 'NotPossibleNow',
      detail: expect.stringContaining('taken over'),
    })
    expect(await refusal(replay('z2'))).toMatchObject({
      code: 'NotPossibleNow',
      detail: expect.stringContaining('no longer kept'),
    })
    for (const id of ['z3', 'unknown']) expect(await refusal(replay(id))).toMatchObject({ code: 'NotFound' })
  })
})

test('another organisation sees nothing of it: the answer is that of an unknown id', async () => {
  const { connectionId } = await connect()
  const token = await platform.tokenOf(people.owner, { tenant: 'other', roles: ['program owner'] })
  const ask = async (id: string) => {
    const answers = await Promise.all([
      platform.send('GET', `/v1/connections/${id}`, { token }),
      platform.send('DELETE', `/v1/connections/${id}`, { token }),
      platform.send('POST', `/v1/connections/${id}/test`, { token }),
      platform.send('GET', `/v1/connections/${id}/deliveries`, { token }),
      platform.send('POST', `/v1/connections/${id}/secrets`, { token, body: {} }),
    ])
    return answers.map(({ status, body }) => [status, (body as { detail: string }).detail.replace(id, 'ID')])
  }
  const seen = await ask(connectionId)
  expect(seen).toEqual(await ask('01KFZ0Q3W5T7R9YB2M4N6P8S0D'))
  expect(seen.map(([status]) => status)).toEqual(Array(5).fill(404))
  expect(await owner('getConnection', { path: { connectionId } })).toMatchObject({ version: 1 })
})
