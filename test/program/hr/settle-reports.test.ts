import { beforeEach, describe, expect, test } from 'vitest'
import { type Company, company } from './company.ts'

let it: Company
beforeEach(() => {
  it = company()
})
const ana = { email: 'ana@nordlicht.example', name: 'Ana Ahrens', title: 'Engineer', hiredOn: '2020-01-01' }
const last = async () => (await it.changes()).toSorted((a, b) => (a.id < b.id ? -1 : 1)).at(-1)!

describe('who is told of', () => {
  test('the first synchronisation of a company tells of nobody who has worked there for long', async () => {
    const people = Array.from({ length: 200 }, (_, n) => ({
      employeeId: `${n}`,
      occurredAt: '2027-01-11T08:00:00.000Z',
      fields: {
        ...{ email: `e${n}@nordlicht.example`, title: 'Engineer', hiredOn: '2020-01-01', status: 'active' as const },
        managerId: `${Math.floor(n / 10)}`,
      },
    }))
    const settled = await it.sayAll(people)
    expect(settled.every(({ result }) => result === 'added')).toBe(true)
    expect(await it.events()).toEqual([])
    const [first, boss] = await Promise.all([it.person('e155@nordlicht.example'), it.person('e15@nordlicht.example')])
    expect(first!.managerId).toBe(boss!.id)
    // The same again is nothing new.
    expect((await it.sayAll(people)).every(({ result }) => result === 'unchanged')).toBe(true)
  })

  test('whoever began within the last 30 days is hired', async () => {
    await it.say('1', { ...ana, hiredOn: '2026-12-12' })
    expect(await last()).toMatchObject({
      ...{ effectiveOn: '2026-12-12', changes: [{ kind: 'hired', before: null, after: '2026-12-12' }] },
      cause: {
        ...{ specversion: '1.0', id: 'E1', source: 'urn:hris:standard:C1', subject: 'employee/1' },
        ...{ type: 'org.pilotgate.hr.employee.hired.v1', time: '2027-01-11T09:00:00.000Z' },
      },
    })
    expect(await it.events()).toMatchObject([
      { type: 'person.changed', programId: '-', changeId: (await last()).id, kinds: ['hired'], on: '2026-12-12' },
    ])
    await it.say('2', { email: 'ben@nordlicht.example', hiredOn: '2026-12-11' })
    expect(await it.kinds()).toEqual(['hired'])
  })

  test('a start that lies ahead is waited for, and told of on its day', async () => {
    await it.say('1', { ...ana, status: 'active', hiredOn: '2027-02-01' })
    expect(await it.kinds()).toEqual([])
    // Midnight in Berlin.
    expect(await it.waits()).toEqual(['2027-01-31T23:00:00.000Z'])
    it.at('2027-01-31T23:00:00.000Z')
    expect((await it.say('1', {})).result).toBe('changed')
    expect(await it.kinds()).toEqual(['hired'])
    it.at('2027-02-02T08:00:00.000Z')
    await it.say('1', ana)
    expect(await it.kinds()).toEqual(['hired'])
  })

  test('a new title, manager and department are told once, with what was before', async () => {
    await it.say('9', { email: 'mia@nordlicht.example' })
    await it.say('8', { email: 'kai@nordlicht.example' })
    await it.say('1', { ...ana, department: 'Platform', managerId: '9' })
    it.at('2027-01-12T09:00:00.000Z')
    const news = { title: 'Lead', department: 'Data', managerId: '8' }
    expect((await it.say('1', news)).result).toBe('changed')
    const [mia, kai] = await Promise.all([it.person('mia@nordlicht.example'), it.person('kai@nordlicht.example')])
    expect((await last()).changes).toEqual([
      { kind: 'role_changed', before: 'Engineer', after: 'Lead' },
      { kind: 'manager_changed', before: mia!.id, after: kai!.id },
      { kind: 'department_changed', before: 'Platform', after: 'Data' },
    ])
    expect((await it.say('1', news)).result).toBe('unchanged')
    expect(await it.kinds()).toHaveLength(3)
  })

  test('what nobody spoke of before has become known, not changed', async () => {
    await it.say('1', { email: ana.email })
    await it.say('1', { title: 'Engineer', department: 'Platform' })
    expect(await it.kinds()).toEqual([])
  })

  test('the last day counts: who leaves has left on the day after, and may come back', async () => {
    await it.say('1', { ...ana, status: 'active' })
    expect((await it.say('1', { endsOn: '2027-01-31' })).result).toBe('changed')
    expect(await it.waits()).toEqual(['2027-01-31T23:00:00.000Z'])
    it.at('2027-01-31T22:59:59.000Z')
    await it.say('1', {})
    expect(await it.kinds()).toEqual([])
    it.at('2027-01-31T23:00:00.000Z')
    await it.say('1', {})
    expect(await last()).toMatchObject({
      ...{ effectiveOn: '2027-02-01', changes: [{ kind: 'terminated', before: null, after: '2027-01-31' }] },
    })
    it.at('2027-03-01T09:00:00.000Z')
    await it.say('1', { hiredOn: '2027-03-01' })
    expect(await it.kinds()).toEqual(['terminated', 'rehired'])
    expect(await it.counts(ana.email)).toBe('hired')
  })

  test('active again without a new last day is back; the whole state with the old last day is not', async () => {
    await it.say('1', { ...ana, status: 'active', endsOn: '2027-01-10' })
    expect(await it.counts(ana.email)).toBe('left')
    it.at('2027-01-12T09:00:00.000Z')
    await it.say('1', { status: 'active', endsOn: '2027-01-10' })
    expect(await it.counts(ana.email)).toBe('left')
    it.at('2027-01-13T09:00:00.000Z')
    await it.say('1', { status: 'active' })
    expect(await it.kinds()).toEqual(['rehired'])
  })

  test('somebody of the roster whom the first report says has left is told of; a stranger is not', async () => {
    await it.roster('ana', ana.email)
    await it.say('1', { ...ana, status: 'left' })
    expect(await it.kinds()).toEqual(['terminated'])
    await it.say('2', { email: 'ben@nordlicht.example', status: 'left' })
    expect(await it.kinds()).toEqual(['terminated'])
  })

  test('who comes back under a new id is back', async () => {
    await it.say('1', ana)
    await it.say('1', { status: 'left' })
    it.at('2027-03-01T09:00:00.000Z')
    await it.say('77', { ...ana, hiredOn: '2025-01-01' })
    expect(await it.kinds()).toEqual(['terminated', 'rehired'])
    expect((await it.employee('77'))!.personId).toBe((await it.employee('1'))!.personId)
  })
})

describe('managers', () => {
  test('who becomes known later is set for those who report to them, by id and by address', async () => {
    await it.roster('ana', ana.email)
    await it.say('1', { ...ana, managerId: '9' })
    await it.say('2', { email: 'ben@nordlicht.example', managerEmail: 'mia@nordlicht.example' })
    expect((await it.person(ana.email))!.managerId).toBeUndefined()
    await it.say('9', { email: 'mia@nordlicht.example' })
    const mia = (await it.person('mia@nordlicht.example'))!
    expect((await it.person(ana.email))!.managerId).toBe(mia.id)
    expect((await it.person('ben@nordlicht.example'))!.managerId).toBe(mia.id)
    // Ana is in a program, so that her line has to be looked at; Ben is in none.
    expect(await it.changes()).toMatchObject([
      { personId: 'ana', changes: [{ kind: 'manager_changed', before: null, after: mia.id }] },
    ])
    it.at('2027-01-12T09:00:00.000Z')
    await it.say('1', { managerId: null })
    expect((await it.person(ana.email))!.managerId).toBeUndefined()
    expect(await it.lines()).toEqual(['["mia@nordlicht.example","2"]'])
  })

  test('whose row comes first is another one than that of the roster at once, also beside the hire', async () => {
    await it.roster('ana', ana.email)
    await it.roster('ben', 'ben@nordlicht.example', 'boss')
    await it.say('9', { email: 'mia@nordlicht.example' })
    const mia = (await it.person('mia@nordlicht.example'))!.id
    await it.say('1', { ...ana, managerId: '9' })
    await it.say('2', { email: 'ben@nordlicht.example', managerId: '9', hiredOn: '2027-01-04' })
    expect((await it.changes()).map(({ personId, changes }) => [personId, ...changes])).toEqual([
      ['ana', { kind: 'manager_changed', before: null, after: mia }],
      [
        'ben',
        { kind: 'hired', before: null, after: '2027-01-04' },
        { kind: 'manager_changed', before: 'boss', after: mia },
      ],
    ])
  })

  test('an unknown one leaves the manager of the roster, but not the one named before', async () => {
    await it.roster('ana', ana.email, 'boss')
    await it.say('1', { ...ana, managerId: '9' })
    expect((await it.person(ana.email))!.managerId).toBe('boss')
    await it.say('9', { email: 'mia@nordlicht.example' })
    expect((await it.person(ana.email))!.managerId).toBe((await it.person('mia@nordlicht.example'))!.id)
    it.at('2027-01-12T09:00:00.000Z')
    await it.say('1', { managerId: '8' })
    expect((await it.person(ana.email))!.managerId).toBeUndefined()
  })

  test('nobody is their own manager', async () => {
    await it.say('1', { ...ana, managerId: '1' })
    expect((await it.person(ana.email))!.managerId).toBeUndefined()
  })
})

describe('the person', () => {
  test('is the one of the roster with this address; what the HR system does not say stays', async () => {
    await it.roster('ana', ana.email)
    await it.say('1', { email: ana.email, name: 'Ana Ahrens', zone: 'Mars/Olympus' })
    expect(await it.people()).toMatchObject([{ id: 'ana', name: 'Ana Ahrens', zone: 'UTC' }])
  })

  test('without an address there is none; with one there is, in the zone of the connection', async () => {
    await it.say('1', { name: 'Ana Ahrens', hiredOn: '2027-01-04' })
    expect(await it.people()).toEqual([])
    expect(await it.kinds()).toEqual([])
    await it.say('1', { email: ana.email })
    expect(await it.people()).toMatchObject([{ name: 'Ana Ahrens', zone: 'Europe/Berlin', email: ana.email }])
    expect(await it.kinds()).toEqual(['hired'])
  })

  test('keeps their id when the address changes, and the old one is free', async () => {
    await it.say('1', ana)
    const { id } = (await it.person(ana.email))!
    it.at('2027-01-12T09:00:00.000Z')
    await it.say('1', { email: 'ana.berg@nordlicht.example' })
    expect(await it.claims()).toEqual([{ id: 'ana.berg@nordlicht.example', personId: id }])
    expect((await it.people()).map(({ email }) => email)).toEqual(['ana.berg@nordlicht.example'])
  })

  test('an address that is somebody else’s is said in words, and the rest is taken over', async () => {
    await it.roster('ben', 'ben@nordlicht.example')
    await it.say('1', ana)
    it.at('2027-01-12T09:00:00.000Z')
    const settled = await it.say('1', { email: 'ben@nordlicht.example', title: 'Lead' })
    expect(settled.problem).toMatch(/employee 1 belongs to somebody else/)
    expect(settled.problem).not.toMatch(/@/)
    expect((await it.person(ana.email))!.name).toBe('Ana Ahrens')
    expect(await it.kinds()).toEqual(['role_changed'])
  })

  test('nothing beyond the named fields is kept', async () => {
    await it.say('1', ana)
    expect(Object.keys((await it.employee('1'))!.fields).sort()).toEqual(['email', 'hiredOn', 'name', 'title'])
  })
})

test('a message worked through late does not take the employee back to an earlier day', async () => {
  await it.say('1', { ...ana, status: 'active', endsOn: '2027-01-11' })
  await it.say('1', { title: 'Lead' }, { effectiveOn: '2027-01-12' })
  it.at('2027-01-12T09:00:00.000Z')
  await it.say('1', {})
  expect(await it.kinds()).toEqual(['terminated'])
  it.at('2027-01-11T10:00:00.000Z')
  expect((await it.say('1', { department: 'Data' })).result).toBe('changed')
  expect(await it.kinds()).toEqual(['terminated'])
  expect(await it.employee('1')).toMatchObject({ settledOn: '2027-01-12' })
  expect(await it.counts(ana.email)).toBe('left')
})

test('all at once for one employee and their manager: each report is settled', async () => {
  const occurredAt = '2027-01-11T08:00:00.000Z'
  const managers = ['2', '3', '2', '3', '2', '3']
  await it.sayAll([
    ...managers.map((managerId, n) => ({
      ...{ employeeId: '1', occurredAt: `2027-01-11T08:0${n}:00.000Z` },
      fields: { email: ana.email, managerId },
    })),
    { employeeId: '2', occurredAt, fields: { email: 'b@nordlicht.example' } },
    { employeeId: '3', occurredAt, fields: { email: 'c@nordlicht.example' } },
  ])
  expect((await it.person(ana.email))!.managerId).toBe((await it.person('c@nordlicht.example'))!.id)
  expect(await it.lines()).toEqual(['["3","1"]'])
})
