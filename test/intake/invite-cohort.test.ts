import { inviteForGate } from '@pilotgate/core/intake/invite-cohort'
import { stopProgram } from '@pilotgate/core/program/steer-program'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Cohort, monday, runningCohort } from './cohort.ts'

let pilot: Cohort['pilot']
let paul: Cohort['paul']
let pia: Cohort['pia']
let ada: Cohort['ada']
let read: Cohort['read']
let invite: Cohort['invite']
let count: Cohort['count']

beforeEach(async () => {
  ;({ pilot, paul, pia, ada, read, invite, count } = await runningCohort())
})

describe('invite', () => {
  it('invites each participant once, whoever asks how often', async () => {
    expect((await invite()).toSorted()).toEqual([paul.personId, pia.personId].toSorted())
    expect(await invite()).toEqual([])
    expect(await count('intake.invited')).toBe(1)
    expect(await read(paul)).toMatchObject({ status: 'invited', answers: {}, reminders: 0, version: 1 })
    expect(await read(ada)).toBeUndefined()
  })

  it('comes by itself with the week whose gate looks at the intake, and with no other', async () => {
    await inviteForGate(pilot.at(monday), pilot.ref('W01'))
    expect(await read(paul)).toBeUndefined()
    await inviteForGate(pilot.at(monday), pilot.ref('W02'))
    await inviteForGate(pilot.at(monday), pilot.ref('W02'))
    expect(await read(paul)).toMatchObject({ status: 'invited' })
    expect(await count('intake.invited')).toBe(1)
  })

  it('is refused for a program that is over, and then comes no more by itself', async () => {
    await stopProgram(pilot.at(monday), ada, pilot.programId, 'No budget.')
    await expect(invite()).rejects.toMatchObject({ code: 'NotPossibleNow' })
    await inviteForGate(pilot.at(monday), pilot.ref('W02'))
    expect(await read(paul)).toBeUndefined()
  })
})
