import { acceptGoal } from '@pilotgate/core/intake/accept-goal'
import type { Goal } from '@pilotgate/core/intake/intake-form'
import { beforeEach, describe, expect, it } from 'vitest'
import { completeAnswers, measurableGoal, vagueGoal } from './answers.ts'
import { all, type Cohort, monday, runningCohort } from './cohort.ts'

const german: Goal = {
  behaviour: 'Entscheidungen über Freigaben schriftlich abgeben',
  situation: 'Im wöchentlichen Planungstreffen',
  measure: 'Mindestens 4 von 5 Entscheidungen im Monat',
  date: '2027-06-30',
  baseline: '1 von 5',
}
const reason = 'Specific and measurable; it is written in German.'

let cohort: Cohort
beforeEach(async () => {
  cohort = await runningCohort()
  await cohort.invite()
  await cohort.choose(cohort.paul, all(true, 'goals'))
})
const accept = (goal: number, by = cohort.jonas) =>
  acceptGoal(cohort.pilot.at(monday), by, cohort.pilot.programId, cohort.paul.personId, { goal, reason })
const handIn = (...goals: Goal[]) => cohort.saveAndSubmit(cohort.paul, completeAnswers({ goals }))

describe('accepting a goal that was sent back', () => {
  it('submits the intake when nothing else is left to correct, and keeps who, when and why', async () => {
    expect((await handIn(german)).problems.map(({ field }) => field)).toEqual([
      'goals.0.behaviour',
      'goals.0.situation',
    ])
    const accepted = await accept(0)
    expect(accepted).toMatchObject({
      status: 'submitted',
      submittedAt: monday,
      problems: [],
      submissions: 1,
      acceptedGoals: [{ goal: german, reason, by: cohort.jonas.personId, at: monday }],
      decision: { services: [{ service: 'coach' }] },
    })
    expect(await cohort.read(cohort.paul)).toEqual(accepted)
    expect([await cohort.count('intake.goal-accepted'), await cohort.count('intake.submitted')]).toEqual([1, 1])
  })

  it('leaves the other goals to be corrected', async () => {
    await handIn(german, vagueGoal)
    const { status, problems } = await accept(0)
    expect(status).toBe('sent back')
    expect(problems.map(({ field }) => field)).toEqual(['goals.1.behaviour', 'goals.1.measure'])
    expect(await cohort.count('intake.submitted')).toBe(0)
    expect(await handIn(german, measurableGoal)).toMatchObject({ status: 'submitted' })
  })

  it('holds for these words only, and never for the date', async () => {
    await handIn({ ...german, date: '2020-01-01' })
    const { status, problems } = await accept(0)
    expect({ status, fields: problems.map(({ field }) => field) }).toEqual({
      status: 'sent back',
      fields: ['goals.0.date'],
    })
    await expect(accept(0)).rejects.toMatchObject({ code: 'InvalidInput' })
    expect((await handIn(german)).problems.map(({ field }) => field)).toEqual([
      'goals.0.behaviour',
      'goals.0.situation',
    ])
  })

  it.each([
    ['a goal that is not there', () => accept(2), 'InvalidInput'],
    ['a goal that lacks nothing', () => accept(1), 'InvalidInput'],
    ['by a participant', () => accept(0, cohort.pia), 'NotFound'],
    ['one\u2019s own', () => accept(0, { ...cohort.paul, roles: ['participant', 'program lead'] }), 'NotAllowed'],
  ])('is refused: %s', async (_, act, code) => {
    const sentBack = await handIn(german, measurableGoal)
    await expect(act()).rejects.toMatchObject({ code })
    expect(await cohort.read(cohort.paul)).toEqual(sentBack)
  })

  it('is refused when nothing was sent back', async () => {
    await handIn(measurableGoal)
    await expect(accept(0)).rejects.toMatchObject({ code: 'NotPossibleNow' })
  })
})
