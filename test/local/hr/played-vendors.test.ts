import { vendors } from '@pilotgate/core/program/hr/vendors/index'
import { expect, test } from 'vitest'
import { hrApp } from '../../../packages/local/src/hr/hr-app.ts'
import { openHrStore } from '../../../packages/local/src/hr/hr-store.ts'
import { startHrSystem } from '../../../packages/local/src/hr/hr-system.ts'
import { sampleEmployees } from '../../../packages/local/src/hr/sample-employees.ts'
import type { FakeVendor, HrEvent, Told } from '../../../packages/local/src/hr/vendors/fake-vendor.ts'
import { fakeVendorNames, fakeVendors, platformNameOf } from '../../../packages/local/src/hr/vendors/index.ts'
import { virtualClock } from '../../../packages/local/src/virtual-clock.ts'

// The vendors as they are played and as the platform knows them were written apart: here they check each other.

const now = '2027-01-04T09:00:00.000Z'
const secret = '5WbX5kEWLlfzsGNjH64I8lOOqUB6e8FH'
const encoder = new TextEncoder()

const start = () => {
  const clock = virtualClock({ start: Date.parse(now), running: false })
  const hr = startHrSystem({ store: openHrStore(':memory:', sampleEmployees), clock })
  const app = hrApp(hr, 'http://127.0.0.1:1')
  const web = {
    send: async ({ method, url, headers, body }: { method: string; url: string; headers?: object; body?: string }) => {
      const answer = await app.request(url, { method, headers: { ...headers }, ...(body !== undefined && { body }) })
      return { status: answer.status, headers: {}, body: await answer.text(), milliseconds: 1 }
    },
  }
  return { hr, web }
}

const told = (hr: ReturnType<typeof start>['hr'], phase: Told['phase']): Told => {
  const { state, status } = hr.find(150)!
  const fields = ['title', 'department', 'managerId', 'endsOn', 'hiredOn', 'email', 'firstName'] as const
  const ids: string[] = []
  return {
    ...{ phase, id: 150, hire: false, state, status, fields: [...fields], effectiveOn: '2027-01-04' },
    ...{ at: Date.parse(now), newId: () => `id-${phase}-${ids.push('')}` },
  }
}

test.each(fakeVendorNames)('what %s is played to send is what the platform takes', async (name) => {
  const { hr } = start()
  const { eventsOf, sign, toId } = fakeVendors[name] as FakeVendor
  const { door: known, secret: kindOfSecret } = vendors[platformNameOf(name)]
  const door = known!
  const events: HrEvent[] = (['said', 'holds', 'left'] as const).flatMap((phase) => eventsOf(told(hr, phase)))
  expect(events.length).toBeGreaterThan(1)
  for (const event of events) {
    const body = JSON.stringify(event.body)
    const headers = sign(secret, { id: event.id, body, seconds: Date.parse(now) / 1000 })
    const delivery = { headers, bytes: encoder.encode(body), now }
    expect(await door.verify(delivery, ['another secret of the door', secret]), event.type).toMatchObject({
      kind: 'event',
    })
    const notices = door.read(body, now)
    expect(
      notices.map(({ employeeId }) => employeeId),
      event.type,
    ).toEqual([toId(150)])
    expect(notices[0]!.occurredAt.slice(0, 19)).toBe(now.slice(0, 19))
    if (kindOfSecret === 'none') continue
    const changed = { ...delivery, bytes: encoder.encode(`${body} `) }
    expect(await door.verify(changed, [secret])).toMatchObject({ kind: 'turned away' })
    expect(await door.verify(delivery, ['another secret of the door'])).toMatchObject({ kind: 'turned away' })
  }
})

const readable = fakeVendorNames.filter((name) => (fakeVendors[name] as FakeVendor).answer)

test.each(readable)('what %s is played to know is read back as it is', async (name) => {
  const { hr, web } = start()
  const { credentials, settings, toId } = fakeVendors[name] as FakeVendor
  const account = {
    web,
    settings,
    credentials,
    endpoint: `http://127.0.0.1:1/local/hr/${name}`,
    now,
    today: now.slice(0, 10),
  }
  const { readBack } = vendors[platformNameOf(name)]
  await readBack!.ping(account)
  const managerId = toId(118)
  const before = await readBack!.fetch(account, toId(151))
  expect(before!.fields).toMatchObject({
    email: 'jonas.jensen@nordlicht.example',
    name: 'Jonas Jensen',
    title: 'Team lead',
    department: 'Finance',
    managerId: toId(119),
    status: 'active',
    hiredOn: '2020-01-01',
    endsOn: null,
  })
  await hr.change(151, { title: 'Head of Platform', department: 'Sales', managerId: 118, endsOn: '2027-01-03' })
  const after = await readBack!.fetch(account, toId(151))
  expect(after!.fields).toMatchObject({
    title: 'Head of Platform',
    department: 'Sales',
    managerId,
    status: 'left',
    endsOn: '2027-01-03',
  })
  expect(await readBack!.fetch(account, toId(9999))).toBeUndefined()
  const wrong = Object.fromEntries(Object.keys(credentials).map((each) => [each, 'wrong']))
  await expect(readBack!.fetch({ ...account, credentials: wrong }, toId(151))).rejects.toMatchObject({
    name: 'NotAllowed',
  })
})

test('what is to be entered at Connections is what each vendor asks for', () => {
  for (const name of fakeVendorNames) {
    const { settings, credentials } = fakeVendors[name] as FakeVendor
    const known = (given: object, fields: { name: string; required: boolean }[]) => {
      expect(fields.map((field) => field.name)).toEqual(expect.arrayContaining(Object.keys(given)))
      expect(Object.keys(given)).toEqual(
        expect.arrayContaining(fields.filter(({ required }) => required).map((field) => field.name)),
      )
    }
    known(settings, vendors[platformNameOf(name)].settings)
    known(credentials, vendors[platformNameOf(name)].credentials)
  }
})
