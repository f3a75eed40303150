import { beforeEach, describe, expect, test } from 'vitest'
import { type Company, company } from './company.ts'

let it: Company
beforeEach(() => {
  it = company()
})
const ana = { email: 'ana@nordlicht.example', name: 'Ana Ahrens', status: 'active' as const }
const old = { ...ana, title: 'Engineer', hiredOn: '2020-01-01' }
const moved = { ...ana, title: 'Lead', hiredOn: '2027-01-04' }

test('a title or department that two HR systems tell of is told once, and each later one again', async () => {
  const [first, second] = [
    { ...old, department: 'Build' },
    { ...old, department: 'Build', hiredOn: '2020-01-02' },
  ]
  await it.say('1', first)
  await it.say('2', second)
  const told = async (title: string, department: string) => {
    it.at(`2027-01-${String(12 + (await it.kinds()).length).padStart(2, '0')}T09:00:00.000Z`)
    for (const id of ['1', '2']) await it.say(id, { title, department })
    return it.kinds()
  }
  expect(await told('Head of Platform', 'Build')).toEqual(['role_changed'])
  expect(await told('head of platform ', 'Platform')).toEqual(['role_changed', 'department_changed'])
  expect(await told('Director', 'Platform')).toEqual(['role_changed', 'department_changed', 'role_changed'])
})

describe('somebody who moves to another company of the group has a new id', () => {
  test('and has neither come nor gone while one of the two works here', async () => {
    await it.say('1', old)
    await it.say('2', moved)
    it.at('2027-01-12T09:00:00.000Z')
    await it.say('1', { status: 'left' })
    expect(await it.kinds()).toEqual([])
    expect(await it.counts(ana.email)).toBe('hired')
    it.at('2027-01-13T09:00:00.000Z')
    await it.say('2', { status: 'left' })
    expect(await it.kinds()).toEqual(['terminated'])
    it.at('2027-01-14T09:00:00.000Z')
    await it.say('1', { status: 'active' })
    await it.say('2', { status: 'active' })
    expect(await it.kinds()).toEqual(['terminated', 'rehired'])
  })

  test.each([['12'], ['21']])('nor on the day between the two, whichever is looked at first (%s)', async (order) => {
    await it.say('1', { ...old, endsOn: '2027-01-31' })
    await it.say('2', { ...moved, hiredOn: '2027-02-01' })
    it.at('2027-01-31T23:00:00.000Z')
    for (const id of order) await it.say(id, {})
    expect(await it.kinds()).toEqual([])
    it.at('2027-02-02T09:00:00.000Z')
    await it.say('2', { title: 'Head' })
    expect(await it.kinds()).toEqual(['role_changed'])
  })

  test('but is away in the days between two that do not follow each other', async () => {
    await it.say('1', { ...old, endsOn: '2027-01-31' })
    await it.say('2', { ...moved, hiredOn: '2027-03-01' })
    it.at('2027-02-01T09:00:00.000Z')
    await it.say('1', {})
    it.at('2027-03-01T09:00:00.000Z')
    await it.say('2', {})
    expect(await it.kinds()).toEqual(['terminated', 'rehired'])
  })

  test('and the one that is over stays over while a contract that follows is waited for', async () => {
    await it.say('1', { ...old, endsOn: '2026-12-31' })
    await it.say('2', moved)
    it.at('2027-01-12T09:00:00.000Z')
    await it.say('2', { status: 'pending', hiredOn: '2027-02-01' })
    await it.say('1', {})
    expect(await it.kinds()).toEqual(['hired'])
  })

  test('and the one that is over, or is to begin, says nothing of their name, address and manager any more', async () => {
    await it.say('8', { email: 'kai@nordlicht.example' })
    await it.say('9', { email: 'mia@nordlicht.example' })
    await it.say('1', { ...old, managerId: '8' })
    await it.say('2', { ...moved, name: 'Ana Berg', managerId: '9' })
    await it.say('3', { ...moved, name: 'Ana Cho', managerId: '8', hiredOn: '2027-02-01' })
    it.at('2027-01-12T09:00:00.000Z')
    await it.say('3', { title: 'Head' })
    expect(await it.kinds()).not.toContain('role_changed')
    const settled = await it.say('1', { status: 'left', email: 'ana.ahrens@nordlicht.example' })
    expect(settled.result).toBe('changed')
    const mia = (await it.person('mia@nordlicht.example'))!
    expect(await it.person(ana.email)).toMatchObject({ name: 'Ana Berg', managerId: mia.id })
    expect(await it.person('ana.ahrens@nordlicht.example')).toBeUndefined()
  })
})

const report = (employeeId: string, fields: object) => ({ employeeId, fields, occurredAt: '2027-01-11T08:00:00.000Z' })

describe('an export with what is over and what holds', () => {
  const rows = [
    report('1', { ...old, status: 'left', endsOn: '2024-06-30' }),
    report('2', { ...moved, hiredOn: '2024-07-01' }),
  ]
  test.each([
    ['first', rows],
    ['last', rows.toReversed()],
  ])('tells of nobody, wherever the row that is over stands: %s', async (_, reports) => {
    await it.roster('ana', ana.email)
    const settled = await it.sayAll(reports)
    expect(settled.map(({ employeeId, result }) => `${employeeId} ${result}`)).toEqual(
      reports.map(({ employeeId }) => `${employeeId} added`),
    )
    expect(await it.kinds()).toEqual([])
    expect(await it.counts(ana.email)).toBe('hired')
  })

  test('tells of somebody of the roster who works here nowhere', async () => {
    await it.roster('ana', ana.email)
    await it.sayAll([rows[0]!, report('2', { ...moved, status: 'left' })])
    expect(await it.kinds()).toEqual(['terminated'])
  })
})

describe('two HR systems', () => {
  let scim: Company
  beforeEach(async () => {
    scim = company({ id: 'C2', vendor: 'scim', zone: 'America/New_York' }, it.store)
    await it.keep()
    await scim.keep()
    await it.say('1', old)
    await scim.say('u-1', ana)
  })

  test('have to agree that somebody has left', async () => {
    await scim.say('u-1', { status: 'left' })
    expect(await it.kinds()).toEqual([])
    await it.say('1', { status: 'left' })
    expect(await it.kinds()).toEqual(['terminated'])
    scim.at('2027-02-11T09:00:00.000Z')
    await scim.say('u-1', { status: 'active' })
    expect(await it.kinds()).toEqual(['terminated', 'rehired'])
  })

  test('tell of the end once when they tell of it at the same moment', async () => {
    await Promise.all([scim.say('u-1', { status: 'left' }), it.say('1', { status: 'left' })])
    expect(await it.kinds()).toEqual(['terminated'])
  })

  test('each count the last day in their own zone', async () => {
    await it.say('1', { endsOn: '2027-01-31' })
    await scim.say('u-1', { endsOn: '2027-01-31' })
    it.at('2027-01-31T23:00:00.000Z')
    await it.say('1', {})
    expect(await it.kinds()).toEqual([])
    scim.at('2027-02-01T05:00:00.000Z')
    await scim.say('u-1', {})
    expect(await it.kinds()).toEqual(['terminated'])
  })

  test('are one again when a connection is removed: what it said counts no longer', async () => {
    await it.say('1', { status: 'left' })
    expect(await it.kinds()).toEqual([])
    const gone = (await it.store.get('connection', { tenantId: it.tenantId, scope: '-' }, 'C2'))!
    await it.write({ kind: 'connection', record: gone, expect: gone.version, remove: true })
    await it.say('1', {})
    expect(await it.kinds()).toEqual(['terminated'])
  })
})

test('an employee whose address is learnt late counts from then on', async () => {
  await it.say('2', { name: 'Ana Ahrens', status: 'active' })
  await it.say('1', old)
  await it.say('2', { email: ana.email })
  await it.say('1', { status: 'left' })
  expect(await it.kinds()).toEqual([])
  await it.say('2', { status: 'left' })
  expect(await it.kinds()).toEqual(['terminated'])
})

test('a person who has no row of all their employees yet counts as their employee did', async () => {
  await it.say('1', old)
  const employee = (await it.employee('1'))!
  const row = (await it.store.get('personEmployments', { tenantId: it.tenantId, scope: '-' }, employee.personId!))!
  await it.write(
    { kind: 'personEmployments', record: row, expect: row.version, remove: true },
    { kind: 'employee', record: { ...employee, announced: 'hired' }, expect: employee.version },
  )
  it.at('2027-01-12T09:00:00.000Z')
  await it.say('1', { title: 'Lead' })
  await it.say('1', { status: 'left' })
  expect(await it.kinds()).toEqual(['role_changed', 'terminated'])
})
