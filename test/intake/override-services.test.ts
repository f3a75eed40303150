import { overrideServices } from '@pilotgate/core/intake/override-services'
import { beforeEach, describe, expect, it } from 'vitest'
import { completeAnswers } from './answers.ts'
import { all, type Cohort, monday, runningCohort } from './cohort.ts'

let pilot: Cohort['pilot']
let paul: Cohort['paul']
let ada: Cohort['ada']
let save: Cohort['save']
let submit: Cohort['submit']
let invite: Cohort['invite']
let saveAndSubmit: Cohort['saveAndSubmit']
let choose: Cohort['choose']
let count: Cohort['count']

beforeEach(async () => {
  ;({ pilot, paul, ada, save, submit, invite, saveAndSubmit, choose, count } = await runningCohort())
})

describe('override', () => {
  const mentor = { service: 'mentor', order: 1, cadence: 'monthly', length: '9 months', provider: 'internal' } as const
  const override = (services: Parameters<typeof overrideServices>[4]['services']) =>
    overrideServices(pilot.at(monday), ada, pilot.programId, paul.personId, { services, reason: 'Has a coach.' })
  beforeEach(async () => {
    await invite()
    await choose(paul, all(true))
  })

  it('waits for the submission', () => expect(override([mentor])).rejects.toMatchObject({ code: 'NotPossibleNow' }))

  it('keeps the rules’ reasons beside the own one, also over a second submission', async () => {
    await saveAndSubmit(paul)
    const { version, decision } = await override([mentor])
    expect(decision).toMatchObject({ services: [mentor], overriddenBy: ada.personId, overrideReason: 'Has a coach.' })
    expect(decision?.reasons[0]).toContain('performance gap')
    expect(await count('intake.decided')).toBe(1)
    await save(paul, version, completeAnswers({ role: 'Head' }))
    expect((await submit(paul)).decision).toEqual(decision)
  })

  it.each([
    ['none', []],
    ['one twice', [mentor, { ...mentor, order: 2 }]],
    ['a gap in the order', [{ ...mentor, order: 2 }]],
  ])('refuses %s', async (_, services) => {
    await saveAndSubmit(paul)
    await expect(override(services)).rejects.toMatchObject({ code: 'InvalidInput' })
  })
})
