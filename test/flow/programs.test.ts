import { expect, test } from 'vitest'
import { draftPilot, people, runPilot, saveShortPilot, smallRoster } from './pilot.ts'
import { naming, refusal, startPlatform } from './platform.ts'

// A Sunday evening in Berlin; clocks change in New York on 14 March 2027 and in Berlin on 28 March.
const platform = await startPlatform('2027-03-07T18:00:00Z')
await saveShortPilot(platform)
const owner = await platform.as(people.owner)

const plan = { name: 'A pilot', templateId: 'short-pilot', startDate: '2027-03-08', zone: 'Europe/Berlin' }
const create = (body: object) => owner('createProgram', { body: { ...plan, ...body } as never })
const edit = (programId: string, version: number, body: object) =>
  owner('editProgram', { path: { programId }, body, headers: { 'if-match': `"${version}"` } })
const read = (programId: string) => owner('getProgram', { path: { programId } })
const start = (programId: string) => owner('startProgram', { path: { programId }, body: { reason: 'All is prepared' } })
const howMany = async () => (await owner('listPrograms')).items.length

test('a program that cannot be is not created; each reason names its field', async () => {
  const before = await howMany()
  const cases: [body: object, field: string, words: string][] = [
    [{ zone: 'Mars/Olympus' }, 'zone', 'Use one such as "Europe/Berlin"'],
    [{ zone: '+02:00' }, 'zone', 'not an IANA time zone'],
    [{ startDate: '2027-03-06' }, 'startDate', 'today is 2027-03-07 in Europe/Berlin'],
    [{ startDate: '2027-03-07', zone: 'Pacific/Auckland' }, 'startDate', 'Choose today or later'],
    [{ startDate: '2027-02-30' }, 'startDate', 'date'],
    [{ startDate: 'soon' }, 'startDate', 'date'],
    [{ name: ' x ' }, 'name', '3 characters or more'],
    [{ thresholds: { 'W99.session-attendance': 0.5 } }, 'thresholds.W99.session-attendance', 'Write GATE.fact'],
    [{ thresholds: { 'W12.session-attendance': 1.2 } }, 'thresholds.W12.session-attendance', 'from 0 to 1'],
    [{ thresholds: { 'W12.session-attendance': -1 } }, 'thresholds.W12.session-attendance', 'from 0 to 1'],
    [{ minimumCohort: 0 }, 'minimumCohort', '1'],
    [{ owner: 'me' }, 'owner', 'Leave it out'],
    [
      { templateId: 'leadership-pilot-24w', thresholds: { 'W02.cohort-size': 5 } },
      'thresholds.W02.cohort-size',
      'Set "minimumCohort" instead',
    ],
  ]
  for (const [body, field, words] of cases) {
    expect(await refusal(create(body)), JSON.stringify(body)).toEqual(naming(field, words))
  }
  const unknown = await refusal(create({ templateId: 'no-such' }))
  expect(unknown).toMatchObject({ status: 404, code: 'NotFound', detail: 'There is no template "no-such".' })
  expect((await refusal(create({ templateVersion: 7 }))).detail).toBe('There is no template "short-pilot" version 7.')
  expect(await howMany()).toBe(before)
})

test('many programs created at the same moment are all there, and their owner stays who they were', async () => {
  const before = await howMany()
  const emails = await owner('listPeople', { path: await pathOf(plan) })
  const made = await Promise.all(
    ['Asia/Kolkata', 'America/New_York', 'Europe/Lisbon', 'UTC'].map((zone) =>
      create({ templateId: 'accountability-90d', zone }),
    ),
  )
  expect(new Set(made.map(({ programId }) => programId)).size).toBe(4)
  expect(await howMany()).toBe(before + 5)
  const after = await owner('listPeople', { path: { programId: made[0]!.programId } })
  expect(after.items[0]).toEqual(emails.items[0])
})

const pathOf = async (body: object) => ({ programId: (await create(body)).programId })

test('a draft can change; ETags keep two people from overwriting each other', async () => {
  const { programId, version } = await create({})
  const changed = await edit(programId, version, { name: 'Renamed', zone: 'Asia/Kolkata', startDate: '2027-05-03' })
  expect(changed).toMatchObject({ version: version + 1, name: 'Renamed', zone: 'Asia/Kolkata' })
  expect(await refusal(edit(programId, version, { name: 'Lost update' }))).toMatchObject({
    status: 412,
    code: 'StaleVersion',
    detail: expect.stringContaining('Read it again'),
  })
  const unconditional = await refusal(owner('editProgram', { path: { programId }, body: { name: 'Anything' } }))
  expect(unconditional).toMatchObject({ status: 428, code: 'PreconditionRequired' })
  expect(await refusal(edit(programId, version + 1, { startDate: '2027-01-31' }))).toEqual(naming('startDate', 'past'))
  expect(await refusal(edit(programId, version + 1, { templateId: 'other' }))).toEqual(
    naming('templateId', 'Leave it out'),
  )
  expect(await refusal(edit(programId, version + 1, { thresholds: { 'W12.session-attendance': 2 } }))).toEqual(
    naming('thresholds.W12.session-attendance', 'from 0 to 1'),
  )
  const kept = await read(programId)
  expect(kept).toMatchObject({ version: version + 1, name: 'Renamed', startDate: '2027-05-03', thresholds: {} })
  const sameTime = await Promise.allSettled(
    ['A name', 'B name', 'C name'].map((name) => edit(programId, version + 1, { name })),
  )
  expect(sameTime.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('a program starts once everyone is there and legal has signed off', async () => {
  const { programId } = await create({ templateId: 'leadership-pilot-24w', minimumCohort: 2 })
  const path = { programId }
  const alone = await refusal(start(programId))
  expect(alone).toEqual(naming('people', 'Nobody is sponsor. Add a person with this role'))
  expect(alone).toEqual(naming('people', 'has 1 people; its quorum is 3. Add people.'))
  const roles = ['coach lead', 'matching owner', 'hr analytics', 'finance', 'procurement'].join(';')
  await owner('importRoster', {
    path,
    body: {
      csv: smallRoster(
        'ali@nordlicht.example,Ali,manager;mentor,Europe/Berlin,,,',
        `zoe@nordlicht.example,Zoe,${roles},Europe/Berlin,,,`,
      ),
    },
  })
  const unsigned = { status: 409, code: 'NotPossibleNow', detail: expect.stringContaining('"legal-sign-off"') }
  expect(await refusal(start(programId))).toMatchObject(unsigned)
  const legal = await platform.as(people.legal)
  const sign = (yes: boolean) =>
    legal('attestFact', {
      path,
      body: { fact: 'legal-sign-off', gate: 'W01', value: { kind: 'yes-no', yes }, source: 'Consent text' },
    })
  await sign(true)
  await sign(false)
  expect(await refusal(start(programId))).toMatchObject(unsigned)
  expect(await read(programId)).toMatchObject({ status: 'draft', history: [] })
  expect((await owner('listExecutions', { path })).items).toEqual([])
  await sign(true)
  expect(await start(programId)).toMatchObject({ status: 'running', currentGate: 'W01' })
  await platform.settled()
  expect((await owner('listExecutions', { path })).items).toMatchObject([{ status: 'RUNNING' }])
  await owner('stopProgram', { path, body: { reason: 'Only a trial' } })
})

test('of many starts at the same moment one counts; the others learn that it runs already', async () => {
  const { programId, path } = await draftPilot(platform, '2027-06-07')
  const results = await Promise.allSettled(Array.from({ length: 6 }, () => start(programId)))
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const result of results) {
    if (result.status === 'rejected') {
      expect(result.reason.problem).toMatchObject({ status: 409, detail: 'The program is running already.' })
    }
  }
  await platform.settled()
  expect((await owner('listExecutions', { path })).items).toHaveLength(1)
  expect((await read(programId)).history).toHaveLength(1)
  expect(await refusal(start(programId))).toMatchObject({ status: 409, code: 'NotPossibleNow' })
  await owner('stopProgram', { path, body: { reason: 'Only a trial' } })
})

test('once started, dates are fixed and thresholds are not; once over, nothing changes', async () => {
  const { programId, path } = await runPilot(platform, '2027-06-07')
  const version = async () => (await read(programId)).version
  for (const body of [{ startDate: '2027-04-05' }, { zone: 'UTC' }, { minimumCohort: 3 }]) {
    expect(await refusal(edit(programId, await version(), body))).toMatchObject({
      status: 409,
      code: 'NotPossibleNow',
      detail: expect.stringContaining(Object.keys(body)[0]!),
    })
  }
  const thresholds = { 'W12.session-attendance': 0.5 }
  expect(await edit(programId, await version(), { thresholds, name: 'New name' })).toMatchObject({ thresholds })
  expect(await owner('getGate', { path: { ...path, gate: 'W12' } })).toMatchObject({
    criterion: 'Session attendance: at least 50 %',
  })
  await owner('stopProgram', { path, body: { reason: 'Only a trial' } })
  await platform.settled()
  expect(await refusal(edit(programId, await version(), { name: 'Too late' }))).toMatchObject({
    status: 409,
    detail: expect.stringContaining('stopped'),
  })
  const late = await refusal(owner('importRoster', { path, body: { csv: smallRoster() } }))
  expect(late).toMatchObject({ status: 409, code: 'NotPossibleNow' })
})

test('pausing, resuming and stopping are possible in some states only', async () => {
  const draft = await draftPilot(platform, '2027-06-07')
  const running = await runPilot(platform, '2027-06-07')
  const steer = (name: 'pauseProgram' | 'resumeProgram' | 'stopProgram', { path }: typeof draft) =>
    owner(name, { path, body: { reason: 'To see what happens' } })
  const never = (words: string) => ({ status: 409, code: 'NotPossibleNow', detail: expect.stringContaining(words) })
  for (const name of ['pauseProgram', 'resumeProgram', 'stopProgram'] as const) {
    expect(await refusal(steer(name, draft)), name).toMatchObject(never('is draft'))
  }
  expect(await refusal(steer('resumeProgram', running))).toMatchObject(never('is running'))
  expect(await steer('pauseProgram', running)).toMatchObject({ status: 'paused' })
  expect(await refusal(steer('pauseProgram', running))).toMatchObject(never('is paused'))
  expect(await refusal(start(running.programId))).toMatchObject(never('paused already'))
  expect(await steer('resumeProgram', running)).toMatchObject({ status: 'running', slippedWeeks: 0 })
  expect(await steer('pauseProgram', running)).toMatchObject({ status: 'paused' })
  expect(await steer('stopProgram', running)).toMatchObject({ status: 'stopped' })
  for (const name of ['pauseProgram', 'resumeProgram', 'stopProgram'] as const) {
    expect(await refusal(steer(name, running)), name).toMatchObject(never('is stopped'))
  }
  const noReason = owner('stopProgram', { path: draft.path, body: { reason: '  ' } })
  expect(await refusal(noReason)).toEqual(naming('reason', 'Say why'))
  expect((await read(running.programId)).history.map(({ action }) => action)).toEqual([
    'start',
    'pause',
    'resume',
    'pause',
    'stop',
  ])
})

test('a start date that has passed since the draft was made is refused', async () => {
  const { programId } = await draftPilot(platform, '2027-03-07')
  await platform.jumpTo('2027-03-08T10:00:00Z')
  expect(await refusal(start(programId))).toEqual(naming('startDate', '2027-03-07 is past'))
  expect(await read(programId)).toMatchObject({ status: 'draft', version: 1 })
})

test('a program over a clock change opens at 09:00 and is checked at 16:00 on its own clocks', async () => {
  const berlin = await runPilot(platform, '2027-03-22')
  const newYork = await runPilot(platform, '2027-03-09', { zone: 'America/New_York' })
  const local = (instant: string | undefined, zone: string) =>
    new Date(instant!).toLocaleString('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
  const { weeks } = await owner('getTimeline', { path: berlin.path })
  expect(
    weeks.map(({ opensAt, checksAt }) => [local(opensAt, 'Europe/Berlin'), local(checksAt, 'Europe/Berlin')]),
  ).toEqual([
    ['2027-03-22 09:00', '2027-03-26 16:00'],
    ['2027-03-29 09:00', '2027-04-02 16:00'],
    ['2027-04-05 09:00', '2027-04-09 16:00'],
    ['2027-04-12 09:00', '2027-04-16 16:00'],
  ])
  expect(weeks.map(({ opensAt }) => opensAt.slice(11, 16))).toEqual(['08:00', '07:00', '07:00', '07:00'])
  const pass = async ({ path }: typeof berlin) => {
    for (const [fact, whole] of [
      ['kpi-owners-named', 6],
      ['baseline-captured', 2],
    ] as const) {
      const value = { kind: 'ratio', part: whole, whole } as const
      await owner('attestFact', { path, body: { fact, gate: 'W01', value, source: 'Known before' } })
    }
  }
  await pass(berlin)
  await pass(newYork)
  await platform.jumpTo('2027-03-29T07:00:00Z')
  const w12 = await owner('getGate', { path: { ...berlin.path, gate: 'W12' } })
  expect(w12).toMatchObject({ status: 'open', openedAt: '2027-03-29T07:00:00.000Z' })
  // America changed its clocks on 14 March, between week 1 and week 2.
  const american = await owner('getGate', { path: { ...newYork.path, gate: 'W12' } })
  expect(american.openedAt).toBe('2027-03-15T13:00:00.000Z')
  await owner('stopProgram', { path: berlin.path, body: { reason: 'Only a trial' } })
  await owner('stopProgram', { path: newYork.path, body: { reason: 'Only a trial' } })
})
