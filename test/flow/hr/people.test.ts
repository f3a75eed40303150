import { expect, test } from 'vitest'
import { people, runPilot, saveShortPilot } from '../pilot.ts'
import { everything, naming, refusal, startPlatform } from '../platform.ts'

const platform = await startPlatform('2027-01-03T18:00:00Z')
await saveShortPilot(platform)
const pilot = await runPilot(platform, '2027-01-04')
const { owner, path } = pilot
const { connectionId } = await owner('createConnection', {
  body: { vendor: 'file', name: 'Files of HR', zone: 'Europe/Berlin', settings: {}, credentials: {}, offers: [] },
})
const connection = { connectionId }
const members = (await owner('listPeople', { path, query: { limit: 1000 } })).items
const idOf = (email: string) => members.find((member) => member.email === email)!.personId
const participantId = idOf(people.participant)

const take = (body: Record<string, unknown> | unknown[]) => owner('importEmployees', { path: connection, body })
const history = () =>
  everything((query) => owner('readPersonHistory', { path: { ...path, personId: participantId }, query }), 2)
const kinds = async () => (await history()).map(({ changes }) => changes.map(({ kind }) => kind))

test('employees come in as JSON and as a file; the organisation knows them as the people of its programs', async () => {
  const worker = { employeeId: '100', email: people.participant, title: 'Engineer', lastHireDate: '2020-01-01' }
  expect(await take([worker, { employeeId: '7', email: 'not an address' }])).toEqual({
    ...{ added: 1, changed: 0, unchanged: 0 },
    problems: [{ row: 2, field: 'email', problem: expect.stringContaining('name@example.com') }],
  })
  const csv = `employee_id,email,name,title\n7,${people.sponsor},Dmitri Dahl,Director\n`
  expect(await owner('importEmployeesFile', { path: connection, body: { csv } })).toMatchObject({ added: 1 })
  const listed = await everything((query) => owner('listEmployees', { path: connection, query }), 1)
  expect(listed).toMatchObject([
    { employeeId: '100', personId: participantId, fields: { title: 'Engineer' }, ahead: [] },
    { employeeId: '7', personId: idOf(people.sponsor) },
  ])
  expect(await history()).toEqual([])
})

test('what changes stands in the history, newest first, with the event that caused it', async () => {
  await platform.jumpTo('2027-01-05T09:00:00Z')
  await take({ employeeId: '100', supervisorId: '7' })
  await platform.jumpTo('2027-01-06T09:00:00Z')
  await take({ employeeId: '100', title: 'Lead', dateInJob: '2027-01-06' })
  await platform.settled()
  expect(await kinds()).toEqual([['role_changed'], ['manager_changed']])
  const [newest] = await history()
  expect(newest).toMatchObject({
    ...{ connectionId, employeeId: '100', effectiveOn: '2027-01-06' },
    changes: [{ kind: 'role_changed', before: 'Engineer', after: 'Lead' }],
    cause: {
      ...{ specversion: '1.0', type: 'org.pilotgate.hr.employee.role_changed.v1', subject: 'employee/100' },
      ...{ id: expect.stringMatching(/^import-/), source: `urn:hris:file:${connectionId}` },
    },
  })
  const again = await take({ employeeId: '100', title: 'Lead', dateInJob: '2027-01-06' })
  expect(again).toEqual({ added: 0, changed: 0, unchanged: 1, problems: [] })
})

test('a title and a last day that lie ahead wait for their dates, at midnight of the zone', async () => {
  await take([
    { employeeId: '100', title: 'Head of Platform', dateInJob: '2027-01-11' },
    { employeeId: '100', dateOfTermination: '2027-01-15' },
  ])
  expect(await owner('listEmployees', { path: connection })).toMatchObject({
    items: [{ fields: { title: 'Lead' }, ahead: [{ field: 'title', effectiveOn: '2027-01-11' }] }, {}],
  })
  await platform.jumpTo('2027-01-10T22:59:00Z')
  expect((await kinds())[0]).toEqual(['role_changed'])
  expect(await kinds()).toHaveLength(2)
  await platform.jumpTo('2027-01-10T23:00:00Z')
  expect((await history())[0]!.changes).toEqual([{ kind: 'role_changed', before: 'Lead', after: 'Head of Platform' }])
  await platform.jumpTo('2027-01-15T22:59:00Z')
  expect(await kinds()).toHaveLength(3)
  await platform.jumpTo('2027-01-15T23:00:00Z')
  const [left] = await history()
  expect(left).toMatchObject({
    ...{ at: '2027-01-15T23:00:00.000Z', effectiveOn: '2027-01-16' },
    changes: [{ kind: 'terminated', after: '2027-01-15' }],
    effects: expect.arrayContaining([expect.objectContaining({ effect: 'left the program' })]),
  })
})

test('who is not of this program or organisation, and what is no connection of theirs, answers like nothing at all', async () => {
  const unknown = { status: 404, code: 'NotFound' }
  await take({ employeeId: '55', email: people.stranger })
  const { items } = await owner('listEmployees', { path: connection, query: { limit: 100 } })
  const elsewhere = items.find(({ employeeId }) => employeeId === '55')!.personId!
  for (const personId of [elsewhere, 'nobody']) {
    const { detail, ...problem } = await refusal(owner('readPersonHistory', { path: { ...path, personId } }))
    expect(problem).toMatchObject(unknown)
    expect(detail).toBe(`There is no person "${personId}" in this program.`)
  }
  expect(await refusal(owner('listEmployees', { path: { connectionId: 'nothing' } }))).toMatchObject(unknown)
  const lead = await platform.as(people.lead)
  expect(await refusal(lead('listEmployees', { path: connection }))).toMatchObject({ status: 403 })
  const stranger = platform.tokenOf('olga@elsewhere.example', { tenant: 'elsewhere', roles: ['program owner'] })
  const sent = { token: await stranger, body: { employeeId: '100', title: 'Intruder' } }
  expect((await platform.send('POST', `/v1/connections/${connectionId}/employees`, sent)).status).toBe(404)
  const many = Array.from({ length: 501 }, () => ({}))
  expect(await refusal(take(many))).toMatchObject({ status: 400 })
  const refused = owner('importEmployeesFile', { path: connection, body: { csv: 'employee_id\n' } })
  expect(await refusal(refused)).toEqual(naming('csv', 'no rows'))
})
