import { expect, test } from 'vitest'
import { type Pilot, people, provideW01, runPilot, saveShortPilot } from './pilot.ts'
import { naming, refusal, startPlatform } from './platform.ts'

const platform = await startPlatform('2027-01-03T18:00:00Z')
await saveShortPilot(platform)
const owner = await platform.as(people.owner)
const committee = [people.hrHead, people.learningDirector, people.sponsor, people.transformationLead, people.owner]

type Decision = Parameters<typeof decide>[2]
const decide = (
  pilot: Pilot,
  gate: string,
  body: { choice: string; reason?: string; [more: string]: unknown },
  client = owner,
) => client('decideGate', { path: { ...pilot.path, gate }, body: { reason: 'As discussed', ...body } as never })
const vote = async (pilot: Pilot, gate: string, email: string, choice: string) =>
  (await platform.as(email))('voteOnGate', {
    path: { ...pilot.path, gate },
    body: { choice, reason: 'I think so' } as never,
  })
const gateOf = (pilot: Pilot, gate: string) => owner('getGate', { path: { ...pilot.path, gate } })
const visits = async ({ path }: Pilot, state: string) => {
  await platform.settled()
  const { items } = await owner('getExecutionHistory', { path, query: { limit: 1000 } })
  return items.filter((event) => event.state === state && event.type.endsWith('Entered')).length
}
const executionOf = async ({ path }: Pilot) => (await owner('listExecutions', { path })).items[0]!

// Week 1 of every program ends on Friday 8 January, 16:00 in Berlin.
const names = ['waived', 'raced', 'remedied', 'pivoted', 'ended', 'passed', 'scaled'] as const
const pilots = {} as Record<(typeof names)[number], Pilot>
for (const name of names) pilots[name] = await runPilot(platform, '2027-01-04', { name: `Pilot ${name}` })

test('before its check a gate cannot be decided, nor voted on', async () => {
  const draftGate = await gateOf(pilots.waived, 'W01')
  expect(draftGate).toMatchObject({ status: 'planned', choices: ['remediate', 'waive', 'pivot', 'stop'] })
  expect(await refusal(decide(pilots.waived, 'W01', { choice: 'waive' }))).toMatchObject({
    status: 409,
    code: 'NotPossibleNow',
    detail: 'Gate W01 is planned: it is decided after its check on 2027-01-08T15:00:00.000Z.',
  })
  expect(await refusal(vote(pilots.waived, 'W12', people.sponsor, 'continue'))).toMatchObject({
    status: 409,
    code: 'NotPossibleNow',
    detail: expect.stringContaining('votes open after its check on 2027-01-15T15:00:00.000Z'),
  })
  expect(await refusal(vote(pilots.waived, 'W01', people.sponsor, 'waive'))).toMatchObject({
    status: 409,
    detail: 'Gate W01 is not decided by vote.',
  })
  expect(await refusal(decide(pilots.waived, 'W99', { choice: 'waive' }))).toMatchObject({ status: 404 })
  expect(await gateOf(pilots.waived, 'W01')).toEqual(draftGate)
})

test('a gate that passes by rule opens the next week by itself; nobody decides it again', async () => {
  await platform.jumpTo('2027-01-04T09:00:00Z')
  await provideW01(pilots.passed)
  await provideW01(pilots.scaled)
  await platform.jumpTo('2027-01-08T15:30:00Z')
  const gate = await gateOf(pilots.passed, 'W01')
  expect(gate).toMatchObject({
    status: 'closed',
    decisions: [{ choice: 'pass', authority: 'rule', by: 'gate check' }],
  })
  expect(await refusal(decide(pilots.passed, 'W01', { choice: 'stop' }))).toMatchObject({
    status: 409,
    code: 'AlreadyDecided',
    detail: expect.stringContaining('It cannot be decided twice'),
  })
  expect(await owner('getProgram', { path: pilots.passed.path })).toMatchObject({
    status: 'running',
    currentGate: 'W12',
  })
})

test('the evaluation shows each number with its source, and says which data is missing', async () => {
  const known = await gateOf(pilots.passed, 'W01')
  expect(known.evaluations).toMatchObject([
    {
      round: 1,
      at: '2027-01-08T15:00:00.000Z',
      outcome: 'pass',
      value: '100 % (6 of 6)',
      conditions: [
        {
          fact: 'kpi-owners-named',
          result: 'pass',
          value: { kind: 'ratio', part: 6, whole: 6 },
          source: { how: 'attested', at: '2027-01-04T09:00:00.000Z', note: 'Read off the KPI map' },
        },
        { fact: 'baseline-captured', result: 'pass' },
      ],
    },
  ])
  const missing = await gateOf(pilots.waived, 'W01')
  expect(missing).toMatchObject({ status: 'awaiting owner', decisions: [] })
  expect(missing.evaluations[0]!.outcome).toBe('inconclusive')
  expect(missing.evaluations[0]!.reasons).toEqual([
    expect.stringMatching(/^KPIs with a named owner: no data yet, needs at least 100 %; /),
    expect.stringMatching(/^Baseline captured: no data yet, needs at least 90 %; /),
  ])
})

test('only the program owner decides a gate of the rule; roles without a say learn who may', async () => {
  const before = await gateOf(pilots.waived, 'W01')
  const sponsor = await platform.as(people.sponsor)
  expect(await refusal(decide(pilots.waived, 'W01', { choice: 'waive' }, sponsor))).toMatchObject({
    status: 403,
    code: 'NotAllowed',
    detail: 'Only the program owner decides gate W01.',
  })
  const lead = await platform.as(people.lead)
  expect(await refusal(decide(pilots.waived, 'W01', { choice: 'waive' }, lead))).toMatchObject({
    status: 403,
    detail: expect.stringContaining('program owner, hr head, learning director, sponsor, transformation lead'),
  })
  const stranger = await platform.as(people.stranger)
  expect(await refusal(decide(pilots.waived, 'W01', { choice: 'waive' }, stranger))).toMatchObject({ status: 404 })
  expect(await gateOf(pilots.waived, 'W01')).toEqual(before)
})

test('a decision that lacks something is refused by field, and nothing is written', async () => {
  const before = await gateOf(pilots.waived, 'W01')
  const remedy = { choice: 'remediate', plan: 'Ask everyone again', recheckOn: '2027-01-13' }
  const cases: [body: Parameters<typeof decide>[2], field: string, words: string][] = [
    [{ ...remedy, plan: undefined }, 'plan', 'Say what will be done.'],
    [{ ...remedy, plan: '   ' }, 'plan', 'Say what will be done.'],
    [{ ...remedy, recheckOn: undefined }, 'recheckOn', 'Give the date of the recheck, YYYY-MM-DD.'],
    [{ ...remedy, recheckOn: '2027-01-07' }, 'recheckOn', 'must lie ahead (now it is 2027-01-08 in Europe/Berlin)'],
    [{ ...remedy, recheckOn: '2027-01-08' }, 'recheckOn', 'must lie ahead'],
    [{ ...remedy, recheckOn: '2028-01-07' }, 'recheckOn', 'pause the program for longer'],
    [{ ...remedy, recheckOn: '2027-02-30' }, 'recheckOn', 'date'],
    [{ choice: 'waive', recheckOn: '2027-01-13' }, 'recheckOn', 'Leave it out'],
    [{ choice: 'pivot' }, 'plan', 'Say what will be done.'],
    [{ choice: 'scale' }, 'choice', 'Choose one of: remediate, waive, pivot, stop.'],
    [{ choice: 'pass' }, 'choice', 'Choose one of'],
    [{ choice: 'perhaps' }, 'choice', ''],
    [{ choice: 'waive', reason: ' ' }, 'reason', 'Say why'],
    [{ choice: 'waive', by: 'me' }, 'by', 'Leave it out'],
  ]
  for (const [body, field, words] of cases) {
    expect(await refusal(decide(pilots.waived, 'W01', body)), JSON.stringify(body)).toEqual(naming(field, words))
  }
  expect(await gateOf(pilots.waived, 'W01')).toEqual(before)
})

test('of ten decisions at the same moment exactly one wins, and the machine goes on once', async () => {
  const choices: Decision[] = [
    ...Array.from({ length: 5 }, () => ({ choice: 'waive' })),
    ...Array.from({ length: 5 }, () => ({ choice: 'remediate', plan: 'Ask again', recheckOn: '2027-01-13' })),
  ]
  const results = await Promise.allSettled(choices.map((body) => decide(pilots.raced, 'W01', body)))
  const won = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
  expect(won).toHaveLength(1)
  for (const result of results) {
    if (result.status === 'rejected') {
      expect(result.reason.problem).toMatchObject({ status: 409, code: 'AlreadyDecided' })
    }
  }
  const gate = await gateOf(pilots.raced, 'W01')
  expect(gate.decisions).toEqual(won[0]!.decisions)
  expect(gate.decisions).toHaveLength(1)
  expect(await visits(pilots.raced, 'What was decided on W01?')).toBe(1)
  const { items } = await owner('listTasks', { path: pilots.raced.path, query: { gate: 'W01', status: 'open' } })
  expect(items.filter(({ kind }) => kind === 'decide')).toEqual([])
  expect(items.filter(({ kind }) => kind === 'do')).toHaveLength(gate.decisions[0]!.choice === 'remediate' ? 1 : 0)
  await owner('stopProgram', { path: pilots.raced.path, body: { reason: 'Only a trial' } })
})

test('a waived gate is closed with its reason, its open tasks are cancelled, and the next week is planned', async () => {
  const decided = await decide(pilots.waived, 'W01', { choice: 'waive', reason: 'The owners are known' })
  expect(decided).toMatchObject({
    status: 'closed',
    decisions: [{ round: 1, choice: 'waive', reason: 'The owners are known', authority: 'program owner' }],
  })
  await platform.settled()
  const { items } = await owner('listTasks', { path: pilots.waived.path, query: { gate: 'W01' } })
  expect(items.map(({ kind, status }) => `${kind} ${status}`).toSorted()).toEqual([
    'attest cancelled',
    'attest cancelled',
    'attest cancelled',
    'decide done',
  ])
  expect(await refusal(decide(pilots.waived, 'W01', { choice: 'stop' }))).toMatchObject({
    status: 409,
    code: 'AlreadyDecided',
    detail: 'Gate W01 was decided on 2027-01-08T15:30:00.000Z: waive. It cannot be decided twice.',
  })
  expect(await owner('getProgram', { path: pilots.waived.path })).toMatchObject({ currentGate: 'W12' })
  expect(await visits(pilots.waived, 'What was decided on W01?')).toBe(1)
})

test('a gate decided to stop ends the program', async () => {
  await decide(pilots.ended, 'W01', { choice: 'stop', reason: 'The budget is gone' })
  await platform.settled()
  const program = await owner('getProgram', { path: pilots.ended.path })
  expect(program.status).toBe('stopped')
  expect(program.history.at(-1)).toMatchObject({ action: 'stop', reason: 'The budget is gone' })
  expect((await executionOf(pilots.ended)).status).toBe('SUCCEEDED')
  expect(await refusal(decide(pilots.ended, 'W01', { choice: 'waive' }))).toMatchObject({
    status: 409,
    code: 'NotPossibleNow',
    detail: 'The program is stopped; its gates can no longer be decided.',
  })
})

test('a remedied gate asks again for what was missing and is judged anew on the day of the recheck', async () => {
  const pilot = pilots.remedied
  const lead = await platform.as(people.lead)
  await decide(pilot, 'W01', { choice: 'remediate', plan: 'Call everyone', recheckOn: '2027-01-12' })
  await platform.settled()
  expect(await gateOf(pilot, 'W01')).toMatchObject({ status: 'rechecking', checksAt: '2027-01-12T15:00:00.000Z' })
  const { items } = await owner('listTasks', { path: pilot.path, query: { status: 'open', gate: 'W01' } })
  const second = items.filter(({ round, kind }) => round === 2 && kind === 'attest')
  expect(second.map(({ fact }) => fact).toSorted()).toEqual([
    'baseline-captured',
    'baseline-captured',
    'kpi-owners-named',
  ])
  expect(items.find(({ kind }) => kind === 'do')).toMatchObject({
    title: 'Call everyone',
    dueAt: '2027-01-12T15:00:00.000Z',
  })
  const mine = second.find(({ fact }) => fact === 'kpi-owners-named')!
  await lead('answerTask', {
    path: { ...pilot.path, taskId: mine.taskId },
    body: { answer: { kind: 'ratio', part: 6, whole: 6 } },
  })
  for (const email of [people.participant, people.otherParticipant]) {
    const client = await platform.as(email)
    const own = (await client('listTasks', { path: pilot.path, query: { status: 'open' } })).items
    const task = own.find(({ round }) => round === 2)!
    await client('answerTask', {
      path: { ...pilot.path, taskId: task.taskId },
      body: { answer: { kind: 'yes-no', yes: true } },
    })
  }
  await platform.jumpTo('2027-01-12T15:00:00Z')
  const gate = await gateOf(pilot, 'W01')
  expect(gate.evaluations.map(({ round, outcome }) => `${round} ${outcome}`)).toEqual(['1 inconclusive', '2 pass'])
  expect(gate).toMatchObject({ status: 'closed', round: 2 })
  expect(gate.decisions.map(({ choice }) => choice)).toEqual(['remediate', 'pass'])
  await owner('stopProgram', { path: pilot.path, body: { reason: 'Only a trial' } })
})

test('a pivot makes a task that week 13 counts', async () => {
  const pilot = pilots.pivoted
  await decide(pilot, 'W01', { choice: 'pivot', plan: 'Start with half of the cohort' })
  await platform.jumpTo('2027-01-15T15:00:00Z')
  for (const email of committee.slice(0, 3)) await vote(pilot, 'W12', email, 'pivot')
  await decide(pilot, 'W12', { choice: 'pivot', plan: 'Two coaches change to group clinics' })
  await platform.jumpTo('2027-01-22T15:00:00Z')
  const missed = await gateOf(pilot, 'W13')
  expect(missed).toMatchObject({ status: 'awaiting owner', evaluations: [{ outcome: 'fail', value: '0 % (0 of 2)' }] })
  const lead = await platform.as(people.lead)
  const { items } = await lead('listTasks', { path: pilot.path, query: { status: 'open', mine: true } })
  const pivots = items.filter(({ kind }) => kind === 'do')
  expect(pivots.map(({ title }) => title)).toEqual([
    'Start with half of the cohort',
    'Two coaches change to group clinics',
  ])
  for (const { taskId } of pivots) {
    await lead('answerTask', { path: { ...pilot.path, taskId }, body: { note: 'Done, everyone knows' } })
  }
  await decide(pilot, 'W13', { choice: 'remediate', plan: 'Look again', recheckOn: '2027-01-23' })
  await platform.jumpTo('2027-01-23T15:00:00Z')
  expect(await gateOf(pilot, 'W13')).toMatchObject({ status: 'closed', round: 2 })
  await owner('stopProgram', { path: pilot.path, body: { reason: 'Only a trial' } })
})

test('the committee votes; a vote may change until the decision, and outsiders have none', async () => {
  const pilot = pilots.passed
  const task = async () =>
    (await (await platform.as(people.sponsor))('listTasks', { path: pilot.path, query: { gate: 'W12', mine: true } }))
      .items[0]!
  expect(await task()).toMatchObject({ kind: 'vote', status: 'open' })
  const byTask = (await platform.as(people.sponsor))('answerTask', {
    path: { ...pilot.path, taskId: (await task()).taskId },
    body: { note: 'Yes' },
  })
  expect(await refusal(byTask)).toMatchObject({ status: 409, detail: expect.stringContaining('/votes') })
  const outsider = await refusal(vote(pilot, 'W12', people.lead, 'continue'))
  expect(outsider).toMatchObject({ status: 403, code: 'NotAllowed', detail: expect.stringContaining('hr head') })
  expect(await refusal(vote(pilot, 'W12', people.sponsor, 'scale'))).toEqual(
    naming('choice', 'Choose one of: continue, pivot, stop.'),
  )
  expect((await gateOf(pilot, 'W12')).votes).toEqual([])
  await vote(pilot, 'W12', people.sponsor, 'stop')
  const changed = await vote(pilot, 'W12', people.sponsor, 'continue')
  expect(changed.votes.map(({ choice }) => choice)).toEqual(['continue'])
  expect(await task()).toMatchObject({ kind: 'vote', status: 'done' })
})

test('below the quorum, or for what few want, no decision is recorded; then the one most want is', async () => {
  const pilot = pilots.passed
  await vote(pilot, 'W12', people.hrHead, 'continue')
  expect(await refusal(decide(pilot, 'W12', { choice: 'continue' }))).toMatchObject({
    status: 409,
    code: 'QuorumNotMet',
    detail: 'The committee cannot decide W12 yet: 2 of 5 members have voted; the quorum is 3.',
  })
  await vote(pilot, 'W12', people.learningDirector, 'stop')
  expect(await refusal(decide(pilot, 'W12', { choice: 'stop' }))).toMatchObject({
    status: 403,
    code: 'NotAllowed',
    detail: 'Most votes are for "continue", so "stop" cannot be recorded.',
  })
  expect(await refusal(decide(pilot, 'W12', { choice: 'waive' }))).toEqual(naming('choice', 'continue, pivot, stop'))
  expect(await gateOf(pilot, 'W12')).toMatchObject({ status: 'awaiting steering', decisions: [] })
  const decided = await decide(pilot, 'W12', { choice: 'continue' })
  expect(decided.decisions).toMatchObject([{ choice: 'continue', authority: 'steering committee' }])
  expect(decided.decisions[0]!.votes).toHaveLength(3)
  expect(await refusal(vote(pilot, 'W12', people.owner, 'stop'))).toMatchObject({
    status: 409,
    code: 'AlreadyDecided',
    detail: expect.stringContaining('votes are closed'),
  })
  expect(await refusal(decide(pilot, 'W12', { choice: 'continue' }))).toMatchObject({ code: 'AlreadyDecided' })
  await platform.settled()
  expect((await owner('getProgram', { path: pilot.path })).currentGate).toBe('W13')
  expect(await visits(pilot, 'What was decided on W12?')).toBe(1)
})

test('a whole committee votes in the same moment and every vote counts', async () => {
  const voted = await Promise.all(committee.map((email) => vote(pilots.scaled, 'W12', email, 'continue')))
  expect(voted).toHaveLength(5)
  expect((await gateOf(pilots.scaled, 'W12')).votes).toHaveLength(5)
  const together = await Promise.allSettled([
    decide(pilots.scaled, 'W12', { choice: 'continue' }),
    decide(pilots.scaled, 'W12', { choice: 'continue' }, await platform.as(people.sponsor)),
  ])
  expect(together.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
})

test('the decision to scale brings a timeline, a budget, and a plan for each item that was missed', async () => {
  const pilot = pilots.scaled
  await platform.jumpTo('2027-02-01T09:00:00Z')
  const source = 'Survey of January'
  await owner('attestFact', {
    path: pilot.path,
    body: { fact: 'participant-rating', gate: 'W24', value: { kind: 'rating', median: 3, answers: 2 }, source },
  })
  await platform.jumpTo('2027-02-05T15:00:00Z')
  const before = await gateOf(pilot, 'W24')
  expect(before).toMatchObject({ status: 'awaiting steering', evaluations: [{ outcome: 'fail' }] })
  const early = await refusal(decide(pilot, 'W24', { choice: 'scale', timeline: 'In May', budget: '10,000 EUR' }))
  expect(early).toEqual(naming('remediationPlans.participant-rating', 'Say how it will be put right.'))
  for (const email of committee.slice(1)) await vote(pilot, 'W24', email, 'scale')
  const whole = { choice: 'scale', timeline: 'In May', budget: '10,000 EUR' }
  const plans = { 'participant-rating': 'Ask what was missed', 'session-attendance': 'Count the sessions' }
  const cases: [body: Parameters<typeof decide>[2], field: string, words: string][] = [
    [{ ...whole, timeline: undefined, remediationPlans: plans }, 'timeline', 'by when'],
    [{ ...whole, budget: '', remediationPlans: plans }, 'budget', 'with its currency'],
    [
      { ...whole, remediationPlans: { 'participant-rating': 'Ask what was missed' } },
      'remediationPlans.session-attendance',
      'Not met: Session attendance: no data',
    ],
    [
      { ...whole, remediationPlans: { ...plans, 'session-attendance': '' } },
      'remediationPlans.session-attendance',
      'how it will be put right',
    ],
  ]
  for (const [body, field, words] of cases) {
    expect(await refusal(decide(pilot, 'W24', body)), JSON.stringify(body)).toEqual(naming(field, words))
  }
  expect((await gateOf(pilot, 'W24')).decisions).toEqual([])
  await decide(pilot, 'W24', { ...whole, remediationPlans: plans })
  await platform.settled()
  expect(await owner('getProgram', { path: pilot.path })).toMatchObject({ status: 'completed', result: 'scale' })
  expect((await executionOf(pilot)).status).toBe('SUCCEEDED')
  const over = owner('stopProgram', { path: pilot.path, body: { reason: 'Too late' } })
  expect(await refusal(over)).toMatchObject({ status: 409, detail: expect.stringContaining('is completed') })
})
