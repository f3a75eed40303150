import type { SelectionForm } from '@pilotgate/core/selection/forms/forms'
import { beforeAll, describe, expect, test } from 'vitest'
import type { TaskView } from '../../../packages/local/src/simulate/answers.ts'
import { naming, refusal } from '../platform.ts'
import { nameOf, saying, scores, staff, startSelection } from './selection.ts'

const flow = await startSelection()
const { platform, owner, path, as, idOf } = flow
const manager = await as(staff.manager)
const candidate = await as(staff.internalCoach)
const dayAt = (days: number) => new Date(platform.clock.now() + days * 86_400_000).toISOString().slice(0, 10)
const session = (on: string, recorded = false) => ({ on, minutes: 60, recorded })
const sent = async (email: string, task: TaskView, answer: unknown) =>
  (await as(email))('answerTask', { path: { ...path, taskId: task.taskId }, body: { answer: answer as SelectionForm } })
let candidacyId: string

test('a manager nominates; the lead checks the application that was handed in', async () => {
  const body = { personId: idOf(staff.internalCoach), path: 'internal-coach', why: 'Her team asks her.' } as const
  candidacyId = (await manager('openCandidacy', { path, body })).candidacyId
  await platform.settled()
  await flow.drive(candidacyId, { until: 'check' })
  const { answers, rules } = await flow.materialOf(await flow.taskOf(candidacyId, 'check'))
  expect(rules.map(({ rule }) => rule)).toEqual(['S-I'])
  expect(answers).toMatchObject([{ byName: 'Vera Vogel', answer: { kind: 'internal-coach-application' } }])
})

test('both simulations are scored beside each other, with the stance test', async () => {
  await flow.drive(candidacyId, { until: 'simulation-performance' })
  const { at } = await flow.candidacy(candidacyId)
  expect(at.map(({ step }) => step)).toEqual(['simulation-performance', 'simulation-transition'])
  const { rubric } = await flow.materialOf(await flow.taskOf(candidacyId, 'panel'))
  expect(rubric!.knockOuts).toHaveLength(1)
  await flow.drive(candidacyId, { until: 'practice' })
  expect(await flow.stepOf(candidacyId, 'simulation-transition')).toMatchObject({ status: 'passed' })
})

describe('practice under supervision', () => {
  test('too short, with too little recorded: on hold, with what is asked for', async () => {
    await flow.later(6)
    const sessions = [4, 3, 3, 2, 2, 1, 1].map((ago) => session(dayAt(-ago), ago === 4))
    const practice: SelectionForm = { kind: 'practice', sessions, learned: 'To wait.' }
    await flow.answer(await flow.taskOf(candidacyId, 'practice'), practice)
    await platform.settled()
    const { at } = await candidate('getCandidacy', { path: { ...path, candidacyId } })
    expect(at).toMatchObject([
      {
        status: 'on hold',
        missing: ['7 coached hours', 'span 4 days', 'recorded sessions: 1'].map((each) =>
          expect.stringContaining(each),
        ),
      },
    ])
    await owner('resumeCandidacy', { path: { ...path, candidacyId }, body: { step: 'practice' } })
    await platform.settled()
  })

  test('sessions that lie in the future are refused one by one', async () => {
    const task = await flow.taskOf(candidacyId, 'practice')
    const sessions = [session(dayAt(-1)), session(dayAt(2))]
    const answer: SelectionForm = { kind: 'practice', sessions, learned: 'To wait.' }
    expect(await refusal(flow.answer(task, answer))).toEqual(naming('answer.sessions.1.on', 'Lies in the future'))
  })
})

test('the supervisor reviews the recordings; then three documents are signed by whom they concern', async () => {
  await flow.drive(candidacyId, { until: 'recordings' })
  const review = await flow.taskOf(candidacyId, 'recordings')
  expect(review.personId).toBe(idOf(staff.supervisor))
  expect((await flow.materialOf(review)).answers).toMatchObject([{ answer: { kind: 'practice' } }])
  await flow.drive(candidacyId, { until: 'role-profile' })
  const asked = await flow.tasksOf(candidacyId, 'open')
  const byRequirement = asked.map(({ selection, personId }) => [selection!.requirement, personId])
  expect(Object.fromEntries(byRequirement)).toEqual({
    'time-allocation-manager': idOf(staff.manager),
    'time-allocation-candidate': idOf(staff.internalCoach),
    'confidentiality-candidate': idOf(staff.internalCoach),
    'role-profile-candidate': idOf(staff.internalCoach),
    'role-profile-lead': idOf(staff.coachLead),
  })
})

describe('what is signed', () => {
  let document: TaskView
  let allocation: TaskView
  const signature = (more: object = {}) => ({
    kind: 'signature',
    version: 1,
    name: nameOf(staff.internalCoach),
    ...more,
  })

  beforeAll(async () => {
    document = await flow.taskOf(candidacyId, 'confidentiality-candidate')
    allocation = await flow.taskOf(candidacyId, 'time-allocation-manager')
  })

  test('takes the own name and the present version', async () => {
    const refused = async (more: object) => refusal(sent(staff.internalCoach, document, signature(more)))
    expect(await refused({ name: 'Wanda Weber' })).toEqual(naming('answer.name', '"Vera Vogel"'))
    expect(await refused({ version: 2 })).toEqual(naming('answer.version', 'is at version 1'))
    expect(await refused({ version: 0 })).toEqual(naming('answer.version', '1'))
    expect(await refused({ name: '' })).toEqual(naming('answer.name', 'Is empty'))
  })

  test('is signed by nobody else: not the lead, not the owner, not the manager', async () => {
    const statuses = []
    for (const email of [staff.coachLead, staff.owner, staff.manager, staff.coach]) {
      statuses.push((await refusal(sent(email, document, signature({ name: nameOf(email) })))).status)
    }
    expect(statuses).toEqual([404, 403, 404, 404])
  })

  test.each([
    [undefined, 'Is missing'],
    [5, '10 to 20'],
    [25, '10 to 20'],
    [12.5, 'int'],
  ])('a manager protects no %j per cent', async (protectedPercent, words) => {
    const given = { ...signature({ name: nameOf(staff.manager) }), protectedPercent }
    expect(await refusal(sent(staff.manager, allocation, given))).toEqual(naming('answer.protectedPercent', words))
  })
})

test('signed by all, the calibration is next', async () => {
  await flow.drive(candidacyId, { until: 'calibration' })
  const { answers } = await flow.candidacy(candidacyId)
  const signed = answers.flatMap(({ answer, by }) => (answer.kind === 'signature' ? [{ ...answer, by }] : []))
  expect(signed).toHaveLength(5)
  expect(signed.find(({ by }) => by === idOf(staff.manager))).toMatchObject({ protectedPercent: 15 })
})

describe('the calibration', () => {
  const named = async (...emails: string[]) =>
    flow.answer(await flow.taskOf(candidacyId, 'panel'), { kind: 'panel', members: emails.map(idOf) })

  test.each([
    ['the supervisor', [staff.hrHead, staff.sponsor, staff.lead], 'Not seated: supervisor.'],
    ['a sponsor', [staff.hrHead, staff.supervisor, staff.owner], 'Not seated: sponsor.'],
    ['enough members', [staff.hrHead, staff.supervisor], 'at least 3'],
  ])('needs %s', async (_, emails, words) => {
    expect(await refusal(named(...emails))).toEqual(naming('answer.members', words))
  })

  test('with HR head, supervisor and sponsor appoints a coach in training', async () => {
    await named(staff.hrHead, staff.supervisor, staff.sponsor)
    await flow.drive(candidacyId, { say: saying('scores', (material) => scores(material, 4)) })
    expect(await flow.candidacy(candidacyId)).toMatchObject({ status: 'appointed' })
    const { items } = await owner('listCredentials', { path })
    expect(items).toMatchObject([
      { path: 'internal-coach', level: 'coach in training', calibration: { median: 4, members: 3 } },
    ])
    expect(await flow.executions('internal-coach')).toEqual({ [flow.executionOf(candidacyId)]: 'SUCCEEDED' })
    expect((await flow.kindsTo(staff.internalCoach)).at(-1)).toBe('candidate-appointed')
    const again = candidate('openCandidacy', { path, body: { personId: 'me', path: 'internal-coach' } })
    expect(await refusal(again)).toMatchObject({ detail: expect.stringContaining('passed already') })
  })
})
