import { mkdtempSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { hrApp } from '../../../packages/local/src/hr/hr-app.ts'
import { openHrStore } from '../../../packages/local/src/hr/hr-store.ts'
import { startHrSystem } from '../../../packages/local/src/hr/hr-system.ts'
import { sampleEmployees } from '../../../packages/local/src/hr/sample-employees.ts'
import { fakeVendorNames, platformNameOf } from '../../../packages/local/src/hr/vendors/index.ts'
import { virtualClock } from '../../../packages/local/src/virtual-clock.ts'

type Got = { url: string; headers: Record<string, unknown>; body: string }

/** A door that keeps what it gets and answers as told. */
let door: Server
let got: Got[] = []
let answers: number[] = []

beforeAll(async () => {
  door = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    got.push({ url: request.url!, headers: request.headers, body: Buffer.concat(chunks).toString() })
    response.writeHead(answers.shift() ?? 200).end()
  })
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve))
})
afterAll(() => void door.close())
beforeEach(() => {
  got = []
  answers = []
})

const doorUrl = (path = '/door') => `http://127.0.0.1:${(door.address() as AddressInfo).port}${path}`
const secret = '5WbX5kEWLlfzsGNjH64I8lOOqUB6e8FH'

const start = (file = ':memory:') => {
  const clock = virtualClock({ start: Date.parse('2027-01-04T09:00:00Z'), running: false })
  const hr = startHrSystem({ store: openHrStore(file, sampleEmployees), clock })
  const app = hrApp(hr, 'http://127.0.0.1:1')
  const call = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    app.request(`/local/hr${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
  const pass = async (to: string) => {
    clock.jump(Date.parse(to))
    await hr.settled()
  }
  return { clock, hr, call, pass }
}
const person = {
  email: 'mira.new@nordlicht.example',
  firstName: 'Mira',
  lastName: 'New',
  title: 'Lead',
  department: 'Sales',
}
const types = () => got.map(({ body }) => kindOf(JSON.parse(body)))
type Body = {
  type?: string
  event_type?: string
  event_name?: string
  hook?: { event: string }
  employees?: { changedFields: string[] }[]
}
const kindOf = ({ type, event_type, event_name, hook, employees }: Body) =>
  type ?? event_type ?? event_name ?? hook?.event ?? employees?.map(({ changedFields }) => changedFields.length).join()

test.each([
  ['bamboohr', ['employee.created', 'employee.updated']],
  // It says nothing but how many fields changed.
  ['bamboohr-fields', ['9', '9']],
  ['hibob', ['employee.created', 'table.entry.created', 'table.entry.created', 'employee.joined', 'employee.updated']],
  ['finch', ['directory.created', 'individual.created', 'employment.created', 'employment.updated']],
  ['merge', ['Employment.changed', 'Employee.changed']],
  ['personio', ['person.created', 'employment.created', 'employment.started']],
  ['standard', ['employee.created']],
] as const)('%s tells of a hire in its own way', async (vendor, expected) => {
  const { call } = start()
  await call('POST', '/subscriptions', { vendor, url: doorUrl(), secret })
  expect((await call('POST', '/employees', person)).status).toBe(201)
  expect(types()).toEqual(expected)
})

test('a change of a later day is told by BambooHR on its morning, by HiBob with its date at once', async () => {
  const { call, pass } = start()
  for (const vendor of ['bamboohr', 'hibob']) {
    await call('POST', '/subscriptions', { vendor, url: doorUrl(`/${vendor}`), secret })
  }
  await call('POST', '/employees/150', { title: 'Head of Platform', effectiveOn: '2027-02-01' })
  expect(got.map(({ url }) => url)).toEqual(['/hibob'])
  expect(JSON.parse(got[0]!.body).data).toMatchObject({ tableId: 'work', effectiveDate: '2027-02-01' })
  await pass('2027-01-31T23:59:00Z')
  expect(got).toHaveLength(1)
  await pass('2027-02-01T06:00:00Z')
  expect(got.map(({ url }) => url).toSorted()).toEqual(['/bamboohr', '/hibob', '/hibob'])
})

test('field-based BambooHR brings the values, and an end that lies ahead only on the morning after it', async () => {
  const { call, pass } = start()
  await call('POST', '/subscriptions', { vendor: 'bamboohr-fields', url: doorUrl(), secret })
  await call('POST', '/employees/150', { title: 'Head of Platform' })
  await call('POST', '/employees/150', { endsOn: '2027-01-31' })
  await pass('2027-02-02T00:00:00Z')
  const posted = got.map(({ body }) => JSON.parse(body).employees[0])
  expect(posted).toMatchObject([
    { id: '150', changedFields: ['Job Title'], fields: { 'Job Title': { value: 'Head of Platform' } } },
    { changedFields: ['Status'], fields: { Status: { value: 'Active' }, 'Termination Date': { value: '0000-00-00' } } },
    {
      changedFields: ['Status', 'Termination Date'],
      fields: { Status: { value: 'Inactive' }, 'Termination Date': { value: '2027-01-31' } },
    },
  ])
})

test('the end of employment is told again on the morning after the last day, unless it was taken back', async () => {
  const { call, pass } = start()
  await call('POST', '/subscriptions', { vendor: 'hibob', url: doorUrl(), secret })
  await call('POST', '/employees/150', { endsOn: '2027-01-31' })
  await call('POST', '/employees/151', { endsOn: '2027-01-31' })
  await call('POST', '/employees/151', { endsOn: null })
  got = []
  await pass('2027-02-02T00:00:00Z')
  expect(types()).toEqual(['employee.left'])
})

test('copies are the same event, in an order drawn from the seed', async () => {
  const { call } = start()
  await call('POST', '/subscriptions', { vendor: 'personio', url: doorUrl(), secret })
  const orders: string[] = []
  for (const shuffle of [1, 1, 2]) {
    got = []
    await call('POST', '/employees', { ...person, copies: 3, shuffle })
    expect(types().toSorted()).toEqual(
      ['employment.created', 'employment.started', 'person.created'].flatMap((type) => [type, type, type]),
    )
    orders.push(types().join())
  }
  expect(orders[0]).toBe(orders[1])
  expect(orders[0]).not.toBe(orders[2])
})

test('held events go out when they are let go', async () => {
  const { call } = start()
  await call('POST', '/subscriptions', { vendor: 'standard', url: doorUrl(), secret })
  await call('POST', '/employees/150', { title: 'One', hold: true })
  await call('POST', '/employees/150', { title: 'Two', hold: true })
  expect(got).toHaveLength(0)
  expect(await (await call('POST', '/deliveries/release', {})).json()).toEqual({ released: 2 })
  expect(got.map(({ body }) => JSON.parse(body).data.title)).toEqual(['One', 'Two'])
})

test('a receiver at fault is tried again at the pauses of the vendor, one that refuses is not', async () => {
  const { call, pass } = start()
  await call('POST', '/subscriptions', { vendor: 'bamboohr', url: doorUrl(), secret })
  answers = [503, 503, 200, 401]
  await call('POST', '/employees/150', { title: 'Head of Platform' })
  expect(got).toHaveLength(1)
  await pass('2027-01-04T09:05:00Z')
  expect(got).toHaveLength(2)
  await pass('2027-01-04T09:14:59Z')
  expect(got).toHaveLength(2)
  await pass('2027-01-04T09:15:00Z')
  expect(got).toHaveLength(3)
  await call('POST', '/employees/150', { title: 'Head of Service' })
  await pass('2027-01-06T09:15:00Z')
  expect(got).toHaveLength(4)
  const { sent } = (await (await call('GET', '/deliveries')).json()) as { sent: { status: number }[] }
  expect(sent.map(({ status }) => status)).toEqual([503, 503, 200, 401])
})

test('what is under way and what lies ahead outlives a restart', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'pilotgate-hr-')), 'hr.sqlite')
  const first = start(file)
  await first.call('POST', '/subscriptions', { vendor: 'bamboohr', url: doorUrl(), secret })
  answers = [503]
  await first.call('POST', '/employees/150', { title: 'Head of Platform' })
  await first.call('POST', '/employees/151', { title: 'Head of Service', effectiveOn: '2027-02-01' })
  await first.hr.close()
  got = []
  const second = start(file)
  await second.pass('2027-02-01T06:00:00Z')
  // Both go out at once.
  expect(got.map(({ body }) => JSON.parse(body).data.employeeId).toSorted()).toEqual(['150', '151'])
  expect(second.hr.find(150)!.state.title).toBe('Head of Platform')
  await second.hr.close()
})

const asked = {
  bamboohr: (auth: string) => ['GET', '/v1/employees/150?fields=jobTitle', undefined, { authorization: auth }] as const,
  hibob: (auth: string) => ['POST', '/v1/people/3332883854000000150', {}, { authorization: auth }] as const,
  personio: (auth: string) => ['GET', '/v2/persons/150', undefined, { authorization: auth }] as const,
}
const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`

test.each([
  ['bamboohr', basic('local-bamboohr-key:x')],
  ['hibob', basic('SERVICE-1001:local-hibob-token')],
  ['personio', 'Bearer local-personio-token'],
] as const)('%s answers to its credentials only, and knows nobody else', async (vendor, auth) => {
  const { call, hr } = start()
  const ask = (given: string) => {
    const [method, path, body, headers] = asked[vendor](given)
    return call(method, `/${vendor}${path}`, body, headers)
  }
  expect((await ask(auth)).status).toBe(200)
  expect((await ask(`${auth}x`)).status).toBe(401)
  await call('POST', '/faults', { vendor, status: 429, retryAfterSeconds: 7, times: 1 })
  const limited = await ask(auth)
  expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '7'])
  expect((await ask(auth)).status).toBe(200)
  hr.forget(150)
  expect((await ask(auth)).status).toBe(404)
})

test('what nobody could mean is refused with the field', async () => {
  const { call } = start()
  const answer = await call('POST', '/employees/150', { titel: 'Head', endsOn: 'tomorrow' })
  expect(answer.status).toBe(400)
  expect(((await answer.json()) as { message: string }).message).toMatch(/endsOn.*titel/s)
  expect((await call('POST', '/employees/999', { title: 'Head' })).status).toBe(404)
  expect((await call('POST', '/subscriptions', { vendor: 'sap', url: doorUrl(), secret })).status).toBe(400)
})

test('the pages need no script, and their forms take no orders from elsewhere', async () => {
  const { call, hr } = start()
  await call('POST', '/subscriptions', { vendor: 'bamboohr', url: doorUrl('/v1/doors/abcdefghijkl'), secret })
  for (const path of ['', '/connect', '/sent']) {
    const page = await call('GET', path)
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    const text = await page.text()
    expect(text).not.toContain('<script')
    expect(text).not.toContain('abcdefghijkl')
  }
  const form = (origin: string) =>
    call('POST', '/desk/150/promote', 'title=Head+of+Platform&department=Sales&effectiveOn=2027-01-04', {
      'content-type': 'application/x-www-form-urlencoded',
      origin,
    })
  expect((await form('http://elsewhere.example')).status).toBe(403)
  expect(hr.find(150)!.state.title).toBe('Team lead')
  expect((await form('http://localhost')).status).toBe(303)
  expect(hr.find(150)!.state.title).toBe('Head of Platform')
  expect(types()).toEqual(['employee.updated'])
})

test('every vendor is there for the connect page', async () => {
  const { call } = start()
  const text = await (await call('GET', '/connect')).text()
  for (const vendor of fakeVendorNames) expect(text).toContain(`<dd>${platformNameOf(vendor)}</dd>`)
})
