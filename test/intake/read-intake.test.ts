import { readIntake } from '@pilotgate/core/intake/read-intake'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Cohort, runningCohort } from './cohort.ts'

let pilot: Cohort['pilot']
let paul: Cohort['paul']
let pia: Cohort['pia']
let ada: Cohort['ada']
let invite: Cohort['invite']

beforeEach(async () => {
  ;({ pilot, paul, pia, ada, invite } = await runningCohort())
})

describe('reading', () => {
  beforeEach(() => invite())
  it.each([
    ['their own', () => paul, true],
    ['who runs the program', () => ada, true],
    ["another participant's", () => pia, false],
  ])('opens to %s: %s', async (_, who, opens) => {
    const reading = readIntake(pilot.store, who(), pilot.programId, paul.personId)
    if (opens) expect(await reading).toMatchObject({ id: paul.personId })
    else await expect(reading).rejects.toMatchObject({ code: 'NotFound' })
  })
})
