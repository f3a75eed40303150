import { expect, test } from 'vitest'
import { profileOf } from '../../matching/review/world.ts'
import { refusal } from '../platform.ts'
import { scores, staff, startSelection } from './selection.ts'

const flow = await startSelection()
const { platform, owner, path, as } = flow
const [coach, lead] = [await as(staff.coach), await as(staff.coachLead)]
const mine = { ...path, personId: 'me' }
let candidacyId: string

test('a coach applies: the machine asks for the application, by task and mail', async () => {
  await coach('registerProvider', { path: mine, body: profileOf('coach') })
  candidacyId = await flow.open(staff.coach, 'external-coach')
  expect(candidacyId).toBe(`${flow.idOf(staff.coach)}.01`)
  const tasks = await flow.tasksOf(candidacyId)
  expect(tasks).toMatchObject([{ gate: 'S-C1', kind: 'select', status: 'open', title: 'Apply as a coach' }])
  const [mail] = (await flow.mailsTo(staff.coach)).filter(({ tags }) => tags.kind === 'selection-asked')
  expect(mail!.text).toContain(`/tasks/${encodeURIComponent(tasks[0]!.taskId)}`)
  expect(await flow.executions('external-coach')).toEqual({ [flow.executionOf(candidacyId)]: 'RUNNING' })
})

test('who has not passed is not selected, whoever asks for it', async () => {
  const call = lead('changeProviderStatus', {
    path: { ...path, personId: flow.idOf(staff.coach) },
    body: { status: 'selected', reason: 'I know her.' },
  })
  expect(await refusal(call)).toMatchObject({ code: 'NotPossibleNow', detail: expect.stringContaining('open one') })
  expect(await flow.providerOf(staff.coach)).toMatchObject({ status: 'not selected' })
})

test('the application goes to the lead, who checks it with a finding for each rule', async () => {
  await flow.answer(await flow.taskOf(candidacyId, 'application'))
  await platform.settled()
  const check = await flow.taskOf(candidacyId, 'check')
  expect(check.personId).toBe(flow.idOf(staff.coachLead))
  const material = await flow.materialOf(check)
  expect(material.rules.map(({ rule }) => rule)).toEqual(['S-C1', 'S-C2'])
  expect(material.answers).toMatchObject([{ byName: 'Wanda Weber', answer: { kind: 'coach-application' } }])
  await flow.answer(check)
  await platform.settled()
  expect(await flow.stepOf(candidacyId, 'application')).toMatchObject({ status: 'passed' })
  expect(await flow.stepOf(candidacyId, 'live-demo')).toMatchObject({ status: 'open' })
})

test('the panel scores five dimensions, all at once and each twice; its result is there with the last', async () => {
  await flow.drive(candidacyId, { until: 'scores' })
  const members = await flow.tasksOf(candidacyId, 'open')
  await Promise.all([...members, ...members].map((task) => flow.answer(task, (material) => scores(material, 4))))
  await platform.settled()
  const { rounds, status } = await flow.stepOf(candidacyId, 'live-demo')
  expect(status).toBe('passed')
  expect(rounds[0]!.result).toMatchObject({ members: 3, overall: 4, disagreement: false })
  expect(rounds[0]!.result!.dimensions.map(({ dimension }) => dimension)).toEqual([
    'challenge-skill',
    'behavioural-tools',
    'confidentiality-practice',
    'context-fluency',
    'measurable-outcomes',
  ])
  const { at } = await flow.candidacy(candidacyId)
  expect(at.map(({ step }) => step)).toEqual(['references', 'demo-review', 'co-coaching', 'documents'])
})

test('each referee gets a link of their own, reads and answers without a sign-in', async () => {
  await flow.answer(await flow.taskOf(candidacyId, 'referees'))
  const keys = await flow.referenceKeys()
  expect([...keys.keys()].toSorted()).toEqual(['wanda@birke.example', 'wanda@fjord.example'])
  const [key, otherKey] = keys.values()
  const read = await platform.send('POST', '/v1/references/read', { body: { key } })
  expect(read.body).toMatchObject({ candidateName: 'Wanda Weber', service: 'coach', open: true })
  const answer = {
    kind: 'reference',
    behaviourChanged: true,
    whatChanged: 'Delegates.',
    measuredBy: 'Decisions in teams',
    confidentialityKept: true,
    recommend: 5,
  }
  const given = await platform.send('POST', '/v1/references', { body: { key, answer } })
  expect(given).toMatchObject({ status: 200, body: { open: false, answeredAt: expect.any(String) } })
  await platform.settled()
  expect(await flow.stepOf(candidacyId, 'references')).toMatchObject({ status: 'open' })
  expect(await platform.send('POST', '/v1/references', { body: { key, answer } })).toMatchObject({ status: 200 })
  const changed = { key, answer: { ...answer, behaviourChanged: false } }
  expect(await platform.send('POST', '/v1/references', { body: changed })).toMatchObject({
    status: 409,
    body: { code: 'AlreadyDecided' },
  })
  await platform.send('POST', '/v1/references', { body: { key: otherKey, answer } })
  await platform.settled()
  expect(await flow.stepOf(candidacyId, 'references')).toMatchObject({ status: 'passed' })
  const { references, answers } = await flow.candidacy(candidacyId)
  expect(references).toHaveLength(2)
  expect(answers.filter(({ requirement }) => requirement === 'reference').map(({ byName }) => byName)).toEqual(
    Array(2).fill('Client of Wanda Weber'),
  )
})

test('the calibration panel sees the evidence, and appoints', async () => {
  await flow.drive(candidacyId, { until: 'scores' })
  const material = await flow.materialOf(await flow.taskOf(candidacyId, 'scores'))
  expect(new Set(material.answers.map(({ answer }) => answer.kind))).toEqual(
    new Set(['coach-application', 'check', 'reference', 'observation']),
  )
  await flow.drive(candidacyId)
  expect(await flow.candidacy(candidacyId)).toMatchObject({ status: 'appointed', at: [] })
  expect(await flow.executions('external-coach')).toEqual({ [flow.executionOf(candidacyId)]: 'SUCCEEDED' })
  const personId = flow.idOf(staff.coach)
  expect((await owner('listCredentials', { path })).items).toMatchObject([
    { personId, name: 'Wanda Weber', service: 'coach', status: 'valid', calibration: { median: 5, members: 3 } },
  ])
  expect(await flow.providerOf(staff.coach)).toMatchObject({ status: 'selected' })
  expect((await flow.kindsTo(staff.coach)).at(-1)).toBe('candidate-appointed')
})

test('somebody nominated by the lead comes to the first task just so, with the reason kept', async () => {
  const body = { personId: flow.idOf(staff.otherCoach), path: 'external-coach' } as const
  expect(await refusal(lead('openCandidacy', { path, body }))).toMatchObject({ problems: [{ field: 'why' }] })
  const opened = await lead('openCandidacy', { path, body: { ...body, why: 'Coached our sister company.' } })
  await platform.settled()
  expect(opened.nomination).toEqual({ by: flow.idOf(staff.coachLead), why: 'Coached our sister company.' })
  expect(await flow.kindsTo(staff.otherCoach)).toEqual(['selection-asked'])
})

test('nobody is told a secret: not in answers of the API, not in mails to others', async () => {
  const keys = [...(await flow.referenceKeys()).values()]
  const secrets = keys.map((key) => Buffer.from(key, 'base64url').toString().split('\n')[3]!)
  const token = await platform.tokenOf(staff.owner)
  const base = `/v1/programs/${flow.programId}`
  const tasks = await flow.tasksOf(candidacyId)
  const urls = [
    `/candidacies/${candidacyId}`,
    '/candidacies',
    '/tasks?limit=100',
    '/credentials',
    '/mails?limit=100',
    ...tasks.map(({ taskId }) => `/tasks/${taskId}/material`),
  ]
  expect(secrets).toHaveLength(2)
  for (const url of urls) {
    const { status, text } = await platform.send('GET', `${base}${url}`, { token })
    expect(status, url).toBe(200)
    for (const secret of [...secrets, ...keys]) expect(text, url).not.toContain(secret)
    expect(text, url).not.toMatch(/holdToken|"secret"/)
  }
  const mails = (await platform.mails()).filter(({ to }) => !to[0]!.startsWith('wanda@'))
  for (const key of keys) expect(JSON.stringify(mails)).not.toContain(key)
})
