import { fieldGroupNames, purposes } from '@pilotgate/core/intake/consent'
import { overrideServices } from '@pilotgate/core/intake/override-services'
import { readConsent } from '@pilotgate/core/intake/read-intake'
import { stopProgram } from '@pilotgate/core/program/steer-program'
import { beforeEach, describe, expect, it } from 'vitest'
import { completeAnswers } from './answers.ts'
import { all, type Cohort, monday, runningCohort } from './cohort.ts'

let pilot: Cohort['pilot']
let paul: Cohort['paul']
let pia: Cohort['pia']
let ada: Cohort['ada']
let read: Cohort['read']
let invite: Cohort['invite']
let saveAndSubmit: Cohort['saveAndSubmit']
let choose: Cohort['choose']
let count: Cohort['count']

beforeEach(async () => {
  ;({ pilot, paul, pia, ada, read, invite, saveAndSubmit, choose, count } = await runningCohort())
})

describe('consent (I3)', () => {
  beforeEach(() => invite())

  it('keeps each choice for good, in one step for many', async () => {
    const every = fieldGroupNames.flatMap((group) => purposes.map((purpose) => ({ group, purpose, granted: true })))
    expect(await choose(paul, every)).toHaveLength(every.length)
    const records = await choose(paul, all(false, 'career'))
    expect(records).toHaveLength(every.length + 1)
    expect(records.at(-1)).toMatchObject({
      group: 'career',
      purpose: 'matching',
      granted: false,
      textVersion: 1,
      at: monday,
    })
    expect(await pilot.last('consent.changed')).toMatchObject({ granted: [], revoked: ['career matching'] })
    expect(await readConsent(pilot.store, paul, pilot.programId, paul.personId)).toHaveLength(every.length + 1)
  })

  it('changes nothing for what is granted already, or was never granted', async () => {
    await choose(paul, all(true, 'goals'))
    expect(await choose(paul, [...all(true, 'goals'), ...all(false, 'needs')])).toHaveLength(1)
    expect(await count('consent.changed')).toBe(1)
  })

  it('purges the decision with the goals, and derives it anew from what is left', async () => {
    await choose(paul, all(true))
    await saveAndSubmit(paul, completeAnswers({ needs: { confidentiality: true, context: false } }))
    expect((await read(paul))?.decision?.services[0]?.provider).toBe('external')
    await choose(paul, all(false, 'needs', 'project'))
    expect((await read(paul))?.decision?.services[0]?.provider).toBe('either')
    expect(JSON.stringify((await read(paul))?.decision)).not.toMatch(/Atlas|onfidential/)
    await choose(paul, all(false, 'goals'))
    expect((await read(paul))?.decision).toBeUndefined()
    expect(await read(paul)).toMatchObject({ status: 'submitted' })
    await choose(paul, all(true, 'goals'))
    expect((await read(paul))?.decision?.services).toHaveLength(1)
    expect(await count('intake.decided')).toBe(3)
  })

  it('leaves services that a person decided, without the reasons that came from the answers', async () => {
    await choose(paul, all(true))
    await saveAndSubmit(paul)
    const services = [
      { service: 'mentor', order: 1, cadence: 'monthly', length: '9 months', provider: 'either' },
    ] as const
    await overrideServices(pilot.at(monday), ada, pilot.programId, paul.personId, {
      services: [...services],
      reason: 'Why',
    })
    await choose(paul, all(false, 'goals'))
    expect((await read(paul))?.decision).toEqual({
      services,
      reasons: [],
      overriddenBy: ada.personId,
      overrideReason: 'Why',
    })
  })

  it.each([
    ['an old text', () => choose(paul, all(true, 'goals'), paul, 0), 'Conflict'],
    ['two choices for one pair', () => choose(paul, [...all(true, 'goals'), ...all(false, 'goals')]), 'InvalidInput'],
    ["someone else's", () => choose(paul, all(true, 'goals'), pia), 'NotFound'],
    ['an owner for a person', () => choose(paul, all(true, 'goals'), ada), 'NotAllowed'],
  ])('refuses %s', async (_, act, code) => {
    await expect(act()).rejects.toMatchObject({ code })
    expect(await readConsent(pilot.store, paul, pilot.programId, paul.personId)).toEqual([])
  })

  it('can be taken back after the program is over', async () => {
    await choose(paul, all(true, 'goals'))
    await stopProgram(pilot.at(monday), ada, pilot.programId, 'No budget.')
    expect(await choose(paul, all(false, 'goals'))).toHaveLength(2)
  })
})
