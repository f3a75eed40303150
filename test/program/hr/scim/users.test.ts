import { ulids } from '@pilotgate/aws/ids'
import { DomainError } from '@pilotgate/core/errors'
import type { Store } from '@pilotgate/core/ports'
import type { ConnectionRecord } from '@pilotgate/core/program/hr/connections/connection-record'
import { scopeOfConnection } from '@pilotgate/core/program/hr/connections/connection-record'
import { findScimByKey } from '@pilotgate/core/program/hr/scim/keys'
import { reportOfUser } from '@pilotgate/core/program/hr/scim/report-of-user'
import type { ScimUser, ScimUserRecord } from '@pilotgate/core/program/hr/scim/scim-record'
import { changeScimUser, makeScimUser, removeScimUser } from '@pilotgate/core/program/hr/scim/users'
import { describe, expect, test } from 'vitest'
import { fakeStore } from '../../../contract/fakes/store.ts'

const now = '2027-01-04T08:00:00.000Z'
const connection: ConnectionRecord = {
  ...{ tenantId: 'northwind', scope: '-', id: 'C1', version: 1, vendor: 'scim', name: 'Entra', status: 'on' },
  ...{ settings: {}, credentials: {}, secrets: [], doorSecret: 'door', zone: 'Europe/Berlin', offers: [] },
  ...{ createdAt: now, createdBy: 'owner' },
}
const scope = scopeOfConnection(connection)
const ada: ScimUser = { userName: 'ada@example.com', active: true, emails: [], title: 'Analyst' }

/** A store that is down for employees while told so: the user is written, and then the request breaks off. */
const world = () => {
  const ids = ulids()
  const inner = fakeStore(ids)
  const state = { down: false }
  const store: Store = {
    ...inner,
    commit: (changes, events) => {
      const fails = state.down && changes.some(({ kind }) => kind === 'employee')
      return fails ? Promise.reject(new DomainError('Unavailable', 'Not now.')) : inner.commit(changes, events)
    },
  }
  const employees = async () => (await store.list('employee', scope)).items
  const statusOf = async (id: string) => (await store.get('employee', scope, id))?.fields.status?.at(-1)?.value
  return { work: { store, ids, now }, state, employees, statusOf }
}

describe('a request that breaks off between the user and the employee', () => {
  test('is made good by the same request, though it is refused then', async () => {
    const { work, state, employees } = world()
    state.down = true
    await expect(makeScimUser(work, connection, ada)).rejects.toMatchObject({ code: 'Unavailable' })
    expect(await employees()).toEqual([])
    state.down = false
    await expect(makeScimUser(work, connection, ada)).rejects.toMatchObject({ code: 'Conflict' })
    expect(await employees()).toHaveLength(1)
  })

  test('is made good by a change that changes nothing any more', async () => {
    const { work, state, statusOf } = world()
    const { id } = await makeScimUser(work, connection, ada)
    const disable = () => changeScimUser(work, connection, id, undefined, () => ({ ...ada, active: false }))
    state.down = true
    await expect(disable()).rejects.toMatchObject({ code: 'Unavailable' })
    expect(await statusOf(id)).toBe('active')
    state.down = false
    expect((await disable()).version).toBe(2)
    expect(await statusOf(id)).toBe('left')
  })

  test('leaves a user who is to be removed, so that it can be asked for again', async () => {
    const { work, state, statusOf } = world()
    const { id } = await makeScimUser(work, connection, ada)
    state.down = true
    await expect(removeScimUser(work, connection, id, undefined)).rejects.toMatchObject({ code: 'Unavailable' })
    state.down = false
    await removeScimUser(work, connection, id, undefined)
    expect(await statusOf(id)).toBe('left')
    await expect(removeScimUser(work, connection, id, undefined)).rejects.toMatchObject({ code: 'NotFound' })
  })
})

test('somebody who is changed while they are removed has left all the same', async () => {
  const { work, statusOf } = world()
  const { id } = await makeScimUser(work, connection, ada)
  const { store } = work
  let isFirst = true
  const busy: Store = {
    ...store,
    commit: async (changes, events) => {
      const removes = changes.some(({ remove }) => remove)
      if (removes && isFirst) {
        isFirst = false
        await changeScimUser(work, connection, id, undefined, () => ({ ...ada, title: 'Lead' }))
      }
      return store.commit(changes, events)
    },
  }
  await removeScimUser({ ...work, store: busy }, connection, id, undefined)
  expect(isFirst).toBe(false)
  expect(await statusOf(id)).toBe('left')
  expect((await store.list('scimUser', scope)).items).toEqual([])
})

test('a removal on a version that is not the latest tells nothing', async () => {
  const { work, statusOf } = world()
  const { id } = await makeScimUser(work, connection, ada)
  const refused = removeScimUser(work, connection, id, (version) => version === 7)
  await expect(refused).rejects.toMatchObject({ code: 'StaleVersion' })
  expect(await statusOf(id)).toBe('active')
})

test('what is said later counts as later, also within one moment and when clocks disagree', async () => {
  const { work, statusOf } = world()
  const { id } = await makeScimUser(work, connection, ada)
  const earlier = { ...work, now: '2027-01-04T07:59:00.000Z' }
  for (const active of [false, true, false]) {
    await changeScimUser(earlier, connection, id, undefined, () => ({ ...ada, active }))
    expect(await statusOf(id)).toBe(active ? 'active' : 'left')
  }
})

test('names of users who are gone are free again, and find nobody', async () => {
  const { work } = world()
  const { id } = await makeScimUser(work, connection, { ...ada, externalId: 'X1' })
  await changeScimUser(work, connection, id, undefined, () => ({ ...ada, userName: 'Lovelace' }))
  const find = (field: 'userName' | 'externalId', value: string) =>
    findScimByKey(work.store, connection, 'scimUser', field, value)
  expect(await find('externalId', 'X1')).toBeUndefined()
  expect(await find('userName', ada.userName)).toBeUndefined()
  expect(await find('userName', 'LOVELACE')).toMatchObject({ id })
  await removeScimUser(work, connection, id, undefined)
  expect(await find('userName', 'Lovelace')).toBeUndefined()
  expect((await work.store.list('scimKey', scope)).items).toEqual([])
})

describe('what a user says of an employee', () => {
  const record = (user: Partial<ScimUserRecord>): ScimUserRecord => ({
    ...{ ...scope, id: 'U1', version: 1, createdAt: now, changedAt: now, told: [] },
    ...{ ...ada, ...user },
  })
  const fields = (user: Partial<ScimUserRecord>) => reportOfUser(connection, record(user)).fields

  test.each([
    [
      'the main address at work',
      [
        { value: 'a@x.example' },
        { value: 'b@x.example', type: 'work' },
        { value: 'C@x.example', type: 'work', primary: true },
      ],
      'c@x.example',
    ],
    [
      'an address at work',
      [
        { value: 'a@x.example', primary: true },
        { value: 'b@x.example', type: 'work' },
      ],
      'b@x.example',
    ],
    ['any address', [{ value: 'a@x.example' }], 'a@x.example'],
    ['the user name, where it is one', [{ value: 'no address' }], 'ada@example.com'],
  ])('takes %s', (_, emails, email) => expect(fields({ emails }).email).toBe(email))

  test('knows no address where none is given', () => expect(fields({ userName: 'ada' }).email).toBeNull())

  test.each([
    [{ displayName: 'Ada L.', name: { formatted: 'Lady Lovelace' } }, 'Ada L.'],
    [{ name: { formatted: 'Lady Lovelace', givenName: 'Ada' } }, 'Lady Lovelace'],
    [{ name: { givenName: 'Ada', familyName: 'Lovelace' } }, 'Ada Lovelace'],
    [{}, null],
  ])('calls %j by their name', (user, name) => expect(fields(user).name).toBe(name))

  test.each([
    ['M1', { managerId: 'M1', managerEmail: null }],
    ['Boss@x.example', { managerId: null, managerEmail: 'boss@x.example' }],
    [undefined, { managerId: null, managerEmail: null }],
  ])('takes the manager %s', (manager, told) => expect(fields({ manager, told: ['manager'] })).toMatchObject(told))

  test.each([
    [7, null],
    [8, '2027-01-12'],
  ])('takes who is made known %s days after the connection for hired on %s', (days, hiredOn) => {
    const createdAt = '2027-01-12T09:00:00.000Z'
    const made = new Date(Date.parse(createdAt) - days * 86_400_000).toISOString()
    expect(reportOfUser({ ...connection, createdAt: made }, record({ createdAt })).fields.hiredOn).toBe(hiredOn)
  })

  test('takes a time zone that there is', () => {
    expect(fields({ timezone: 'Europe/Paris' }).zone).toBe('Europe/Paris')
    expect(fields({ timezone: 'Europe/Atlantis' }).zone).toBeNull()
  })

  test('does not take for empty what was never told, so that learning of a title is no promotion', async () => {
    const { work } = world()
    const { title: _, ...untitled } = { ...ada, emails: [{ value: 'ada@example.com', type: 'work' }] }
    const kindsAfter = async (user: ScimUser) => {
      await changeScimUser(work, connection, id, undefined, () => user)
      const { items } = await work.store.list('personChange', { tenantId: 'northwind', scope: '-' })
      return items.flatMap(({ changes }) => changes.map(({ kind, before, after }) => [kind, before, after]))
    }
    const { id } = await makeScimUser(work, connection, untitled)
    expect(await kindsAfter({ ...untitled, title: 'Analyst' })).toEqual([])
    expect(await kindsAfter(untitled)).toEqual([['role_changed', 'Analyst', null]])
  })
})
