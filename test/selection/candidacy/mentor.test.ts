import { appointCandidate } from '@pilotgate/core/selection/appoint-candidate'
import { askStep } from '@pilotgate/core/selection/ask-step'
import { beginCandidacy } from '@pilotgate/core/selection/begin-candidacy'
import { checkCommitment, remindOfCommitment } from '@pilotgate/core/selection/commitment-steps'
import { logCommitmentOutcome } from '@pilotgate/core/selection/log-commitment-outcome'
import { selectionPaths } from '@pilotgate/core/selection/paths/paths'
import { mentorCalibration } from '@pilotgate/core/selection/rubrics/mentor-calibration'
import { stepsOf } from '@pilotgate/core/selection/selection-path'
import { beforeEach, describe, expect, it } from 'vitest'
import * as form from './forms.ts'
import { mentorUntilAppointed, rightAnswers } from './walk.ts'
import { day, start, type World, world } from './world.ts'

let here: World
beforeEach(async () => {
  here = await world()
})

it('a mentor is appointed for a year, with the introductions of the last 18 months', async () => {
  const { id } = await mentorUntilAppointed(here)
  expect(await here.credential('mentor', 'mia')).toMatchObject({
    status: 'valid',
    calibration: { median: 4, members: 3 },
    introductions: 1,
    recertifyFrom: '2027-12-11T08:00:00.000Z',
    recertifyBy: '2028-01-11T08:00:00.000Z',
  })
  expect(await here.candidacy(id)).toMatchObject({ status: 'appointed' })
})

it('a new execution of an appointed mentor goes on to the sponsor action', async () => {
  const { id, appointed } = await mentorUntilAppointed(here)
  await beginCandidacy(here.at(day(1)), here.ref(id), 'another-execution')
  for (const { step } of stepsOf(selectionPaths['internal-mentor'])) {
    const token = `${step}-again`
    await askStep(here.at(day(1)), here.workflows, here.ref(id), step, token)
    expect(here.outputs(token)).toEqual([{ outcome: 'pass' }])
  }
  expect(await appointCandidate(here.at(day(1)), here.ref(id))).toEqual(appointed)
})

it('counts introductions of the 18 months before the application only', async () => {
  const { id } = await here.open('mia', 'internal-mentor')
  const met = (on: string) => ({ on, who: 'Ana', to: 'Ben', result: 'Met.' })
  await here.ask(id, 'application')
  const future = form.mentorApplication({ introductions: [met('2027-01-12')] })
  await expect(here.answer('mia', 'application', future)).rejects.toMatchObject({
    problems: [{ field: 'answer.introductions.0.on', problem: 'Lies in the future.' }],
  })
  const training = form.mentorApplication({ biasTraining: { completedOn: '2027-02-01', by: 'HR' } })
  await expect(here.answer('mia', 'application', training)).rejects.toMatchObject({
    problems: [{ field: 'answer.biasTraining.completedOn', problem: 'Lies in the future.' }],
  })
  const introductions = ['2025-07-10', '2025-07-11', '2027-01-11'].map(met)
  await here.answer('mia', 'application', form.mentorApplication({ introductions }))
  const candidacy = await here.candidacy(id)
  const rounds = stepsOf(selectionPaths['internal-mentor']).map(({ step }) => ({
    ...candidacy.rounds[0]!,
    step,
    status: 'passed' as const,
    panel: { rubricVersion: 1, members: ['sven'] },
  }))
  await here.write({ kind: 'candidacy', record: { ...candidacy, rounds }, expect: candidacy.version })
  const answer = form.scores(mentorCalibration, 5)
  const row = { candidacyId: id, step: 'calibration', round: 1, requirement: 'scores', by: 'sven', at: start }
  const record = {
    ...here.scope,
    ...row,
    id: `${id}.calibration.1.scores.sven`,
    version: 0,
    form: 'scores' as const,
    answer,
  }
  await here.write({ kind: 'selectionAnswer', record, expect: 0 })
  await appointCandidate(here.at(), here.ref(id))
  expect(await here.credential('mentor', 'mia')).toMatchObject({ introductions: 2 })
})

describe('steps of a mentor', () => {
  let id: string
  beforeEach(async () => {
    ;({ id } = await here.open('mia', 'internal-mentor'))
  })

  it('without endorsement of the manager ends in a rejection', async () => {
    await here.ask(id, 'endorsement')
    await expect(
      here.answer('manny', 'endorsement', { kind: 'endorsement', endorsed: true, note: 'x' }, start, 'olga'),
    ).rejects.toMatchObject({ code: 'NotAllowed' })
    await here.answer('manny', 'endorsement', { kind: 'endorsement', endorsed: false, note: 'No time.' })
    expect(await here.round(id, 'endorsement')).toMatchObject({
      status: 'rejected',
      reasons: ['The manager does not endorse (S-M5).'],
    })
  })

  it('without the manager in the program is on hold, with what to do', async () => {
    await here.leave('manny')
    await here.ask(id, 'endorsement')
    expect(await here.round(id, 'endorsement')).toMatchObject({
      status: 'on hold',
      missing: [expect.stringContaining('Add the manager to the roster')],
    })
  })

  it.each([
    ['another name', { name: 'Max Muster' }, 'answer.name'],
    ['a version that is not the present one', { version: 2 }, 'answer.version'],
  ])('a signature with %s is refused', async (_, more, field) => {
    await here.ask(id, 'clause')
    await expect(
      here.answer('mia', 'sponsorship-clause-candidate', form.signature('Mia Muster', more)),
    ).rejects.toMatchObject({ code: 'InvalidInput', problems: [{ field, problem: expect.any(String) }] })
  })

  it('nobody signs for somebody else', async () => {
    await here.ask(id, 'clause')
    for (const [by, code] of [
      ['olga', 'NotAllowed'],
      ['max', 'NotFound'],
    ] as const) {
      await expect(
        here.answer('mia', 'sponsorship-clause-candidate', form.signature('Mia Muster'), start, by),
      ).rejects.toMatchObject({ code })
    }
  })

  it('week 1: who fails the quiz takes it again, and need not sign again', async () => {
    await here.ask(id, 'course-week-1')
    const some = { kind: 'quiz' as const, answers: { ...rightAnswers, performance: 'a', harassment: 'a' } }
    await expect(here.answer('mia', 'quiz', { kind: 'quiz', answers: { performance: 'd' } })).rejects.toMatchObject({
      problems: expect.arrayContaining([expect.objectContaining({ field: 'answer.answers.performance' })]),
    })
    await here.answer('mia', 'quiz', some)
    await here.answer('mia', 'mentor-agreement-candidate', form.signature('Mia Muster'))
    expect(await here.round(id, 'course-week-1')).toMatchObject({
      status: 'on hold',
      missing: [expect.stringContaining('5 of 7 right')],
    })
    await here.ask(id, 'course-week-1', day(14))
    expect(await here.asked()).toEqual(['quiz mia'])
    await here.answer('mia', 'quiz', { kind: 'quiz', answers: rightAnswers }, day(15))
    expect(await here.round(id, 'course-week-1')).toMatchObject({ round: 2, status: 'passed' })
  })

  it('week 2: peers are other mentors without a conflict of interest', async () => {
    await here.ask(id, 'course-week-2')
    for (const [peers, words] of [
      [['mia'], 'Is the candidate'],
      [['max', 'max'], 'named twice'],
      [['sven'], 'no mentor of this program'],
    ] as const) {
      await expect(here.answer('mia', 'recording', form.recording(...peers))).rejects.toMatchObject({
        problems: [{ problem: expect.stringContaining(words) }],
      })
    }
    await here.answer('mia', 'recording', form.recording('max', 'maja'))
    await here.answer('max', 'peer-review', form.peerReview())
    expect(await here.round(id, 'course-week-2')).toMatchObject({ status: 'open' })
    await here.answer('maja', 'peer-review', form.peerReview({ specific: false }))
    expect(await here.round(id, 'course-week-2')).toMatchObject({
      status: 'on hold',
      missing: [expect.stringContaining('has to be specific')],
    })
  })

  it.each(['2027-01-11', '2027-03-13'])('week 4: an action due on %s is refused', async (dueOn) => {
    await here.ask(id, 'course-week-4')
    await expect(here.answer('mia', 'commitment', form.commitment(dueOn))).rejects.toMatchObject({
      problems: [{ field: 'answer.dueOn', problem: expect.stringContaining('60 days away at most') }],
    })
  })
})

describe('the sponsor action (S-M9)', () => {
  // Berlin: clocks go forward on 28 March 2027 and back on 31 October 2027.
  it.each([
    [
      'across no change',
      '2027-01-11T08:00:00.000Z',
      '2027-03-12',
      '2027-03-12T08:00:00.000Z',
      '2027-03-05T08:00:00.000Z',
    ],
    [
      'into summer time',
      '2027-02-01T08:00:00.000Z',
      '2027-04-02',
      '2027-04-02T07:00:00.000Z',
      '2027-03-26T08:00:00.000Z',
    ],
    [
      'into winter time',
      '2027-09-15T07:00:00.000Z',
      '2027-11-14',
      '2027-11-14T08:00:00.000Z',
      '2027-11-07T08:00:00.000Z',
    ],
    [
      'into the hour that is skipped',
      '2027-01-27T01:30:00.000Z',
      '2027-03-28',
      '2027-03-28T01:30:00.000Z',
      '2027-03-21T02:30:00.000Z',
    ],
  ])('is due 60 days on, at the same local time: %s', async (_, committed, dueOn, dueAt, remindAt) => {
    const { appointed } = await mentorUntilAppointed(here, committed, dueOn)
    expect(appointed).toEqual({ commitmentDueAt: dueAt, remindAt })
  })

  const outcome = { text: 'Ana joined the council.', evidence: 'Minutes of 3 March.' }
  const log = async (id: string, who: string, now: string, said = outcome) =>
    logCommitmentOutcome(here.at(now), await here.as(who), here.programId, id, said)

  it('is logged by the mentor or the lead, with what shows it, once', async () => {
    const { id } = await mentorUntilAppointed(here)
    await expect(log(id, 'max', day(20))).rejects.toMatchObject({ code: 'NotFound' })
    await expect(log(id, 'mia', day(20), { ...outcome, evidence: ' ' })).rejects.toMatchObject({
      problems: [{ field: 'evidence', problem: 'Is empty.' }],
    })
    const { version } = await log(id, 'mia', day(20))
    expect(await log(id, 'mona', day(21))).toMatchObject({ version })
    await expect(log(id, 'mia', day(21), { ...outcome, text: 'Other.' })).rejects.toMatchObject({
      code: 'AlreadyDecided',
    })
    await remindOfCommitment(here.at(day(53)), here.ref(id))
    expect(await checkCommitment(here.at(day(60)), here.ref(id))).toEqual({ logged: true })
    expect(await here.credential('mentor', 'mia')).toMatchObject({ status: 'valid' })
    expect((await here.told()).filter((type) => type === 'commitment.changed')).toHaveLength(1)
  })

  it('missing suspends the mentor, once, until it is logged', async () => {
    const { id } = await mentorUntilAppointed(here)
    for (const now of [day(53), day(53)]) await remindOfCommitment(here.at(now), here.ref(id))
    for (const now of [day(60), day(60)]) {
      expect(await checkCommitment(here.at(now), here.ref(id))).toEqual({ logged: false })
    }
    expect(await here.credential('mentor', 'mia')).toMatchObject({ status: 'suspended', version: 2 })
    const changes = (await here.events()).flatMap((event) => (event.type === 'commitment.changed' ? [event.what] : []))
    expect(changes).toEqual(['reminded', 'missed'])
    await log(id, 'mia', day(70))
    const credential = await here.credential('mentor', 'mia')
    expect(credential).toMatchObject({ status: 'valid' })
    expect(credential!.because).toBeUndefined()
    expect((await here.events()).at(-1)).toMatchObject({ type: 'credential.changed', status: 'valid' })
  })

  it('logged late takes no suspension back that has another reason', async () => {
    const { id } = await mentorUntilAppointed(here)
    const credential = (await here.credential('mentor', 'mia'))!
    const suspended = { ...credential, status: 'suspended' as const, because: 'A complaint.' }
    await here.write({ kind: 'credential', record: suspended, expect: credential.version })
    await checkCommitment(here.at(day(60)), here.ref(id))
    await log(id, 'mia', day(70))
    expect(await here.credential('mentor', 'mia')).toMatchObject({ status: 'suspended', because: 'A complaint.' })
  })

  it('cannot be logged before it is committed', async () => {
    const { id } = await here.open('mia', 'internal-mentor')
    await expect(log(id, 'mia', start)).rejects.toMatchObject({ code: 'NotPossibleNow' })
  })
})
