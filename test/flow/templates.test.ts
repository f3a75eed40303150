import { expect, test } from 'vitest'
import { draftPilot, people, provideW01, runPilot, saveShortPilot, shortPilot } from './pilot.ts'
import { naming, refusal, startPlatform } from './platform.ts'

const platform = await startPlatform('2027-01-03T18:00:00Z')
await saveShortPilot(platform)
const owner = await platform.as(people.owner)
const token = await platform.tokenOf(people.owner, { roles: ['program owner'] })

const copy = (templateId: string, edit: object = {}, from = 'leadership-pilot-24w') =>
  owner('copyTemplate', { path: { templateId: from }, body: { templateId, edit } as never })
const edit = (templateId: string, version: number, body: object) =>
  owner('editTemplate', { path: { templateId }, body, headers: { 'if-match': `"${version}"` } })
const newest = (templateId: string) => owner('getTemplate', { path: { templateId } })

test('the list shows the shipped templates and the newest version of our own', async () => {
  const { items } = await owner('listTemplates')
  expect(items.map(({ templateId }) => templateId)).toEqual([
    'leadership-pilot-24w',
    'mentor-coach-90d',
    'mentor-coach-120d',
    'accountability-90d',
    'internal-coaching-12m',
    'short-pilot',
  ])
  expect(items[0]).toMatchObject({ templateVersion: 1, weeks: 24, gates: 24 })
  expect(items[5]).toMatchObject({ templateVersion: 1, weeks: 4, gates: 4, title: 'Short pilot' })
})

test('a template is read by id and version; one that is not there is 404', async () => {
  const { templateVersion, template } = await newest('leadership-pilot-24w')
  expect(templateVersion).toBe(1)
  expect(template.gates.map(({ gate }) => gate)).toHaveLength(24)
  const unknown = await refusal(newest('no-such'))
  expect(unknown).toMatchObject({ status: 404, code: 'NotFound', detail: 'There is no template "no-such".' })
  const tooNew = await refusal(owner('getTemplate', { path: { templateId: 'short-pilot' }, query: { version: 9 } }))
  expect(tooNew).toMatchObject({ status: 404, detail: 'There is no template "short-pilot" version 9.' })
  const noNumber = await platform.send('GET', '/v1/templates/short-pilot?version=one', { token })
  expect(noNumber.body).toMatchObject({ status: 400, problems: [{ field: 'version' }] })
})

test('a copy is version 1 of our own; edits are versions of their own, each still there', async () => {
  const made = await copy('pilot-emea', { title: 'Pilot EMEA', thresholds: { 'W06.session-attendance': 0.75 } })
  expect(made).toMatchObject({ templateId: 'pilot-emea', templateVersion: 1, copiedFrom: 'leadership-pilot-24w' })
  const w06 = made.template.gates.find(({ gate }) => gate === 'W06')!
  expect(w06.criterion.words).toBe('Session attendance: at least 75 %')
  const next = await edit('pilot-emea', 1, { minimumCohort: 30 })
  expect(next).toMatchObject({ templateVersion: 2, copiedFrom: 'leadership-pilot-24w' })
  expect((await newest('pilot-emea')).template).toMatchObject({ title: 'Pilot EMEA', minimumCohort: 30 })
  const first = await owner('getTemplate', { path: { templateId: 'pilot-emea' }, query: { version: 1 } })
  expect(first.template.minimumCohort).toBe(20)
  expect((await newest('leadership-pilot-24w')).template.title).toBe('Leadership pilot, 24 weeks')
  const taken = await refusal(copy('pilot-emea'))
  expect(taken).toMatchObject({ status: 409, code: 'AlreadyExists', detail: expect.stringContaining('Choose another') })
  const shipped = await refusal(copy('mentor-coach-90d'))
  expect(shipped).toMatchObject({ status: 409, code: 'AlreadyExists' })
  expect(await refusal(copy('No Spaces'))).toEqual(naming('templateId', '3–40 small letters'))
})

test('an edit needs the ETag of the version that was read', async () => {
  await copy('etag-pilot')
  const patch = (headers: Record<string, string>) =>
    platform.send('PATCH', '/v1/templates/etag-pilot', { token, headers, body: { title: 'Changed' } })
  const read = await platform.send('GET', '/v1/templates/etag-pilot', { token })
  expect(read.headers.get('etag')).toBe('"1"')
  const missing = await patch({})
  expect(missing.status).toBe(428)
  expect(missing.body).toMatchObject({ code: 'PreconditionRequired', detail: expect.stringContaining('If-Match') })
  for (const malformed of ['1', '"one"', '*', '""', '"1", "2"']) {
    const answer = await patch({ 'if-match': malformed })
    expect(answer.status, malformed).toBe(400)
    expect(answer.body).toMatchObject({
      code: 'InvalidInput',
      problems: [{ field: 'If-Match', problem: expect.stringContaining('"7" with the quotes') }],
    })
  }
  const done = await patch({ 'if-match': read.headers.get('etag')! })
  expect(done.status).toBe(200)
  expect(done.headers.get('etag')).toBe('"2"')
  const stale = await patch({ 'if-match': '"1"' })
  expect(stale.status).toBe(412)
  expect(stale.body).toMatchObject({ code: 'StaleVersion', detail: expect.stringContaining('version 2') })
  expect((await newest('etag-pilot')).templateVersion).toBe(2)
})

test('of several edits of the same version at the same moment one is saved', async () => {
  await copy('raced-pilot')
  const titles = Array.from({ length: 6 }, (_, index) => `Title ${index}`)
  const results = await Promise.allSettled(titles.map((title) => edit('raced-pilot', 1, { title })))
  const saved = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
  expect(saved).toHaveLength(1)
  for (const result of results) {
    if (result.status === 'rejected') expect(result.reason.problem).toMatchObject({ status: 412, code: 'StaleVersion' })
  }
  expect(await newest('raced-pilot')).toMatchObject({
    templateVersion: 2,
    template: { title: saved[0]!.template.title },
  })
})

test('a shipped template cannot be changed', async () => {
  const refused = await refusal(edit('leadership-pilot-24w', 1, { title: 'Mine' }))
  expect(refused).toMatchObject({
    status: 409,
    code: 'NotPossibleNow',
    detail: expect.stringContaining('Copy it first'),
  })
})

test('an edit that makes a gate impossible is refused by the field that was sent, and nothing is saved', async () => {
  const condition = { rule: 'at-least', fact: 'session-attendance', threshold: 1.2 }
  const w01 = { ...shortPilot.addGates![0]!, week: 2, gate: 'W02' }
  const cases: [edit: object, field: string, words: string][] = [
    [{ thresholds: { 'W12.session-attendance': 1.2 } }, 'thresholds.W12.session-attendance', 'from 0 to 1'],
    [
      { gates: { W12: { criterion: { all: [condition] } } } },
      'gates.W12.criterion.all.0.threshold',
      'a share from 0 to 1',
    ],
    [{ thresholds: { 'W12.no-such': 1 } }, 'thresholds.W12.no-such', 'Write GATE.fact'],
    [
      { gates: { W12: { criterion: { all: [{ rule: 'is-yes', fact: 'no-such' }] } } } },
      'gates.W12.criterion.all.0.fact',
      'Use one of the fact catalogue',
    ],
    [{ gates: { W99: { title: 'Other' } } }, 'gates.W99', 'There is no gate "W99"'],
    [{ removeGates: ['W99'] }, 'removeGates.0', 'There is no gate "W99"'],
    [{ steering: { quorum: 6 } }, 'steering.quorum', 'Give 5 or less'],
    [{ addGates: [{ ...w01, gate: 'W01', week: 4 }] }, 'addGates.0.week', 'Choose another week'],
    [{ addGates: [w01] }, 'addGates.0.week', 'has the gate W12 already'],
    [{ weeks: 3 }, 'gates.3.week', 'lengthen the program'],
    [{ gates: { W12: { asks: [] } } }, 'gates.W12.criterion.all.0.fact', 'never asked for'],
    [{ hours: { opens: '17:00' } }, 'hours.checks', 'Give a later time'],
    [{ hours: { opens: '25:00' } }, 'hours.opens', 'no time of day'],
    [{ removeGates: ['W01', 'W12', 'W13', 'W24'] }, 'gates', 'Add at least one'],
    [{ colour: 'blue' }, 'colour', 'Leave it out'],
    [{ weeks: 'many' }, 'weeks', 'number'],
  ]
  for (const [change, field, words] of cases) {
    expect(await refusal(edit('short-pilot', 1, change)), JSON.stringify(change)).toEqual(naming(field, words))
  }
  const twice = { addGates: [{ ...w01, gate: 'W13', week: 4 }], gates: { W24: { week: 3 } } }
  expect((await refusal(edit('short-pilot', 1, twice))).problems.map(({ problem }) => problem).join()).toContain(
    'The id "W13" is taken',
  )
  expect((await newest('short-pilot')).templateVersion).toBe(1)
  expect(await refusal(copy('bad-copy', { thresholds: { 'W06.session-attendance': 7 } }))).toEqual(
    naming('thresholds.W06.session-attendance', 'from 0 to 1'),
  )
  expect((await refusal(newest('bad-copy'))).status).toBe(404)
})

test('only those who own programs manage templates', async () => {
  const sponsor = await platform.as(people.sponsor)
  const refused = await refusal(
    sponsor('copyTemplate', { path: { templateId: 'short-pilot' }, body: { templateId: 'mine-now', edit: {} } }),
  )
  expect(refused).toMatchObject({ status: 403, code: 'NotAllowed', detail: expect.stringContaining('program owner') })
  expect((await refusal(newest('mine-now'))).status).toBe(404)
})

test('a template of another organisation answers like an unknown one', async () => {
  const elsewhere = await platform.tokenOf('boss@other.example', { tenant: 'other', roles: ['program owner'] })
  const theirs = await platform.send('GET', '/v1/templates/short-pilot', { token: elsewhere })
  expect(theirs.status).toBe(404)
  const list = await platform.send('GET', '/v1/templates', { token: elsewhere })
  expect((list.body as { items: unknown[] }).items).toHaveLength(5)
  const own = { templateId: 'short-pilot', edit: {} }
  const made = await platform.send('POST', '/v1/templates/accountability-90d/copies', { token: elsewhere, body: own })
  expect(made.status).toBe(201)
  expect((await newest('short-pilot')).template.title).toBe('Short pilot')
})

test('a program keeps the version it was created with, and one from a copied template runs on a machine of its own', async () => {
  await copy('own-machine', shortPilot)
  const first = await runPilot(platform, '2027-01-04', { templateId: 'own-machine' })
  await edit('own-machine', 1, { thresholds: { 'W01.baseline-captured': 0.3 }, title: 'Second edition' })
  const second = await draftPilot(platform, '2027-01-04', { templateId: 'own-machine' })
  await second.owner('startProgram', { path: second.path, body: { reason: 'Second edition' } })
  await provideW01(first, { yes: 1 })
  await provideW01(second, { yes: 1 })
  await platform.jumpTo('2027-01-08T16:00:00Z')
  const gateOf = ({ path }: typeof first) => owner('getGate', { path: { ...path, gate: 'W01' } })
  expect(await gateOf(first)).toMatchObject({ status: 'awaiting owner', evaluations: [{ outcome: 'fail' }] })
  expect(await gateOf(second)).toMatchObject({ status: 'closed', decisions: [{ choice: 'pass', authority: 'rule' }] })
  expect(await owner('getProgram', { path: first.path })).toMatchObject({ templateVersion: 1, currentGate: 'W01' })
  expect(await owner('getProgram', { path: second.path })).toMatchObject({ templateVersion: 2, currentGate: 'W12' })
  const { items } = await owner('listExecutions', { path: second.path })
  expect(items).toMatchObject([{ name: `${second.programId}-1`, status: 'RUNNING' }])
  const names = items[0]!.states.map(({ name }) => name)
  expect(names).toContain('Ask the steering committee about W12')
  expect(names).not.toContain('Evaluate gate W02')
})
