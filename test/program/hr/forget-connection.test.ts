import type { Queues } from '@pilotgate/core/ports'
import { forgetConnection, queueRemoved } from '@pilotgate/core/program/hr/connections/forget-connection'
import { allOf } from '@pilotgate/core/program/load'
import { beforeEach, expect, test } from 'vitest'
import { type Company, company } from './company.ts'

let it: Company
const scope = { tenantId: 'nordlicht', scope: 'connection C1' }
const kinds = ['employee', 'reportingLine', 'scimUser', 'scimKey', 'scimGroup', 'inbox', 'inboxLog'] as const
const rows = async (of = scope) => (await Promise.all(kinds.map((kind) => allOf(it.store, kind, of)))).flat().length
const message = { tenantId: 'nordlicht', connectionId: 'C1', forget: true as const }
const removed = async () => {
  const known = (await it.store.get('connection', { tenantId: 'nordlicht', scope: '-' }, 'C1'))!
  await it.write({ kind: 'connection', record: known, expect: known.version, remove: true })
}

beforeEach(async () => {
  it = company()
  await it.keep()
  await it.say('1', { email: 'ana@nordlicht.example', name: 'Ana Ahrens', status: 'active', hiredOn: '2027-01-04' })
  await it.say('2', { email: 'ben@nordlicht.example', name: 'Ben Berg', status: 'active', managerId: '1' })
  const key = { ...scope, version: 0, resourceId: 'u' }
  const keys = Array.from({ length: 240 }, (_, index) => ({ ...key, id: `scimUser userName ${index}` }))
  for (let from = 0; from < keys.length; from += 100) {
    await it.write(...keys.slice(from, from + 100).map((record) => ({ kind: 'scimKey' as const, record, expect: 0 })))
  }
  const delivery = { ...scope, version: 0, connectionId: 'C1', body: 'b', receivedAt: it.work().now, expiresAt: 1 }
  for (let index = 0; index < 25; index += 1) {
    await it.write({ kind: 'inbox', record: { ...delivery, id: `d${index}` }, expect: 0 })
  }
})

test('what a removed connection has told is forgotten after a while; people, history and other connections stay', async () => {
  const other = { ...scope, scope: 'connection C2' }
  const record = { ...other, id: 'scimUser userName x', version: 0, resourceId: 'u' }
  await it.write({ kind: 'scimKey', record, expect: 0 })
  const before = [await it.people(), await it.changes()]
  expect(before.map(({ length }) => length)).toEqual([2, 1])
  expect(await rows()).toBe(2 + 1 + 240 + 25)
  await removed()
  expect(await forgetConnection(it.work(), message, false)).toEqual({ waitSeconds: 600 })
  expect(await rows()).toBeGreaterThan(0)
  expect(await forgetConnection(it.work(), message, true)).toBeUndefined()
  expect([await rows(), await rows(other)]).toEqual([0, 1])
  expect([await it.people(), await it.changes()]).toEqual(before)
  expect(await forgetConnection(it.work(), message, true)).toBeUndefined()
})

test('nothing is forgotten of a connection that is there', async () => {
  expect(await forgetConnection(it.work(), message, true)).toBeUndefined()
  expect(await rows()).toBe(2 + 1 + 240 + 25)
})

test('a removal is queued, and no other change', async () => {
  const sent: object[] = []
  const queues: Queues = { send: async (_, all) => void sent.push(...all.map(({ body }) => body)), async postpone() {} }
  const event = {
    eventId: '1',
    tenantId: 'nordlicht',
    programId: '-',
    at: it.work().now,
    by: 'olga',
    connectionId: 'C1',
  }
  await queueRemoved(queues, { ...event, type: 'connection.changed', fields: ['name'] })
  expect(sent).toEqual([])
  await queueRemoved(queues, { ...event, type: 'connection.changed', fields: ['removed'] })
  expect(sent).toEqual([message])
})
