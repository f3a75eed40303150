import { expect, test } from 'vitest'
import { header, people, row, saveShortPilot } from '../flow/pilot.ts'
import { everything, naming, refusal, startPlatform } from '../flow/platform.ts'

const platform = await startPlatform('2027-01-03T18:00:00Z')
await saveShortPilot(platform)
const owner = await platform.as(people.owner)

/** A draft with nobody but its owner, and what importing into it gives. */
const emptyDraft = async () => {
  const { programId } = await owner('createProgram', {
    body: { name: 'Empty', templateId: 'short-pilot', startDate: '2027-01-04', zone: 'Europe/Berlin' },
  })
  const path = { programId }
  const load = (csv: string, client = owner) => client('importRoster', { path, body: { csv } })
  const list = () => everything((query) => owner('listPeople', { path, query }))
  return { path, load, list }
}
const roster = (...rows: string[]) => [header, ...rows, ''].join('\n')
let count = 0
/** An address nobody has yet. */
const fresh = (who = 'person') => {
  count += 1
  return `${who}.${count}@nordlicht.example`
}

test('good rows are kept, each bad row is reported with its row, column and remedy, and the counts are exact', async () => {
  const { load, list } = await emptyDraft()
  const [ada, ben, eve] = [fresh('ada'), fresh('ben'), fresh('eve')]
  const { added, changed, unchanged, problems } = await load(
    roster(
      row(ada, 'participant'), // 2
      row('not-an-address', 'participant'), // 3
      row(fresh(), 'participant', 'Mars/Olympus'), // 4
      row(fresh(), 'captain'), // 5
      row(fresh(), ''), // 6
      row(fresh(), 'participant', 'Europe/Berlin', 'nobody@nordlicht.example,,'), // 7
      row(fresh(), 'coach', 'Europe/Berlin', ',many,'), // 8
      row(fresh(), 'coach', 'Europe/Berlin', ',-1,'), // 9
      row(fresh(), 'participant', 'Europe/Berlin', ',,robot'), // 10
      `${fresh()},,participant,Europe/Berlin,,,`, // 11
      row(fresh(), 'participant', '+02:00'), // 12
      `${fresh()},Short Row`, // 13
      row(ben, 'coach', 'Asia/Kolkata', ',3,'), // 14
      row(ada.toUpperCase(), 'coach'), // 15
      row(eve, 'participant', 'Europe/Berlin', `${ben},,agent`), // 16
    ),
  )
  expect({ added, changed, unchanged }).toEqual({ added: 3, changed: 0, unchanged: 0 })
  expect(problems).toEqual([
    { row: 3, field: 'email', problem: 'Not an e-mail address. Write it like name@example.com.' },
    { row: 4, field: 'zone', problem: 'Not an IANA time zone. Write it like "Europe/Berlin".' },
    { row: 5, field: 'roles', problem: expect.stringMatching(/^"captain" is not a role\. Roles are: program owner, /) },
    { row: 6, field: 'roles', problem: 'Name at least one role.' },
    {
      row: 7,
      field: 'manager_email',
      problem: 'Nobody has the address "nobody@nordlicht.example". Add a row for the manager, or leave it empty.',
    },
    { row: 8, field: 'places', problem: 'Not a number.' },
    { row: 9, field: 'places', problem: 'Must not be negative.' },
    { row: 10, field: 'learner_kind', problem: 'Must be "person" or "agent".' },
    { row: 11, field: 'name', problem: 'The name is empty.' },
    { row: 12, field: 'zone', problem: 'Not an IANA time zone. Write it like "Europe/Berlin".' },
    { row: 13, field: 'roles', problem: 'The column is missing: roles separated by ";".' },
    { row: 13, field: 'zone', problem: 'The column is missing: an IANA time zone.' },
    { row: 15, field: 'email', problem: 'The same address stands in row 2. Keep one of the two.' },
  ])
  const members = await list()
  expect(members.map(({ email }) => email).toSorted()).toEqual([ada, ben, eve, people.owner].toSorted())
  const by = new Map(members.map((member) => [member.email, member]))
  expect(by.get(ben)).toMatchObject({ roles: ['coach'], places: 3, zone: 'Asia/Kolkata', learnerKind: 'person' })
  expect(by.get(eve)).toMatchObject({ managerId: by.get(ben)!.personId, learnerKind: 'agent', places: 0 })
})

test('the same file again changes nothing; a changed row changes one person', async () => {
  const { load, list } = await emptyDraft()
  const [boss, report] = [fresh(), fresh()]
  const file = roster(row(report, 'participant', 'Europe/Berlin', `${boss},,`), row(boss, 'manager;coach'))
  expect(await load(file)).toEqual({ added: 2, changed: 0, unchanged: 0, problems: [] })
  const before = await list()
  expect(await load(file)).toEqual({ added: 0, changed: 0, unchanged: 2, problems: [] })
  expect(await list()).toEqual(before)
  const moved = roster(row(report, 'participant', 'Europe/Lisbon', `${boss},,`), row(boss, 'manager;coach'))
  expect(await load(moved)).toEqual({ added: 0, changed: 1, unchanged: 1, problems: [] })
  expect((await list()).find(({ email }) => email === report)!.zone).toBe('Europe/Lisbon')
})

test('an address in other letter case is the same person, in the file and in the organisation', async () => {
  const [one, two] = [await emptyDraft(), await emptyDraft()]
  const email = fresh()
  await one.load(roster(row(email, 'participant')))
  const [known] = (await one.list()).filter((member) => member.email === email)
  const shouted = roster(row(email.toUpperCase(), 'participant'), row(email, 'coach'))
  const result = await two.load(shouted)
  expect(result).toMatchObject({ added: 1, problems: [{ row: 3, field: 'email' }] })
  const [again] = (await two.list()).filter((member) => member.email === email)
  expect(again!.personId).toBe(known!.personId)
})

test('managers may stand in any order, over several levels and in a circle', async () => {
  const { load, list } = await emptyDraft()
  const [low, middle, top] = [fresh('low'), fresh('middle'), fresh('top')]
  const under = (email: string, manager: string) => row(email, 'participant', 'Europe/Berlin', `${manager},,`)
  const bottomUp = roster(under(low, middle), under(middle, top), row(top, 'manager'))
  expect(await load(bottomUp)).toMatchObject({ added: 3, problems: [] })
  const by = new Map((await list()).map((member) => [member.email, member]))
  expect(by.get(low)!.managerId).toBe(by.get(middle)!.personId)
  expect(by.get(middle)!.managerId).toBe(by.get(top)!.personId)
  const circle = await load(roster(under(low, middle), under(middle, low)))
  expect(circle.problems).toEqual([])
  expect((await list()).length).toBe(4)
})

test('semicolons, a byte order mark, Windows line ends, blank lines and quotes are read; row numbers are those of the file', async () => {
  const { load, list } = await emptyDraft()
  const [first, second] = [fresh(), fresh()]
  const lines = [
    '\uFEFFEmail;Name;Roles;Zone',
    `${first};"Lund; Ida";"coach;mentor";Europe/Berlin`,
    '',
    `${fresh()};Bad;participant;Nowhere`,
    `${second};Ok;participant;Europe/Berlin`,
    `${second};Twice;participant;Europe/Berlin`,
  ]
  const { added, problems } = await load(lines.join('\r\n'))
  expect(added).toBe(2)
  expect(problems.map(({ row: line, field }) => ({ line, field }))).toEqual([
    { line: 4, field: 'zone' },
    { line: 6, field: 'email' },
  ])
  expect((await list()).find(({ email }) => email === first)).toMatchObject({
    name: 'Lund; Ida',
    roles: ['coach', 'mentor'],
  })
})

test('a file that is no roster is refused as a whole, and nobody is added', async () => {
  const { load, list } = await emptyDraft()
  const cases: [csv: string, words: string][] = [
    ['', 'The file is empty.'],
    [header, 'no rows below its header line'],
    [`${header}\n\n`, 'no rows below its header line'],
    ['email,name\nada@nordlicht.example,Ada', 'missing from the header line: roles, zone'],
    ['"email,name,roles,zone\nx', 'not readable as CSV'],
    [`${header}\n${'x'.repeat(1_000_001)}`, 'more than 1,000,000 characters'],
  ]
  for (const [csv, words] of cases) {
    expect(await refusal(load(csv)), csv.slice(0, 40)).toEqual(naming('csv', words))
  }
  expect((await list()).length).toBe(1)
})

test('whoever imports rosters cannot make anyone the owner by it, nor give themselves roles', async () => {
  const { path, load, list } = await emptyDraft()
  await load(roster(row(people.operations, 'learning operations'), row(people.lead, 'program lead')))
  const operations = await platform.as(people.operations)
  const { added, changed, problems } = await load(
    roster(
      row(fresh(), 'participant'),
      row(people.lead, 'program lead;program owner'),
      row(people.operations, 'learning operations;legal'),
      row(people.owner, 'participant'),
    ),
    operations,
  )
  expect({ added, changed }).toEqual({ added: 1, changed: 0 })
  expect(problems).toEqual([
    { row: 3, field: 'roles', problem: expect.stringContaining('Only the program owner can make someone') },
    { row: 4, field: 'roles', problem: expect.stringContaining('Nobody gives themselves roles') },
    { row: 5, field: 'roles', problem: expect.stringContaining('This person owns the program') },
  ])
  const rolesOf = async (email: string) => (await list()).find((member) => member.email === email)!.roles
  expect(await rolesOf(people.lead)).toEqual(['program lead'])
  expect(await rolesOf(people.operations)).toEqual(['learning operations'])
  expect(await rolesOf(people.owner)).toEqual(['program owner'])
  const outsider = await refusal((await platform.as(people.stranger))('importRoster', { path, body: { csv: header } }))
  expect(outsider).toMatchObject({ status: 404, code: 'NotFound' })
})

test('ownership is handed over: a second owner lets the first one go, the last one stays', async () => {
  const { path, load, list } = await emptyDraft()
  const idOf = async (email: string) => (await list()).find((member) => member.email === email)!.personId
  const leave = async (client: typeof owner, email: string) =>
    client('withdrawPerson', { path: { ...path, personId: await idOf(email) }, body: { reason: 'Takes another job' } })
  expect(await refusal(leave(owner, people.owner))).toMatchObject({
    status: 409,
    code: 'NotPossibleNow',
    detail: expect.stringContaining('Make someone else program owner first'),
  })
  await load(roster(row(people.sponsor, 'sponsor;program owner'), row(people.operations, 'learning operations')))
  const operations = await platform.as(people.operations)
  expect(await refusal(leave(operations, people.sponsor))).toMatchObject({ status: 403, code: 'NotAllowed' })
  const sponsor = await platform.as(people.sponsor)
  const personId = await idOf(people.owner)
  expect(await leave(sponsor, people.owner)).toMatchObject({ personId, status: 'withdrawn' })
  expect(await refusal(owner('getProgram', { path }))).toMatchObject({ status: 404, code: 'NotFound' })
  expect((await owner('listPrograms')).items.map(({ programId }) => programId)).not.toContain(path.programId)
  const again = sponsor('withdrawPerson', { path: { ...path, personId }, body: { reason: 'Once more' } })
  expect(await refusal(again)).toMatchObject({ status: 409, code: 'NotPossibleNow' })
})

test('two people import the same file at the same moment: everyone is added once', async () => {
  const { load, list } = await emptyDraft()
  await load(roster(row(people.operations, 'learning operations')))
  const operations = await platform.as(people.operations)
  const emails = [fresh(), fresh(), fresh(), fresh()]
  const file = roster(...emails.map((email) => row(email, 'participant')))
  const results = await Promise.all([load(file), load(file, operations)])
  expect(results.flatMap(({ problems }) => problems)).toEqual([])
  expect(results.reduce((sum, { added }) => sum + added, 0)).toBe(4)
  const found = (await list()).filter(({ email }) => emails.includes(email))
  expect(found.map(({ email }) => email).toSorted()).toEqual(emails.toSorted())
})
