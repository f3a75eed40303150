import { saveIntake } from '@pilotgate/core/intake/save-intake'
import { stopProgram } from '@pilotgate/core/program/steer-program'
import { withdrawMember } from '@pilotgate/core/program/withdraw-member'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Cohort, monday, runningCohort } from './cohort.ts'

let pilot: Cohort['pilot']
let paul: Cohort['paul']
let pia: Cohort['pia']
let ada: Cohort['ada']
let jonas: Cohort['jonas']
let read: Cohort['read']
let save: Cohort['save']
let submit: Cohort['submit']
let invite: Cohort['invite']

beforeEach(async () => {
  ;({ pilot, paul, pia, ada, jonas, read, save, submit, invite } = await runningCohort())
})

describe('save and resume', () => {
  beforeEach(() => invite())

  it('keeps partial answers in place of earlier ones, and changes nothing for the same again', async () => {
    expect(await save(paul, 1, { role: 'Lead', languages: ['English'] })).toMatchObject({
      status: 'started',
      version: 2,
    })
    expect(await save(paul, 2, { languages: ['English'], role: 'Lead' })).toMatchObject({ version: 2 })
    expect((await save(paul, 2, { role: 'Head' })).answers).toEqual({ role: 'Head' })
  })

  it('keeps goals and a project that are only begun; handing in names what they still need (I1)', async () => {
    const begun = { goals: [{ behaviour: 'Delegate decisions' }, {}], project: { name: 'Atlas' }, needs: {} }
    expect((await save(paul, 1, begun)).answers).toEqual(begun)
    const { problems } = await submit(paul).catch((error) => error)
    expect(problems).toEqual(
      expect.arrayContaining(
        ['goals.0.measure', 'goals.1.behaviour', 'project.businessKpi', 'needs.context'].map((field) => {
          return { field, problem: 'Is missing.' }
        }),
      ),
    )
    expect(await read(paul)).toMatchObject({ status: 'started', version: 2 })
  })

  it.each([
    ['stale version', () => save(paul, 7, {}), 'StaleVersion'],
    ["someone else's", () => save(paul, 1, { role: 'x' }, pia), 'NotFound'],
    ['unknown person', () => saveIntake(pilot.at(monday), ada, pilot.programId, 'nobody', 1, {}), 'NotFound'],
    ['no participant', () => saveIntake(pilot.at(monday), ada, pilot.programId, jonas.personId, 1, {}), 'NotFound'],
  ])('refuses: %s', async (_, act, code) => {
    await expect(act()).rejects.toMatchObject({ code })
    expect(await read(paul)).toMatchObject({ version: 1, status: 'invited' })
  })

  it('lets operations save for a participant', async () => {
    expect(await save(paul, 1, { role: 'Lead' }, jonas)).toMatchObject({ status: 'started' })
  })

  it('is over for who has left and when the program is', async () => {
    await withdrawMember(pilot.at(monday), ada, pilot.programId, paul.personId, 'New job')
    await expect(save(paul, 1, {})).rejects.toMatchObject({ code: 'NotFound' })
    await stopProgram(pilot.at(monday), ada, pilot.programId, 'No budget.')
    await expect(save(pia, 1, { role: 'Lead' })).rejects.toMatchObject({ code: 'NotPossibleNow' })
  })
})
