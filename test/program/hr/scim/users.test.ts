import { ulids } from '@pilotgate/aws/ids'
import { DomainError } from '@pilotgate/core/errors'
import type { Store } from '@pilotgate/core/ports'
import type { Work } from '@pilotgate/core/program/actor'
import type { ConnectionRecord } from '@pilotgate/core/program/hr/connections/connection-record'
import { scopeOfConnection } from '@pilotgate/core/program/hr/connections/connection-record'
import { findScimIds } from '@pilotgate/core/program/hr/scim/keys'
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

test('a change on a version that a request has left when it broke off is refused, but made good', async () => {
  const { work, state, statusOf } = world()
  const { id } = await makeScimUser(work, connection, ada)
  const isFirst = (version: number) => version === 1
  const disable = () => changeScimUser(work, connection, id, isFirst, () => ({ ...ada, active: false }))
  state.down = true
  await expect(disable()).rejects.toMatchObject({ code: 'Unavailable' })
  state.down = false
  await expect(disable()).rejects.toMatchObject({ code: 'StaleVersion' })
  expect(await statusOf(id)).toBe('left')
})

describe('the rows by which users are found', () => {
  const finder =
    ({ store }: { store: Store }) =>
    (field: 'userName' | 'externalId', value: string) =>
      findScimIds(store, connection, 'scimUser', field, value)
  const keysIn = async ({ store }: { store: Store }) => (await store.list('scimKey', scope)).items.map(({ id }) => id)

  test('are gone with the names of users, which are free again', async () => {
    const { work } = world()
    const find = finder(work)
    const { id } = await makeScimUser(work, connection, { ...ada, externalId: 'X1' })
    expect(await find('externalId', 'X1')).toEqual([id])
    await changeScimUser(work, connection, id, undefined, () => ({ ...ada, userName: 'Lovelace' }))
    expect(await find('externalId', 'X1')).toEqual([])
    expect(await find('userName', ada.userName)).toEqual([])
    expect(await find('userName', 'LOVELACE')).toEqual([id])
    await removeScimUser(work, connection, id, undefined)
    expect(await find('userName', 'Lovelace')).toEqual([])
    expect(await keysIn(work)).toEqual([])
  })

  test('find each of those who share an external id, and nobody whose id only begins like it', async () => {
    const { work } = world()
    const find = finder(work)
    const ids: string[] = []
    for (const externalId of ['sales', 'sales', 'sales team', 'sales2', 'Sales']) {
      ids.push((await makeScimUser(work, connection, { ...ada, userName: `user${ids.length}`, externalId })).id)
    }
    expect(await find('externalId', 'sales')).toEqual(ids.slice(0, 2))
    expect(await find('externalId', `sales ${ids[0]}`)).toEqual([])
    await removeScimUser(work, connection, ids[0]!, undefined)
    expect(await find('externalId', 'sales')).toEqual([ids[1]])
  })

  test('hold also where an external id was unique, and go with it', async () => {
    const { work } = world()
    const find = finder(work)
    const { id } = await makeScimUser(work, connection, { ...ada, externalId: 'X1' })
    const row = { ...scope, version: 0, resourceId: id }
    await work.store.commit([
      { kind: 'scimKey', record: { ...row, id: `scimUser externalId X1 ${id}` }, expect: 1, remove: true },
      { kind: 'scimKey', record: { ...row, id: 'scimUser externalId X1' }, expect: 0 },
    ])
    const other = await makeScimUser(work, connection, { ...ada, userName: 'other', externalId: 'X1' })
    await changeScimUser(work, connection, id, undefined, (known) => ({ ...known, title: 'Lead' }))
    expect(await find('externalId', 'X1')).toEqual([id, other.id])
    await changeScimUser(work, connection, id, undefined, (known) => ({ ...known, externalId: 'X2' }))
    expect([await find('externalId', 'X1'), await find('externalId', 'X2')]).toEqual([[other.id], [id]])
    for (const each of [id, other.id]) await removeScimUser(work, connection, each, undefined)
    expect(await keysIn(work)).toEqual([])
  })
})

describe('somebody who is made known before they are active', () => {
  const inactive = { ...ada, active: false, emails: [{ value: 'ada@example.com', type: 'work' }] }
  const on = (work: Work, day: string): Work => ({ ...work, now: `2027-${day}T08:00:00.000Z` })
  const told = async ({ store }: Work) => {
    const { items } = await store.list('personChange', { tenantId: 'northwind', scope: '-' })
    return items.flatMap(({ changes, effectiveOn }) => changes.map(({ kind }) => [kind, effectiveOn]))
  }

  test('is hired on the day on which they are active first, and rehired after that', async () => {
    const { work, statusOf } = world()
    const { id } = await makeScimUser(on(work, '02-01'), connection, inactive)
    expect(await statusOf(id)).toBe('pending')
    const change = (day: string, active: boolean) =>
      changeScimUser(on(work, day), connection, id, undefined, () => ({ ...inactive, active }))
    await change('02-05', false)
    expect(await told(work)).toEqual([])
    await change('02-10', true)
    expect(await told(work)).toEqual([['hired', '2027-02-10']])
    await change('02-20', false)
    expect(await statusOf(id)).toBe('left')
    await change('02-25', true)
    expect((await told(work)).map(([kind]) => kind)).toEqual(['hired', 'terminated', 'rehired'])
  })

  test('has left when they are removed, and nobody hears of it', async () => {
    const { work, statusOf } = world()
    const { id } = await makeScimUser(on(work, '02-01'), connection, inactive)
    await removeScimUser(on(work, '02-02'), connection, id, undefined)
    expect(await statusOf(id)).toBe('left')
    expect(await told(work)).toEqual([])
  })

  test('has left when that was in the first round', async () => {
    const { work, statusOf } = world()
    const { id } = await makeScimUser(on(work, '01-05'), connection, inactive)
    expect(await statusOf(id)).toBe('left')
  })
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
  ])('takes who is active first %s days after the connection for hired on %s', (days, hiredOn) => {
    const createdAt = '2027-01-12T09:00:00.000Z'
    const made = new Date(Date.parse(createdAt) - days * 86_400_000).toISOString()
    // In older rows the day is not said: it is that on which the user was made.
    for (const user of [{ createdAt, activeSince: '2027-01-12' }, { createdAt }]) {
      expect(reportOfUser({ ...connection, createdAt: made }, record(user)).fields.hiredOn).toBe(hiredOn)
    }
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
