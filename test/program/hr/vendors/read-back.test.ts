import { DomainError } from '@pilotgate/core/errors'
import type { Web, WebAnswer, WebRequest } from '@pilotgate/core/ports'
import { TryLater } from '@pilotgate/core/program/hr/inbox/try-later'
import { vendors } from '@pilotgate/core/program/hr/vendors/index'
import type { Account } from '@pilotgate/core/program/hr/vendors/vendor'
import { describe, expect, it } from 'vitest'

const now = '2027-01-04T08:00:00.000Z'
const today = '2027-01-04'
type Reply = { status?: number; headers?: Record<string, string>; body?: unknown } | Error

/** A web that gives these replies in turn, the last one for ever, and remembers what was asked. */
const webOf = (...replies: Reply[]) => {
  const asked: WebRequest[] = []
  const web: Web = {
    async send(request): Promise<WebAnswer> {
      asked.push(request)
      const reply = replies[Math.min(asked.length, replies.length) - 1]!
      if (reply instanceof Error) throw reply
      const { status = 200, headers = {}, body } = reply
      return { status, headers, body: typeof body === 'string' ? body : JSON.stringify(body), milliseconds: 1 }
    },
  }
  return { web, asked }
}

const accounts: Record<string, Pick<Account, 'settings' | 'credentials'>> = {
  bamboohr: { settings: { company: 'nordlicht' }, credentials: { apiKey: 'key' } },
  hibob: { settings: {}, credentials: { serviceUserId: 'SERVICE-1', token: 'token' } },
  finch: { settings: {}, credentials: { accessToken: 'token' } },
  merge: { settings: { region: 'eu' }, credentials: { apiKey: 'key', accountToken: 'account' } },
  personio: { settings: { unsigned: 'yes' }, credentials: { clientId: 'id', clientSecret: 'secret' } },
}
type Name = 'bamboohr' | 'hibob' | 'finch' | 'merge' | 'personio'
const fetching = (name: Name, id: string, web: Web, more: Partial<Account> = {}) =>
  vendors[name].readBack!.fetch({ ...accounts[name]!, web, now, today, ...more }, id)
const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`

describe('BambooHR', () => {
  const employee = {
    ...{ id: '5', firstName: 'Tefania', preferredName: 'Tefi', lastName: 'Adams', workEmail: 'Tefi@Nordlicht.example' },
    ...{ jobTitle: 'Coach', department: 'People', supervisorEId: '7', status: 'Active', hireDate: '2020-02-01' },
    terminationDate: '0000-00-00',
  }
  it('is asked for one employee with the key of its user', async () => {
    const { web, asked } = webOf({ body: employee })
    expect(await fetching('bamboohr', '5/6', web)).toEqual({
      ...{ employeeId: '5/6', occurredAt: now },
      fields: {
        ...{ email: 'tefi@nordlicht.example', name: 'Tefi Adams', title: 'Coach', department: 'People' },
        ...{ managerId: '7', status: 'active', hiredOn: '2020-02-01', endsOn: null },
      },
    })
    expect(asked).toMatchObject([
      {
        method: 'GET',
        url: expect.stringMatching(/^https:\/\/nordlicht\.bamboohr\.com\/api\/v1\/employees\/5%2F6\?fields=firstName,/),
        headers: { authorization: basic('key:x'), accept: 'application/json' },
        hosts: ['nordlicht.bamboohr.com'],
      },
    ])
  })

  it.each([
    ['Inactive', 'left'],
    ['Terminated', 'left'],
    ['Furloughed', undefined],
  ])('%s means %s', async (status, meaning) => {
    const { web } = webOf({ body: { ...employee, status } })
    expect((await fetching('bamboohr', '5', web))!.fields.status).toBe(meaning)
  })

  it('says nothing of fields that the user may not see, and forgets the end of who came back', async () => {
    const hidden = await fetching('bamboohr', '5', webOf({ body: { id: '5', workEmail: 'no address' } }).web)
    expect(hidden!.fields).toEqual({})
    const back = await fetching('bamboohr', '5', webOf({ body: { ...employee, terminationDate: '2024-05-31' } }).web)
    expect(back!.fields).toMatchObject({ status: 'active', endsOn: null })
    const leaving = await fetching('bamboohr', '5', webOf({ body: { ...employee, terminationDate: '2027-03-31' } }).web)
    expect(leaving!.fields.endsOn).toBe('2027-03-31')
  })
})

describe('the user whose key BambooHR gets', () => {
  const { ping } = vendors.bamboohr.readBack!
  const account = { ...accounts.bamboohr!, now, today }
  it.each([
    ['is an employee', [{ body: { id: '5', firstName: 'Tefania' } }]],
    [
      'is none, and may know which fields there are',
      [{ status: 404, body: '' }, { body: [{ id: 1, name: 'Status' }] }],
    ],
  ])('%s', async (_, replies) => {
    await expect(ping({ ...account, web: webOf(...replies).web })).resolves.toBeUndefined()
  })
})

describe('HiBob', () => {
  const person = {
    ...{ id: '3332883854254932743', email: 'mira@nordlicht.example', displayName: 'Mira Okafor' },
    work: { title: '111', department: '222', startDate: '2020-02-01', reportsTo: { id: '3332883854254932000' } },
    internal: { status: 'Active', lifecycleStatus: 'employed', terminationDate: null },
    humanReadable: { work: { title: 'Coach', department: 'People' } },
  }
  it('is asked with the service user; names of list entries are those that people read', async () => {
    const { web, asked } = webOf({ body: person })
    expect((await fetching('hibob', person.id, web))!.fields).toEqual({
      ...{ email: 'mira@nordlicht.example', name: 'Mira Okafor', title: 'Coach', department: 'People' },
      ...{ managerId: '3332883854254932000', status: 'active', hiredOn: '2020-02-01', endsOn: null },
    })
    expect(asked[0]).toMatchObject({
      method: 'POST',
      url: `https://api.hibob.com/v1/people/${person.id}`,
      headers: { authorization: basic('SERVICE-1:token'), 'content-type': 'application/json' },
      hosts: ['api.hibob.com'],
    })
    expect(JSON.parse(asked[0]!.body!)).toMatchObject({ humanReadable: 'APPEND' })
  })

  it('may answer with slashes, and with ids as numbers', async () => {
    const work = (field: string) => ['', 'work', field].join('/')
    const flat = {
      ...{ '/root/email': { value: 'mira@nordlicht.example' }, [work('title')]: { value: '111' } },
      ...{ [work('startDate')]: { value: '2020-02-01' }, '/internal/lifecycleStatus': { value: 'Employed' } },
      humanReadable: { [work('title')]: { value: 'Coach' } },
    }
    const body = JSON.stringify({ ...flat, work: { reportsTo: { id: 0 } } }).replace(
      '"id":0',
      '"id":3332883854254932001',
    )
    expect((await fetching('hibob', '1', webOf({ body }).web))!.fields).toEqual({
      ...{ email: 'mira@nordlicht.example', title: 'Coach', hiredOn: '2020-02-01', status: 'active' },
      managerId: '3332883854254932001',
    })
  })

  it.each([
    ['hired', 'Active', 'pending'],
    ['Terminated', 'Inactive', 'left'],
    ['garden leave', 'Active', 'left'],
    ['garden_leave', 'Active', 'left'],
    ['parental leave', 'Inactive', 'active'],
    ['sabbatical', 'Active', 'active'],
    ['sabbatical', 'Inactive', undefined],
  ])('%s and %s mean %s', async (lifecycleStatus, status, meaning) => {
    const { web } = webOf({ body: { ...person, internal: { lifecycleStatus, status } } })
    expect((await fetching('hibob', person.id, web))!.fields.status).toBe(meaning)
  })

  it('has a sandbox', async () => {
    const { web, asked } = webOf({ body: person })
    await fetching('hibob', '1', web, { settings: { environment: 'sandbox' } })
    expect(asked[0]).toMatchObject({
      url: 'https://api.sandbox.hibob.com/v1/people/1',
      hosts: ['api.sandbox.hibob.com'],
    })
  })
})

describe('Finch', () => {
  const one = (body: object | null, code = 200) => ({ body: { responses: [{ individual_id: 'p', code, body }] } })
  const individual = {
    ...{ id: 'p', first_name: 'Mira', last_name: 'Okafor', preferred_name: null },
    emails: [
      { data: 'mira@home.example', type: 'personal' },
      { data: 'mira@nordlicht.example', type: 'work' },
    ],
  }
  const employment = {
    ...{ id: 'p', title: 'Coach', department: { name: 'People' }, manager: { id: 'm' }, employment_status: 'active' },
    ...{ is_active: true, start_date: '2019-01-01', latest_rehire_date: '2022-02-02', end_date: null },
  }
  it('is asked for the person and the employment', async () => {
    const { web, asked } = webOf(one(individual), one(employment))
    expect((await fetching('finch', 'p', web))!.fields).toEqual({
      ...{ email: 'mira@nordlicht.example', name: 'Mira Okafor', title: 'Coach', department: 'People' },
      ...{ managerId: 'm', status: 'active', hiredOn: '2022-02-02', endsOn: null },
    })
    expect(asked.map(({ url }) => url)).toEqual([
      'https://api.tryfinch.com/employer/individual',
      'https://api.tryfinch.com/employer/employment',
    ])
    expect(asked[0]!.headers).toMatchObject({ authorization: 'Bearer token', 'finch-api-version': '2020-09-17' })
  })

  it.each([
    [{ employment_status: 'terminated' }, 'left'],
    [{ employment_status: 'leave' }, 'active'],
    [{ employment_status: 'prehire' }, 'pending'],
    [{ employment_status: 'something new', is_active: false }, 'left'],
    [{ employment_status: null, is_active: null }, undefined],
  ])('%j means %s', async (more, meaning) => {
    const { web } = webOf(one(individual), one({ ...employment, ...more }))
    expect((await fetching('finch', 'p', web))!.fields.status).toBe(meaning)
  })

  it('knows nobody when both say so; another code is a refusal or passes', async () => {
    expect(await fetching('finch', 'p', webOf(one(null, 404)).web)).toBeUndefined()
    await expect(fetching('finch', 'p', webOf(one(null, 403)).web)).rejects.toMatchObject({ code: 'NotAllowed' })
    await expect(fetching('finch', 'p', webOf(one(null, 202)).web)).rejects.toMatchObject({ code: 'Unavailable' })
  })

  it('is fine only with a token for both products', async () => {
    const ping = (products: string[]) =>
      vendors.finch.readBack!.ping({ ...accounts.finch!, web: webOf({ body: { products } }).web, now, today })
    await expect(ping(['individual', 'employment'])).resolves.toBeUndefined()
    await expect(ping(['individual'])).rejects.toMatchObject({
      code: 'NotAllowed',
      message: expect.stringContaining('employment'),
    })
  })
})

describe('Merge', () => {
  it('is asked with what has names', async () => {
    const { web, asked } = webOf({
      body: {
        ...{
          id: 'm-1',
          first_name: 'Greg',
          last_name: 'Hirsch',
          work_email: 'greg@example.com',
          manager: { id: 'm-2' },
        },
        ...{ employment_status: 'ACTIVE', start_date: '2020-10-10T00:00:00Z', termination_date: null },
        employments: [
          { job_title: 'Chief', effective_date: '2027-06-01T00:00:00Z' },
          { job_title: 'Head', effective_date: '2026-01-01T00:00:00Z' },
          { job_title: 'Assistant', effective_date: '2020-10-10T00:00:00Z' },
        ],
        groups: [
          { name: 'West', type: 'BUSINESS_UNIT' },
          { name: 'Parks', type: 'DEPARTMENT' },
        ],
      },
    })
    expect((await fetching('merge', 'm-1', web))!.fields).toEqual({
      ...{ email: 'greg@example.com', name: 'Greg Hirsch', title: 'Head', department: 'Parks', managerId: 'm-2' },
      ...{ status: 'active', hiredOn: '2020-10-10', endsOn: null },
    })
    expect(asked[0]).toMatchObject({
      url: 'https://api-eu.merge.dev/api/hris/v1/employees/m-1?expand=employments,groups,team',
      headers: { authorization: 'Bearer key', 'x-account-token': 'account' },
      hosts: ['api-eu.merge.dev'],
    })
  })
})

describe('Personio', () => {
  const token = { body: { access_token: 'granted' } }
  const person = {
    body: { id: '9', email: 'mira@nordlicht.example', first_name: 'Mira', last_name: 'Okafor', preferred_name: '' },
  }
  const old = { id: 'a', status: 'INACTIVE', employment_start_date: '2018-01-01', position: { title: 'Intern' } }
  const current = {
    ...{ id: 'b', status: 'ACTIVE', employment_start_date: '2020-02-01', employment_end_date: null },
    ...{
      position: { title: 'Coach' },
      supervisor: { id: '5' },
      org_units: [
        { type: 'team', id: '1' },
        { type: 'department', id: '2' },
      ],
    },
    termination: { termination_date: '2027-03-31', last_working_day: '2027-03-15' },
  }
  it('is asked for a token, the person, the employments and the department', async () => {
    const { web, asked } = webOf(token, person, { body: { _data: [current, old] } }, { body: { name: 'People' } })
    expect((await fetching('personio', '9', web))!.fields).toEqual({
      ...{ email: 'mira@nordlicht.example', name: 'Mira Okafor', title: 'Coach', department: 'People' },
      ...{ managerId: '5', status: 'active', hiredOn: '2020-02-01', endsOn: '2027-03-15' },
    })
    expect(asked.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'POST https://api.personio.de/v2/auth/token',
      'GET https://api.personio.de/v2/persons/9',
      'GET https://api.personio.de/v2/persons/9/employments?limit=50',
      'GET https://api.personio.de/v2/org-units/2?type=department',
    ])
    expect(asked[0]!.body).toBe('grant_type=client_credentials&client_id=id&client_secret=secret')
    expect(asked[1]!.headers!.authorization).toBe('Bearer granted')
  })

  const ahead = (month: string) => ({
    ...{ id: month, status: 'ONBOARDING', employment_start_date: `2027-${month}-01`, position: { title: month } },
  })
  it.each([
    ['the one of today before one that is to begin', [ahead('02'), current, old], '2027-01-31', 'Coach'],
    ['the later one from its first day on', [ahead('02'), current, old], '2027-02-01', '02'],
    ['the one that begins next where none has begun', [ahead('03'), old, ahead('02')], '2027-01-31', '02'],
    ['the last one where all have ended', [old], '2027-01-31', 'Intern'],
  ])('counts of several employments %s', async (_, employments, today, title) => {
    const { web } = webOf(token, person, { body: { _data: employments } }, { body: { name: 'People' } })
    expect((await fetching('personio', '9', web, { today }))!.fields.title).toBe(title)
  })

  it('knows nobody by an unknown id, and gives no token for wrong credentials', async () => {
    expect(await fetching('personio', '9', webOf(token, { status: 404, body: {} }).web)).toBeUndefined()
    await expect(fetching('personio', '9', webOf({ body: {} }).web)).rejects.toMatchObject({ code: 'NotAllowed' })
  })

  it('believes nothing of a delivery but whom it is about', async () => {
    const { door } = vendors.personio
    const read = (value: object) => door!.read(JSON.stringify(value), now)
    const about = { employeeId: '9', type: 'employment.updated', occurredAt: '2027-01-03T08:00:00.000Z' }
    const event = { company_id: '1', event_name: 'employment.updated', occurred_at: '2027-01-03T08:00:00Z' }
    expect(read({ ...event, payload: { person: { id: 9 }, status: 'INACTIVE' } })).toEqual([about])
    expect(read({ ...event, payload: { person_id: '9', id: '77' } })).toEqual([about])
    expect(read({ ...event, payload: { id: '77' } })).toEqual([])
    expect(read({ ...event, event_name: 'person.created', payload: { id: '9' } })).toMatchObject([{ employeeId: '9' }])
    expect(read({ ...event, event_name: 'document.created', payload: { person_id: '9' } })).toEqual([])
    expect(await door!.verify({ headers: {}, bytes: Buffer.from('{}'), now }, [])).toMatchObject({ kind: 'event' })
  })
})

describe.each(Object.keys(accounts) as Name[])('%s', (name) => {
  const ping = (web: Web, more: Partial<Account> = {}) =>
    vendors[name].readBack!.ping({ ...accounts[name]!, web, now, today, ...more })

  it('is asked twice when it does not answer, then the queue comes again', async () => {
    for (const reply of [
      { status: 500, body: '' },
      { status: 429, body: '' },
      new DomainError('Unavailable', 'No answer.'),
    ]) {
      const { web, asked } = webOf(reply)
      await expect(ping(web)).rejects.toMatchObject({ code: 'Unavailable' })
      expect(asked).toHaveLength(2)
    }
  })

  it.each([
    [{ 'retry-after': '120' }, 120],
    [{ 'retry-after': 'Mon, 04 Jan 2027 08:02:00 GMT', date: 'Mon, 04 Jan 2027 08:00:30 GMT' }, 90],
    [{ 'retry-after': 'Mon, 04 Jan 2027 07:00:00 GMT' }, 1],
    [{ 'retry-after': '999999' }, 43_200],
  ])('is left alone for as long as it says (%j)', async (headers, waitSeconds) => {
    for (const status of [429, 503]) {
      const { web, asked } = webOf({ status, headers, body: '' })
      const error = await ping(web).catch((each: unknown) => each)
      expect(error).toBeInstanceOf(TryLater)
      expect(error).toMatchObject({ code: 'Unavailable', waitSeconds })
      expect(asked).toHaveLength(1)
    }
  })

  it.each([
    [{ status: 401, body: 'no' }, 'NotAllowed'],
    [{ status: 403, body: 'no' }, 'NotAllowed'],
    [{ status: 302, body: '' }, 'InvalidInput'],
    [{ status: 400, body: '{}' }, 'InvalidInput'],
    [{ status: 200, body: '<!DOCTYPE html>' }, 'InvalidInput'],
    [new DomainError('NotAllowed', 'A private address.'), 'NotAllowed'],
  ] as const)('with %o is not asked again', async (reply, code) => {
    const { web, asked } = webOf(reply)
    await expect(ping(web)).rejects.toMatchObject({ code })
    expect(asked).toHaveLength(1)
  })

  it.each([
    ['a wrong path, or the page of a gateway', { status: 404, body: '<!DOCTYPE html>' }],
    ['something else that speaks JSON', { body: { status: 'ok', access_token: 'token' } }],
    ['something else that lists nothing', { body: { access_token: 'token', items: [] } }],
  ])('is not there where %s answers', async (_, reply) => {
    await expect(ping(webOf(reply).web)).rejects.toMatchObject({
      code: expect.stringMatching(/InvalidInput|NotAllowed/),
    })
  })

  it('may answer elsewhere, and only there', async () => {
    const { web, asked } = webOf({ status: 401, body: '' })
    await ping(web, { endpoint: 'http://127.0.0.1:4000/fake/' }).catch(() => undefined)
    expect(asked[0]!.url).toMatch(/^http:\/\/127\.0\.0\.1:4000\/fake\/[a-z]/)
    expect(asked[0]!.hosts).toEqual(['127.0.0.1'])
  })

  it('is asked at hosts of its own only', async () => {
    const allowed = vendors[name].readBack!.hosts(accounts[name]!.settings)
    expect(allowed.join()).toMatch(
      /^(?:nordlicht\.bamboohr\.com|api\.hibob\.com|api\.tryfinch\.com|api-eu\.merge\.dev|api\.personio\.de)$/,
    )
  })
})
