import type { SelectionForm } from '@pilotgate/core/selection/forms/forms'
import { describe, expect, test } from 'vitest'
import type { TaskView } from '../../../packages/local/src/simulate/answers.ts'
import { naming, refusal } from '../platform.ts'
import { saying, scores, staff, startSelection } from './selection.ts'

const flow = await startSelection()
const { platform, path, as, idOf } = flow
const [owner, lead] = [await as(staff.owner), await as(staff.coachLead)]
const candidacyId = await flow.open(staff.internalCoach, 'internal-coach')
const conflicts = [idOf(staff.sponsor)]
const application: SelectionForm = {
  kind: 'internal-coach-application',
  examples: ['Asked.'],
  motivation: 'Teams.',
  conflicts,
}
await flow.drive(candidacyId, { until: 'panel', say: saying('internal-coach-application', () => application) })
const members = [staff.hrHead, staff.learningDirector, staff.supervisor].map(idOf)
const marks = { listening: 4, curiosity: 2, 'difficult-conversations': 4 }
const note = 'Only the author reads this before the end.'
const well: SelectionForm = { kind: 'scores', marks, rules: {}, note }
const sent = async (email: string, task: TaskView, answer: unknown) =>
  (await as(email))('answerTask', { path: { ...path, taskId: task.taskId }, body: { answer: answer as SelectionForm } })

describe('a panel is refused', () => {
  const named = async (...people: string[]) =>
    refusal(sent(staff.coachLead, await flow.taskOf(candidacyId, 'panel'), { kind: 'panel', members: people }))
  const [one, two] = members as [string, string, string]

  test.each([
    ['of one', () => [one], 'answer.members', 'at least 2'],
    ['of the same person twice', () => [one, one], 'answer.members.1', 'twice'],
    ['with the candidate', () => [one, idOf(staff.internalCoach)], 'answer.members.1', 'Is the candidate.'],
    ['with their manager', () => [one, two, idOf(staff.manager)], 'answer.members.2', "candidate's manager"],
    ['with whom they named', () => [idOf(staff.sponsor), two], 'answer.members.0', 'conflict of interest'],
    ['with somebody unknown', () => [one, 'nobody'], 'answer.members.1', 'Add them to the roster'],
    ['with a participant', () => [one, idOf(staff.participant)], 'answer.members.1', 'May not judge'],
    ['with a coach who has not passed', () => [one, idOf(staff.coach)], 'answer.members.1', 'valid credential'],
    ['by e-mail address', () => [one, staff.hrHead], 'answer.members.1', 'personId'],
  ])('%s', async (_, people, field, words) => {
    expect(await named(...people())).toEqual(naming(field, words))
  })

  test('that meets in the past, or in half a year', async () => {
    const task = await flow.taskOf(candidacyId, 'panel')
    for (const meetsOn of ['2027-01-01', '2027-07-01']) {
      const answer = { kind: 'panel', members, meetsOn }
      expect(await refusal(sent(staff.coachLead, task, answer))).toEqual(naming('answer.meetsOn', '60 days away'))
    }
  })

  test('and nobody in it is offered in the material of the task', async () => {
    const { eligible } = await flow.materialOf(await flow.taskOf(candidacyId, 'panel'))
    const offered = eligible!.map(({ personId }) => personId)
    expect(offered).toEqual(expect.arrayContaining(members))
    for (const email of [staff.internalCoach, staff.manager, staff.sponsor, staff.coach, staff.participant]) {
      expect(offered).not.toContain(idOf(email))
    }
  })
})

describe('scores', () => {
  let task: TaskView
  const by = staff.hrHead
  const withMarks = (more: object) => ({ ...well, marks: { ...marks, ...more } })

  test('are asked of the members, and of nobody else', async () => {
    await sent(staff.coachLead, await flow.taskOf(candidacyId, 'panel'), { kind: 'panel', members })
    await platform.settled()
    const asked = (await flow.tasksOf(candidacyId, 'open')).map(({ personId }) => personId!)
    expect(asked.toSorted()).toEqual(members.toSorted())
    task = await flow.taskOf(candidacyId, 'scores', by)
  })

  test.each([
    [0, 'from 1 to 5'],
    [6, 'from 1 to 5'],
    [3.5, 'whole number'],
    ['4', 'number'],
    [null, 'number'],
  ])('of %j are refused', async (mark, words) => {
    expect(await refusal(sent(by, task, withMarks({ listening: mark })))).toEqual(
      naming('answer.marks.listening', words),
    )
  })

  test('are refused with a dimension missing, unknown, or a rule that is not in the rubric', async () => {
    const { listening: _, ...less } = marks
    const missing = { ...well, marks: less }
    expect(await refusal(sent(by, task, missing))).toEqual(naming('answer.marks.listening', 'Give a mark'))
    expect(await refusal(sent(by, task, withMarks({ humour: 5 })))).toEqual(
      naming('answer.marks.humour', 'listening, curiosity'),
    )
    const rules = { 'reverted-to-telling': true }
    expect(await refusal(sent(by, task, { ...well, rules }))).toEqual(
      naming('answer.rules.reverted-to-telling', 'not in the rubric'),
    )
    expect(await refusal(sent(by, task, { kind: 'check', findings: [] }))).toMatchObject({ status: 400 })
    expect(await refusal(sent(by, task, undefined))).toEqual(naming('answer', 'scores'))
  })

  test('are given by the member alone: not by the owner, the lead or another member', async () => {
    for (const other of [staff.owner, staff.learningDirector]) {
      expect(await refusal(sent(other, task, well))).toMatchObject({ status: 403, code: 'NotAllowed' })
    }
    for (const other of [staff.coachLead, staff.internalCoach, staff.participant]) {
      expect(await refusal(sent(other, task, well))).toMatchObject({ status: 404 })
    }
  })

  test('once given stay as they are', async () => {
    await sent(by, task, well)
    expect(await sent(by, task, well)).toMatchObject({ status: 'done' })
    expect(await refusal(sent(by, task, withMarks({ listening: 5 })))).toMatchObject({ code: 'AlreadyDecided' })
  })
})

describe('while the panel is open', () => {
  const seen = async (email: string) => {
    const token = await platform.tokenOf(email)
    const tasks = await flow.tasksOf(candidacyId)
    const urls = [
      `candidacies/${candidacyId}`,
      'candidacies',
      'tasks?limit=100',
      'selection/agreement',
      ...tasks.flatMap(({ taskId }) => [`tasks/${taskId}`, `tasks/${taskId}/material`]),
    ]
    const answers = await Promise.all(
      urls.map((url) => platform.send('GET', `/v1/programs/${flow.programId}/${url}`, { token })),
    )
    return answers.map(({ text }) => text).join('\n')
  }
  const leak = /Only the author reads|"kind":"scores"|"overall":|"result":/
  const everybody = [
    ...[staff.owner, staff.coachLead, staff.lead, staff.operations, staff.supervisor, staff.learningDirector],
    ...[staff.internalCoach, staff.manager, staff.sponsor, staff.mentorLead, staff.participant],
  ]

  test.each(everybody)('%s sees no score of anybody else', async (email) => {
    const text = await seen(email)
    expect(text.match(leak)).toBeNull()
  })

  test('the author sees their own in the candidacy only as someone who may read it', async () => {
    expect((await seen(staff.hrHead)).match(leak)).toBeNull()
    await sent(staff.supervisor, await flow.taskOf(candidacyId, 'scores', staff.supervisor), well)
    const supervisor = await as(staff.supervisor)
    const { answers, steps } = await supervisor('getCandidacy', { path: { ...path, candidacyId } })
    const given = answers.filter(({ answer }) => answer.kind === 'scores')
    expect(given.map(({ by }) => by)).toEqual([idOf(staff.supervisor)])
    expect(steps.flatMap(({ rounds }) => rounds).filter(({ result }) => result)).toEqual([])
    expect(JSON.stringify(await platform.mails())).not.toContain(note)
  })

  test('no mail speaks of scores', async () => {
    expect((await platform.mails()).map(({ tags }) => tags.kind)).not.toContain('panel-disagreement')
  })
})

describe('once the last has scored', () => {
  test('the lead sees all, and hears that members lie far apart; nobody can score any more', async () => {
    const last = await flow.taskOf(candidacyId, 'scores')
    await sent(staff.learningDirector, last, { ...well, marks: { ...marks, curiosity: 4 }, note: 'The third.' })
    await platform.settled()
    const { answers } = await lead('getCandidacy', { path: { ...path, candidacyId } })
    expect(answers.filter(({ answer }) => answer.kind === 'scores')).toHaveLength(3)
    // Curiosity: 2, 2, 4 – below a median of 3, which every dimension needs.
    const { rounds } = await flow.stepOf(candidacyId, 'interview')
    expect(rounds[0]).toMatchObject({
      status: 'on hold',
      missing: [expect.stringContaining('Curiosity lies below a median of 3')],
      result: { disagreement: true, members: 3 },
    })
    expect(await flow.kindsTo(staff.coachLead)).toContain('panel-disagreement')
    expect(await flow.kindsTo(staff.internalCoach)).not.toContain('panel-disagreement')
    const late = sent(staff.learningDirector, last, well)
    expect(await refusal(late)).toMatchObject({ status: 409 })
  })

  test('the candidate sees what is missing, and never a score, a panel or a result', async () => {
    const candidate = await as(staff.internalCoach)
    const view = await candidate('getCandidacy', { path: { ...path, candidacyId } })
    expect(view.at).toMatchObject([{ step: 'interview', status: 'on hold' }])
    expect(view.answers.map(({ by }) => by)).toEqual([idOf(staff.internalCoach)])
    expect(JSON.stringify(view).match(/"marks":|"result":|"panel":|"members":|The third/)).toBeNull()
    const mails = JSON.stringify(await flow.mailsTo(staff.internalCoach))
    expect(mails).not.toContain(note)
    expect(mails).not.toContain('The third.')
  })

  test('who was not scored in time is not waited for: the rubric’s least number is enough', async () => {
    await owner('resumeCandidacy', { path: { ...path, candidacyId }, body: { step: 'interview' } })
    await platform.settled()
    await sent(staff.coachLead, await flow.taskOf(candidacyId, 'panel'), { kind: 'panel', members })
    await platform.settled()
    for (const email of [staff.hrHead, staff.supervisor]) {
      await flow.answer(await flow.taskOf(candidacyId, 'scores', email), (material) => scores(material, 4))
    }
    const silent = await flow.taskOf(candidacyId, 'scores')
    await flow.later(20)
    expect(await flow.stepOf(candidacyId, 'interview')).toMatchObject({
      status: 'passed',
      rounds: [{}, { result: { members: 2, overall: 4 } }],
    })
    expect(await refusal(sent(staff.learningDirector, silent, well))).toMatchObject({ code: 'NotPossibleNow' })
  })
})
