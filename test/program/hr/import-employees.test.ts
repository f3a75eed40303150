import { importEmployees, importEmployeesFile } from '@pilotgate/core/program/hr/employees/import-employees'
import { listEmployees } from '@pilotgate/core/program/hr/employees/list-employees'
import { beforeEach, expect, test } from 'vitest'
import { type Company, company } from './company.ts'

let it: Company
beforeEach(async () => {
  it = company({ vendor: 'file' })
  await it.keep()
})
const json = (input: unknown) => importEmployees(it.work(), it.tenantId, 'C1', input)
const csv = (text: string) => importEmployeesFile(it.work(), it.tenantId, 'C1', text)
const listed = async () => (await listEmployees(it.work(), it.tenantId, 'C1', { limit: 100 })).items

/** A row of the Together API with all that it may hold. */
const whole = {
  ...{ employeeId: '100', lastUpdated: '2027-01-10T10:00:00Z', firstName: 'Mira', middleName: 'J', lastName: 'Okafor' },
  ...{
    preferredName: '',
    email: 'Mira@Nordlicht.example',
    alternateEmails: ['m@x.example'],
    dateOfBirth: '1980-01-01',
  },
  ...{ dateInJob: '2026-03-01', departmentId: 'D1', departmentName: 'Platform', lastHireDate: '2021-05-01' },
  ...{
    originalHireDate: '2015-01-01',
    employeeStatusCode: 'A',
    gender: 'f',
    supervisorId: '7',
    title: 'Head of Platform',
  },
  ...{ officeAddress: 'Street 1', addressCountry: 'DE', remote: true, salary: 1 },
}

test('takes the fields of the Together API, and nothing else of a person', async () => {
  expect(await json(whole)).toEqual({ added: 1, changed: 0, unchanged: 0, problems: [] })
  expect(await listed()).toEqual([
    {
      employeeId: '100',
      personId: (await it.person('mira@nordlicht.example'))!.id,
      fields: {
        ...{ email: 'mira@nordlicht.example', name: 'Mira Okafor', title: 'Head of Platform', department: 'Platform' },
        ...{ managerId: '7', status: 'active', hiredOn: '2021-05-01' },
      },
      ahead: [],
    },
  ])
  const stored = JSON.stringify([await it.employees(), await it.people()])
  expect(stored).not.toMatch(/1980|Street|m@x|"f"|salary/)
  expect((await it.employee('100'))!.fields.title).toMatchObject([{ effectiveOn: '2026-03-01' }])
  expect(await json([whole])).toEqual({ added: 0, changed: 0, unchanged: 1, problems: [] })
})

test('what is left out stays as it is; what is empty is taken away', async () => {
  await json(whole)
  it.at('2027-01-12T09:00:00.000Z')
  await json({ employeeId: '100', firstName: 'Someone', departmentName: null })
  expect((await listed())[0]!.fields).toMatchObject({
    name: 'Mira Okafor',
    department: null,
    title: 'Head of Platform',
  })
})

test('a title from a later date lies ahead; so does the end of who is terminated with a last day', async () => {
  await json(whole)
  it.at('2027-01-12T09:00:00.000Z')
  await json({ employeeId: '100', title: 'Director', dateInJob: '2027-03-01' })
  await json({ employeeId: '100', employeeStatusCode: 'T', dateOfTermination: '2027-06-30' })
  expect(await listed()).toMatchObject([
    {
      fields: { title: 'Head of Platform', status: 'active', endsOn: '2027-06-30' },
      ahead: [{ field: 'title', value: 'Director', effectiveOn: '2027-03-01' }],
    },
  ])
  expect(await it.kinds()).toEqual([])
  await json({ employeeId: '100', employeeStatusCode: 'T', dateOfTermination: '2027-01-11' })
  expect(await it.kinds()).toEqual(['terminated'])
})

test('bad rows are reported with row, field and remedy; good rows are kept', async () => {
  const { problems, ...counts } = await json([
    { employeeId: '1', email: 'nobody' },
    whole,
    { title: 'Engineer' },
    { employeeId: '3', lastHireDate: 'soon', employeeStatusCode: 'X', timeZone: 'Mars', lastUpdated: 'today' },
    'nonsense',
  ])
  expect(counts).toEqual({ added: 1, changed: 0, unchanged: 0 })
  expect(problems.map(({ row, field }) => [row, field])).toEqual([
    [1, 'email'],
    [3, 'employeeId'],
    [4, 'lastUpdated'],
    [4, 'lastHireDate'],
    [4, 'employeeStatusCode'],
    [4, 'timeZone'],
    [5, 'employeeId'],
  ])
  for (const { problem } of problems) expect(problem).toMatch(/Write it like|Write "A"|Give/)
})

test('an address that is somebody else’s is a problem of its row', async () => {
  await json([whole, { employeeId: '7', email: 'kai@nordlicht.example' }])
  it.at('2027-01-12T09:00:00.000Z')
  const { changed, problems } = await json({ employeeId: '7', email: 'mira@nordlicht.example', title: 'Lead' })
  expect([changed, problems]).toEqual([1, [{ row: 1, field: 'email', problem: expect.stringMatching(/their own/) }]])
})

test('a file of CSV says the same', async () => {
  const text = [
    'Employee ID;email;name;title;manager_id;status;ends_on',
    '100;mira@nordlicht.example;Mira Okafor;Head of Platform;7;A;',
    '7;kai@nordlicht.example;Kai Ude;;;active;2027-01-31',
    ';nobody@nordlicht.example;No Body;;;A;',
  ].join('\n')
  const { problems, ...counts } = await csv(text)
  expect(counts).toEqual({ added: 2, changed: 0, unchanged: 0 })
  expect(problems).toMatchObject([{ row: 4, field: 'employeeId' }])
  expect((await it.person('mira@nordlicht.example'))!.managerId).toBe((await it.person('kai@nordlicht.example'))!.id)
  expect((await it.employee('7'))!.wakesOn).toBe('2027-02-01')
  await expect(csv('title\n')).rejects.toMatchObject({ code: 'InvalidInput' })
  const long = ['employee_id', ...Array.from({ length: 1_001 }, (_, index) => index + 1000)].join('\n')
  await expect(csv(long)).rejects.toMatchObject({ problems: [{ problem: expect.stringContaining('1001 rows') }] })
})

test('nothing is taken by a connection that is off, or of somebody else', async () => {
  const known = (await it.store.get('connection', { tenantId: it.tenantId, scope: '-' }, 'C1'))!
  await it.write({ kind: 'connection', record: { ...known, status: 'off' }, expect: known.version })
  await expect(json(whole)).rejects.toMatchObject({ code: 'NotPossibleNow' })
  await expect(importEmployees(it.work(), 'other', 'C1', whole)).rejects.toMatchObject({ code: 'NotFound' })
})

test('what is older than what is known is said, so that nobody believes it was taken over', async () => {
  await json({ ...whole, lastUpdated: undefined, dateInJob: undefined })
  it.at('2027-01-12T09:00:00.000Z')
  const { problems } = await json({ employeeId: '100', title: 'Director', dateInJob: '2026-12-01' })
  expect(problems).toEqual([{ row: 1, field: 'title', problem: expect.stringContaining('Leave dateInJob') }])
  expect((await json({ employeeId: '100', title: 'Director' })).problems).toEqual([])
  expect((await listed())[0]!.fields.title).toBe('Director')
})
