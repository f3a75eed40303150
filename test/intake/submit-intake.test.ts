import { importRoster } from '@pilotgate/core/intake/import-roster'
import { beforeEach, describe, expect, it, test } from 'vitest'
import { completeAnswers, measurableGoal, vagueGoal } from './answers.ts'
import { all, type Cohort, monday, runningCohort } from './cohort.ts'

let pilot: Cohort['pilot']
let paul: Cohort['paul']
let ada: Cohort['ada']
let jonas: Cohort['jonas']
let read: Cohort['read']
let save: Cohort['save']
let submit: Cohort['submit']
let invite: Cohort['invite']
let saveAndSubmit: Cohort['saveAndSubmit']
let choose: Cohort['choose']
let count: Cohort['count']

beforeEach(async () => {
  ;({ pilot, paul, ada, jonas, read, save, submit, invite, saveAndSubmit, choose, count } = await runningCohort())
})

describe('submit', () => {
  beforeEach(() => invite())

  it('names everything that is missing, and changes nothing', async () => {
    await save(paul, 1, { role: 'Lead', zone: 'Berlin', availability: [] })
    const error = await submit(paul).catch((thrown) => thrown)
    expect(error).toMatchObject({ code: 'InvalidInput' })
    expect(error.problems).toEqual(
      expect.arrayContaining([
        { field: 'triggers', problem: 'Is missing.' },
        { field: 'goals', problem: 'Is missing.' },
        { field: 'zone', problem: expect.stringContaining('IANA') },
        { field: 'availability', problem: expect.stringContaining('hour') },
      ]),
    )
    expect(await read(paul)).toMatchObject({ status: 'started', version: 2 })
  })

  it('sends vague goals back with what they lack, once until something changes (I2)', async () => {
    const sent = await saveAndSubmit(paul, completeAnswers({ goals: [measurableGoal, vagueGoal] }))
    expect(sent).toMatchObject({ status: 'sent back', submissions: 1 })
    expect(sent.problems.map(({ field }) => field)).toEqual(['goals.1.behaviour', 'goals.1.measure'])
    expect(await submit(paul)).toMatchObject({ version: sent.version })
    expect(await count('intake.sent-back')).toBe(1)
    expect(await saveAndSubmit(paul)).toMatchObject({ status: 'submitted', problems: [], submissions: 2 })
  })

  it('decides the services from what is consented to', async () => {
    await choose(paul, all(true, 'goals', 'project'))
    const { decision } = await saveAndSubmit(paul)
    expect(decision?.services).toMatchObject([{ service: 'coach', order: 1, provider: 'either' }])
    expect(decision?.reasons[0]).toContain('Atlas')
  })

  it('decides nothing without consent, and is submitted all the same', async () => {
    const submitted = await saveAndSubmit(paul)
    expect(submitted).toMatchObject({ status: 'submitted', submittedAt: monday })
    expect(submitted.decision).toBeUndefined()
  })

  it('is done once; a change opens it again', async () => {
    const { version } = await saveAndSubmit(paul)
    await expect(submit(paul)).rejects.toMatchObject({ code: 'AlreadyDecided' })
    expect(await save(paul, version, completeAnswers({ role: 'Head' }))).toMatchObject({ status: 'started' })
    expect(await submit(paul)).toMatchObject({ status: 'submitted', submissions: 2 })
  })

  it('asks agents for failure modes and a trainer, not for hours (I6)', async () => {
    const csv =
      'email,name,roles,zone,manager_email,places,learner_kind\nbot@northwind.test,Bot,participant,Europe/Berlin,,,agent\n'
    await importRoster(pilot.at(monday), ada, pilot.programId, csv)
    await invite()
    const bot = await pilot.actor('bot')
    const { zone: _, availability: __, ...answers } = completeAnswers()
    await save(bot, 1, answers, jonas)
    const refused = await submit(bot, jonas).catch((error) => error)
    expect(refused.problems.map(({ field }: { field: string }) => field)).toEqual(['failureModes', 'trainerId'])
    await save(bot, 2, { ...answers, failureModes: ['Invents ticket numbers'], trainerId: bot.personId }, jonas)
    await expect(submit(bot, jonas)).rejects.toMatchObject({ problems: [{ field: 'trainerId' }] })
    await save(bot, 3, { ...answers, failureModes: ['Invents ticket numbers'], trainerId: paul.personId }, jonas)
    expect(await submit(bot, jonas)).toMatchObject({
      status: 'submitted',
      answers: { zone: 'Europe/Berlin', availability: [] },
    })
    // An agent cannot consent: operations choose for it, and for no person.
    expect(await choose(bot, all(true, 'goals'), jonas)).toHaveLength(1)
    await expect(choose(paul, all(true, 'goals'), jonas)).rejects.toMatchObject({ code: 'NotAllowed' })
  })

  it('does not ask persons what is for agents', async () => {
    await expect(saveAndSubmit(paul, completeAnswers({ failureModes: ['x'] }))).rejects.toMatchObject({
      problems: [{ field: 'failureModes' }],
    })
  })
})

test('two who submit and change at once: one of them has to look again', async () => {
  await invite()
  await save(paul, 1, completeAnswers())
  const results = await Promise.allSettled([submit(paul), save(paul, 2, completeAnswers({ role: 'Head' }))])
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})
