import { consentTextVersion } from '@pilotgate/core/intake/consent'
import type { DraftAnswers } from '@pilotgate/core/intake/intake-form'
import { describe, expect, test } from 'vitest'
import { completeAnswers, vagueGoal } from '../intake/answers.ts'
import { type Pilot, people, row, runPilot, saveShortPilot, smallRoster } from './pilot.ts'
import { naming, refusal, startPlatform } from './platform.ts'

const platform = await startPlatform('2027-01-03T18:00:00Z')
const gate = { responsible: ['program lead'], asks: [], decides: 'rule', choices: [], scaleDecision: false } as const
const passes = (fact: string, threshold: number) => ({
  words: `${fact} at least ${threshold}`,
  all: [{ rule: 'at-least' as const, fact, threshold }],
})

/** Two weeks: one by the size of the cohort, then one that waits for the intake of everyone. */
const templateId = await saveShortPilot(platform, 'intake-pilot', {
  weeks: 2,
  addGates: [
    {
      ...gate,
      gate: 'W01',
      week: 1,
      title: 'Scope',
      work: ['Scope'],
      choices: [],
      criterion: passes('cohort-size', 1),
      responsible: ['program lead'],
      asks: [],
    },
    {
      ...gate,
      gate: 'W02',
      week: 2,
      title: 'Intake',
      work: ['Intake'],
      choices: [],
      criterion: passes('intake-completion', 0.9),
      responsible: ['program lead'],
      asks: [],
    },
  ],
})
const roster = smallRoster(row(`hiro.hoffmann@nordlicht.example`, 'matching owner'))
const pilot = await runPilot(platform, '2027-01-04', { templateId, roster })
const { owner, path } = pilot
const participant = await platform.as(people.participant)
const other = await platform.as(people.otherParticipant)
const sponsor = await platform.as(people.sponsor)
const me = { ...path, personId: 'me' }
const idOf = async (email: string, { owner: reader, path: at }: Pilot = pilot) =>
  (await reader('listPeople', { path: at, query: { limit: 100 } })).items.find((person) => person.email === email)!
    .personId
const subjects = async (email: string) =>
  (await platform.mails()).filter(({ to }) => to[0] === email).map(({ tags }) => tags.kind)
const save = (client: typeof owner, version: number, body: DraftAnswers) =>
  client('saveIntake', { path: me, body, headers: { 'if-match': `"${version}"` } })
const choose = (choices: { group: 'goals' | 'needs' | 'project'; purpose: 'matching'; granted: boolean }[]) =>
  participant('changeConsent', { path: me, body: { textVersion: consentTextVersion, choices } })

test('nobody is asked before the week of the intake', async () => {
  expect(await refusal(participant('getIntake', { path: me }))).toMatchObject({ code: 'NotFound' })
  expect(await owner('listIntakes', { path })).toEqual({ items: [], completion: { submitted: 0, participants: 2 } })
})

test('the week that looks at the intake invites by mail, with a link to the own page', async () => {
  await platform.jumpTo('2027-01-11T09:00:00Z')
  const personId = await idOf(people.participant)
  const mail = (await platform.mails()).find(
    ({ to, tags }) => to[0] === people.participant && tags.kind === 'intake-invited',
  )!
  expect(mail.subject).toContain('Please tell us your goals by Friday 15 January')
  expect(mail.text).toContain(`/programs/${path.programId}/intake/${personId}`)
  expect(await owner('inviteToIntake', { path })).toEqual({ invited: [] })
  expect(await participant('getIntake', { path: me })).toMatchObject({ personId, status: 'invited', version: 1 })
})

test('the form says its version, schema and words to anyone signed in', async () => {
  const stranger = await platform.as(people.stranger)
  const form = await stranger('getIntakeForm')
  expect(form).toMatchObject({ formVersion: 1, consentTextVersion, schema: { type: 'object' } })
  expect(form.vocabulary.triggers).toContain('performance gap')
  expect(await platform.send('GET', '/v1/intake-form')).toMatchObject({ status: 401 })
})

test('answers are saved on the way, with the version that was read', async () => {
  expect(await save(participant, 1, { role: 'Team lead' })).toMatchObject({ version: 2, status: 'started' })
  expect(await refusal(save(participant, 1, { role: 'Other' }))).toMatchObject({ status: 412, code: 'StaleVersion' })
  const token = await platform.tokenOf(people.participant)
  const url = `/v1/programs/${path.programId}/intake/me`
  expect(await platform.send('PUT', url, { token, body: {} })).toMatchObject({ status: 428 })
  const bad = await refusal(save(participant, 2, { triggers: ['bored'], shoeSize: 44 } as never))
  expect(bad).toEqual(naming('triggers.0', 'Invalid option'))
  expect(bad).toEqual(naming('shoeSize', 'not known'))
})

test('an incomplete one cannot be handed in, a vague goal sends it back', async () => {
  expect(await refusal(participant('submitIntake', { path: me }))).toEqual(naming('goals', 'Is missing.'))
  await save(participant, 2, completeAnswers({ goals: [vagueGoal] }))
  const sentBack = await participant('submitIntake', { path: me })
  expect(sentBack.status).toBe('sent back')
  expect(sentBack.problems.map(({ field }) => field)).toEqual(['goals.0.behaviour', 'goals.0.measure'])
  expect(await subjects(people.participant)).toContain('intake-sent-back')
})

describe('consent', () => {
  test('is chosen for several at once, and decides what the services rest on', async () => {
    expect(await participant('getConsent', { path: me })).toMatchObject({ granted: [], history: [] })
    const granted = await choose([
      { group: 'goals', purpose: 'matching', granted: true },
      { group: 'needs', purpose: 'matching', granted: true },
      { group: 'project', purpose: 'matching', granted: false },
    ])
    expect(granted.granted).toEqual([
      { group: 'goals', purpose: 'matching' },
      { group: 'needs', purpose: 'matching' },
    ])
    expect(granted.history).toHaveLength(2)
    await save(participant, 4, completeAnswers({ needs: { confidentiality: true, context: false } }))
    const submitted = await participant('submitIntake', { path: me })
    expect(submitted).toMatchObject({
      status: 'submitted',
      decision: { services: [{ service: 'coach', provider: 'external' }] },
    })
    const mail = (await platform.mails()).findLast(({ to }) => to[0] === people.participant)!
    expect(mail).toMatchObject({
      subject: expect.stringContaining('a coach for you'),
      tags: { kind: 'intake-submitted' },
    })
    expect(mail.text).toContain('external coach')
    expect(await refusal(participant('submitIntake', { path: me }))).toMatchObject({ code: 'AlreadyDecided' })
  })

  test('taken back, what rested on it is gone', async () => {
    const { history } = await choose([{ group: 'goals', purpose: 'matching', granted: false }])
    expect(history.at(-1)).toMatchObject({ group: 'goals', granted: false })
    expect((await participant('getIntake', { path: me })).decision).toBeUndefined()
    await choose([{ group: 'goals', purpose: 'matching', granted: true }])
    expect((await participant('getIntake', { path: me })).decision?.services).toHaveLength(1)
  })

  test.each([
    ['an unknown group', { group: 'diary', purpose: 'matching', granted: true }, 'choices.0.group'],
    ['an unknown purpose', { group: 'goals', purpose: 'gossip', granted: true }, 'choices.0.purpose'],
  ])('does not take %s', async (_, choice, field) => {
    const body = { textVersion: consentTextVersion, choices: [choice] } as never
    expect(await refusal(participant('changeConsent', { path: me, body }))).toEqual(naming(field, 'Invalid option'))
  })

  test('is nobody else’s', async () => {
    const body = { textVersion: 1, choices: [{ group: 'goals', purpose: 'hr', granted: true }] } as never
    const theirs = { ...path, personId: await idOf(people.participant) }
    expect(await refusal(owner('changeConsent', { path: theirs, body }))).toMatchObject({ code: 'NotAllowed' })
    expect(await refusal(other('changeConsent', { path: theirs, body }))).toMatchObject({ code: 'NotFound' })
  })
})

describe('who sees what', () => {
  const theirs = async () => ({ ...path, personId: await idOf(people.participant) })

  test('those who run the program see answers; other overseers only how far people are', async () => {
    expect((await owner('getIntake', { path: await theirs() })).answers.role).toBe('Engineering lead')
    const matchingOwner = await platform.as('hiro.hoffmann@nordlicht.example')
    expect((await matchingOwner('getIntake', { path: await theirs() })).status).toBe('submitted')
    expect(await refusal(sponsor('getIntake', { path: await theirs() }))).toMatchObject({ code: 'NotAllowed' })
    const list = await sponsor('listIntakes', { path })
    expect(list.completion).toEqual({ submitted: 1, participants: 2 })
    expect(JSON.stringify(list)).not.toMatch(/answers|Engineering lead|decision|services/)
    expect((await owner('listIntakes', { path })).items).toContainEqual(
      expect.objectContaining({ status: 'submitted', submissions: expect.any(Number), services: expect.any(Array) }),
    )
  })

  test('participants see their own, and nobody else’s', async () => {
    const unknown = await refusal(other('getIntake', { path: { ...path, personId: 'nobody' } }))
    const hidden = await refusal(other('getIntake', { path: await theirs() }))
    expect(hidden).toMatchObject({ status: 404, code: unknown.code })
    expect(await refusal(other('listIntakes', { path }))).toMatchObject({ code: 'NotAllowed' })
    const coach = await platform.as(people.coach)
    expect(await refusal(coach('getIntake', { path: await theirs() }))).toMatchObject({ code: 'NotAllowed' })
  })
})

test('those who run the program accept a goal that the check sent back, with a reason', async () => {
  const theirs = { ...path, personId: await idOf(people.otherParticipant) }
  const german = { ...completeAnswers().goals[0]!, behaviour: 'Entscheidungen schriftlich abgeben' }
  await save(other, 1, completeAnswers({ goals: [german] }))
  expect((await other('submitIntake', { path: me })).problems).toMatchObject([{ field: 'goals.0.behaviour' }])
  const accept = (client: typeof owner, body = { goal: 0, reason: 'Clear; it is in German.' }) =>
    client('acceptGoal', { path: theirs, body })
  expect(await refusal(accept(other))).toMatchObject({ code: 'NotAllowed' })
  expect(await refusal(accept(owner, { goal: 0, reason: '' }))).toEqual(naming('reason', 'Say why'))
  const lead = await platform.as(people.lead)
  expect(await accept(lead)).toMatchObject({
    status: 'submitted',
    problems: [],
    acceptedGoals: [{ goal: german, reason: 'Clear; it is in German.' }],
  })
  expect(await subjects(people.otherParticipant)).toContain('intake-submitted')
  const { version } = await other('getIntake', { path: me })
  expect(await save(other, version, { goals: [{ behaviour: 'Ask' }] })).toMatchObject({ status: 'started' })
})

test('the program owner decides other services, with a reason', async () => {
  const theirs = { ...path, personId: await idOf(people.participant) }
  const services = [
    { service: 'mentor', order: 1, cadence: 'monthly', length: '9 months', provider: 'internal' },
  ] as const
  const decided = await owner('overrideServices', {
    path: theirs,
    body: { services: [...services], reason: 'Has a coach.' },
  })
  expect(decided.decision).toMatchObject({ services, overrideReason: 'Has a coach.' })
  const lead = await platform.as(people.lead)
  const body = { services: [...services], reason: 'I think so' }
  expect(await refusal(lead('overrideServices', { path: theirs, body }))).toMatchObject({ code: 'NotAllowed' })
})

test('who has not submitted is reminded on Wednesday', async () => {
  await platform.jumpTo('2027-01-13T13:00:00Z')
  expect(await subjects(people.otherParticipant)).toEqual(expect.arrayContaining(['intake-invited', 'intake-reminded']))
  expect(await subjects(people.participant)).not.toContain('intake-reminded')
})

test('answers come from a file too; people submit them themselves, and the gate counts it', async () => {
  const csv = [
    'email,triggers,goal_1_behaviour,goal_1_situation,goal_1_measure,goal_1_date,goal_1_baseline,target_behaviours,project_name,project_kpi,project_complexity,role,seniority,tenure_years,languages,zone,availability,career_goal,promotion,confidentiality,context,skills_held,skills_wanted,impact_flags',
    `${people.otherParticipant},career transition,Ask two open questions,In the steering committee,3 of 4 meetings,2027-06-30,never,feedback,Atlas,releases,3,Lead,2,4,English,Europe/Berlin,Mon 09:00-12:00,Lead more,yes,no,no,python,-,-`,
    `${people.owner},career transition${','.repeat(22)}`,
  ].join('\n')
  const result = await owner('importAnswers', { path, body: { csv } })
  expect(result).toMatchObject({ saved: 1, problems: [{ row: 3, field: 'email' }] })
  expect(await owner('importAnswers', { path, body: { csv } })).toMatchObject({ saved: 0, unchanged: 1 })
  expect(await refusal(other('importAnswers', { path, body: { csv } }))).toMatchObject({ code: 'NotAllowed' })
  expect((await other('getIntake', { path: me })).answers).toMatchObject({ role: 'Lead', impactFlags: [] })
  expect(await other('submitIntake', { path: me })).toMatchObject({ status: 'submitted' })
  await platform.jumpTo('2027-01-15T16:00:00Z')
  const { evaluations } = await owner('getGate', { path: { ...path, gate: 'W02' } })
  expect(evaluations.at(-1)).toMatchObject({
    outcome: 'pass',
    conditions: [{ fact: 'intake-completion', source: { how: 'computed' } }],
  })
})

test('a computed fact cannot be stated by hand', async () => {
  const value = { kind: 'ratio', part: 2, whole: 2 } as const
  const body = { fact: 'intake-completion', gate: 'W02', value, source: 'Asked around' }
  expect(await refusal(owner('attestFact', { path, body }))).toMatchObject({ problems: [{ field: 'fact' }] })
})
