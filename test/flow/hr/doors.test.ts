import { container } from '@pilotgate/aws/container'
import { DomainError } from '@pilotgate/core/errors'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { type Connected, connectVendor } from '../../../packages/local/src/hr/connect-vendor.ts'
import { type FakeVendorName, fakeVendorNames, fakeVendors } from '../../../packages/local/src/hr/vendors/index.ts'
import { draftPilot, people, saveShortPilot } from '../pilot.ts'
import { everything, startPlatform } from '../platform.ts'

const platform = await startPlatform('2027-01-04T09:00:00Z')
await saveShortPilot(platform)
const { owner, path } = await draftPilot(platform, '2027-02-01')
const minute = 60_000

const hr = async <T = { id: number }>(method: string, to: string, body?: unknown): Promise<T> => {
  const answer = await fetch(`${platform.origin}/local/hr${to}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const text = await answer.text()
  expect(answer.ok, `${method} ${to}: ${text}`).toBe(true)
  return (text === '' ? undefined : JSON.parse(text)) as T
}
/** Lets time go by, and everything that is due in it happen. */
const pass = (ms: number) => platform.jumpTo(platform.clock.now() + ms)

const doors = new Map<FakeVendorName, Connected>()
const doorOf = (vendor: FakeVendorName) => doors.get(vendor)!

/** Tells one vendor's door of everything, and no other's. */
const telling = async (
  vendor: FakeVendorName,
  { url = doorOf(vendor).doorUrl, secret = doorOf(vendor).secret } = {},
) => {
  const { subscriptions } = await hr<{ subscriptions: { id: string }[] }>('GET', '/subscriptions')
  for (const { id } of subscriptions) await hr('DELETE', `/subscriptions/${id}`)
  await hr('POST', '/subscriptions', { vendor, url, secret })
}

const deliveriesOf = (vendor: FakeVendorName) =>
  everything((query) =>
    owner('listConnectionDeliveries', { path: { connectionId: doorOf(vendor).connectionId }, query }),
  )

const employeeOf = async (vendor: FakeVendorName, id: number) => {
  const all = await everything((query) =>
    owner('listEmployees', { path: { connectionId: doorOf(vendor).connectionId }, query }),
  )
  return all.find(({ employeeId }) => employeeId === fakeVendors[vendor].toId(id))
}

/** What counts in the end: the employee, the person, their part in the program. */
const endOf = async (vendor: FakeVendorName, id: number) => {
  const employee = await employeeOf(vendor, id)
  const { email: _, name: __, ...fields } = employee?.fields ?? {}
  const members = await everything((query) =>
    owner('listPeople', { path, query: { ...query, ids: employee?.personId } }),
  )
  return {
    fields,
    ahead: employee?.ahead,
    members: members.map(({ managerId, roles, status }) => ({ managerId, roles, status })),
  }
}

const historyOf = async (personId: string | undefined) => {
  const lines = await everything((query) =>
    owner('readPersonHistory', { path: { ...path, personId: personId! }, query }),
  )
  return lines.toReversed().flatMap(({ changes }) => changes.map(({ kind }) => kind))
}

beforeAll(async () => {
  for (const vendor of fakeVendorNames) doors.set(vendor, await connectVendor(owner, vendor))
  for (const { connectionId } of doors.values()) {
    const { version } = await owner('getConnection', { path: { connectionId } })
    await owner('editConnection', {
      path: { connectionId },
      body: { offers: [{ programId: path.programId, roles: ['participant'] }] },
      headers: { 'if-match': `"${version}"` },
    })
  }
})

type Manner = { copies?: number; shuffle?: number; delaySeconds?: number; hold?: boolean }
/** How the hire and each step after it are told, and after which of them what was held until then is let go. */
type Telling = { ways: Manner[]; letGoAfter: number[] }

let hired = 0
const newHire = () => {
  hired += 1
  const names = { email: `hire.${hired}@nordlicht.example`, firstName: 'Mira', lastName: `Hire ${hired}` }
  return { ...names, title: 'Team lead', department: 'Sales', managerId: 116, hiredOn: '2026-12-21' }
}

const steps = [
  { title: 'Head of Platform' },
  { managerId: 117 },
  { department: 'Engineering' },
  { endsOn: '2027-01-03' },
  { endsOn: null, hiredOn: '2027-01-04' },
]
const letGo = (shuffle: number) => hr('POST', '/deliveries/release', { shuffle })

/** From the first day over a career to the day of coming back: a minute between what is entered. */
const wholeLife = async ({ ways, letGoAfter }: Telling): Promise<number> => {
  const { id } = await hr('POST', '/employees', { ...newHire(), ...ways[0] })
  for (const [index, step] of steps.entries()) {
    await pass(minute)
    if (letGoAfter.includes(index)) await letGo(index)
    await hr('POST', `/employees/${id}`, { ...step, ...ways[index + 1] })
  }
  await pass(minute)
  await letGo(steps.length)
  await pass(10 * minute)
  return id
}

const once: Manner = {}
const twice: Manner = { copies: 2, shuffle: 1 }
const late: Manner = { copies: 3, delaySeconds: 200 }
const held: Manner = { copies: 5, hold: true }
const inOrder: Telling = { ways: [once, once, once, once, once, once], letGoAfter: [] }
const outOfOrder: [string, Telling][] = [
  ['all at the end', { ways: [held, held, held, held, held, held], letGoAfter: [] }],
  ['some late, some with what comes later', { ways: [held, twice, late, held, twice, late], letGoAfter: [1, 4] }],
  ['the last first', { ways: [late, late, held, held, late, twice], letGoAfter: [3] }],
]

describe.each(fakeVendorNames)('%s', (vendor) => {
  let inOrderId: number

  beforeAll(async () => {
    await telling(vendor)
    // Their managers become known before they do.
    for (const manager of [116, 117])
      await hr('POST', `/employees/${manager}`, {
        zone: 'Europe/Lisbon',
        email: `m${manager}@nordlicht.example`,
        firstName: 'Max',
        title: `Head of ${vendor}`,
      })
    await pass(minute)
    inOrderId = await wholeLife(inOrder)
  })

  test('a hire, a promotion, another manager and department, the end and the return are what the history tells', async () => {
    const employee = await employeeOf(vendor, inOrderId)
    expect(await historyOf(employee?.personId)).toEqual([
      'hired',
      'role_changed',
      'manager_changed',
      'department_changed',
      'terminated',
      'rehired',
    ])
    const end = await endOf(vendor, inOrderId)
    expect(end.fields).toMatchObject({
      title: 'Head of Platform',
      managerId: fakeVendors[vendor].toId(117),
      status: 'active',
    })
    expect(end.members).toEqual([{ managerId: expect.any(String), roles: ['participant'], status: 'active' }])
  })

  test.each(outOfOrder)(
    'the same events up to five times and in another order leave the same: %s',
    async (_, telling) => {
      const id = await wholeLife(telling)
      expect(await endOf(vendor, id)).toEqual(await endOf(vendor, inOrderId))
      const kinds = await historyOf((await employeeOf(vendor, id))?.personId)
      expect(kinds[0]).toBe('hired')
      expect(kinds).toEqual([...new Set(kinds)])
    },
  )

  test('every delivery that was taken is in the log, once, without a name', async () => {
    const lines = await deliveriesOf(vendor)
    expect(lines.length).toBeGreaterThan(10)
    expect(new Set(lines.map(({ inboxId }) => inboxId)).size).toBe(lines.length)
    expect(lines.filter(({ result }) => result === 'cannot be used')).toEqual([])
    expect(JSON.stringify(lines)).not.toMatch(/Mira|hire\.|Team lead|Head of/)
  })

  // Personio's deliveries are not signed.
  test.runIf(vendor !== 'personio')(
    'what is not signed with its secret is turned away, and whoever set it up learns why',
    async () => {
      const before = (await deliveriesOf(vendor)).length
      await telling(vendor, { secret: 'NWJmZTRiNzQ2YTgxZmQ3YjIxMDk5ZTcx' })
      await hr('POST', '/employees', newHire())
      await pass(minute)
      expect(await deliveriesOf(vendor)).toHaveLength(before)
      const { sent } = await hr<{ sent: { status: number }[] }>('GET', '/deliveries')
      expect(sent.at(-1)!.status).toBe(401)
      const { turnedAway } = await owner('getConnection', { path: { connectionId: doorOf(vendor).connectionId } })
      expect(turnedAway?.why).toContain('secret')
    },
  )
})

describe('faults', () => {
  const thin = ['bamboohr', 'hibob', 'finch', 'merge', 'personio'] as const

  test.each(thin)('%s that answers 429 and 500 for a while is asked again, until it is settled', async (vendor) => {
    await telling(vendor)
    await hr('POST', '/faults', { vendor, status: 429, retryAfterSeconds: 90, times: 2 })
    await hr('POST', '/faults', { vendor, status: 500, times: 1_000_000 })
    const { id } = await hr('POST', '/employees', newHire())
    await pass(20 * minute)
    expect(await employeeOf(vendor, id)).toBeUndefined()
    await hr('DELETE', '/faults')
    await pass(60 * minute)
    expect((await employeeOf(vendor, id))!.fields).toMatchObject({ title: 'Team lead', status: 'active' })
    const tries = (await deliveriesOf(vendor))
      .filter(({ employeeIds }) => employeeIds.includes(fakeVendors[vendor].toId(id)))
      .map(({ attempts, result }) => ({ attempts, result }))
    expect(tries.length).toBeGreaterThan(1)
    // The first try of HiBob is no more than the wait before it is asked.
    for (const { attempts, result } of tries) {
      expect(attempts).toBeGreaterThan(3)
      expect(result).not.toBe('cannot be used')
    }
  })

  test('whoever the HR system does not know any more has left', async () => {
    await telling('finch')
    const { id } = await hr('POST', '/employees', newHire())
    await pass(minute)
    await hr('POST', `/employees/${id}`, { title: 'Head of Service', hold: true })
    await hr('DELETE', `/employees/${id}`)
    await hr('POST', '/deliveries/release', {})
    await pass(minute)
    expect((await employeeOf('finch', id))!.fields.status).toBe('left')
    expect((await endOf('finch', id)).members).toMatchObject([{ status: 'left' }])
  })

  test('a delivery that cannot be kept is answered with 503, and taken when the vendor comes again', async () => {
    await telling('bamboohr')
    const { store } = container()
    const { commit } = store
    const failing = vi.spyOn(store, 'commit').mockImplementation(async (changes, events) => {
      if (changes[0]?.kind === 'inbox') throw new DomainError('Unavailable', 'Not now.')
      return commit(changes, events)
    })
    const before = (await deliveriesOf('bamboohr')).length
    await hr('POST', '/employees/150', { title: 'Head of Service' })
    failing.mockRestore()
    const statuses = async () =>
      (await hr<{ sent: { status: number }[] }>('GET', '/deliveries')).sent.map(({ status }) => status)
    expect((await statuses()).at(-1)).toBe(503)
    await pass(5 * minute)
    expect((await statuses()).slice(-2)).toEqual([503, 200])
    expect(await deliveriesOf('bamboohr')).toHaveLength(before + 1)
    expect((await employeeOf('bamboohr', 150))!.fields.title).toBe('Head of Service')
  })
})

test('HiBob finds somebody at the door when it rings', async () => {
  const { pathname } = new URL(doorOf('hibob').doorUrl)
  for (const text of ['"Ping test"', '{"text":"Ping test"}']) {
    expect((await platform.send('POST', pathname, { text })).status).toBe(200)
  }
  expect((await platform.send('POST', pathname, { text: '{"text":"Ping"}' })).status).toBe(401)
  expect((await platform.send('POST', new URL(doorOf('merge').doorUrl).pathname, { text: '"Ping test"' })).status).toBe(
    401,
  )
})

test('a connection that is off takes nothing, as if it did not exist', async () => {
  const { connectionId, doorUrl } = await connectVendor(owner, 'personio')
  const { pathname } = new URL(doorUrl)
  expect((await platform.send('POST', pathname, { text: '{}' })).status).toBe(200)
  const { version } = await owner('getConnection', { path: { connectionId } })
  await owner('editConnection', {
    path: { connectionId },
    body: { status: 'off' },
    headers: { 'if-match': `"${version}"` },
  })
  // What a door remembers of a connection counts for two seconds.
  await vi.waitFor(async () => expect((await platform.send('POST', pathname, { text: '{}' })).status).toBe(401), 10_000)
})

test('only who may manage connections may', async () => {
  const stranger = await platform.as(people.stranger)
  await expect(stranger('listConnections')).rejects.toThrow('NotAllowed')
})
