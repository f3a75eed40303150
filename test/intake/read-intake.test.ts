import { readIntake } from '@pilotgate/core/intake/read-intake'
import { beforeEach, describe, expect, it } from 'vitest'
import { tenantId } from '../emails/notices/world.ts'
import { type Cohort, monday, runningCohort } from './cohort.ts'

let pilot: Cohort['pilot']
let paul: Cohort['paul']
let pia: Cohort['pia']
let ada: Cohort['ada']
let invite: Cohort['invite']
let count: Cohort['count']

beforeEach(async () => {
  ;({ pilot, paul, pia, ada, invite, count } = await runningCohort())
})

describe('reading', () => {
  beforeEach(() => invite())
  it.each([
    ['their own', () => paul, true],
    ['who runs the program', () => ada, true],
    ["another participant's", () => pia, false],
  ])('opens to %s: %s', async (_, who, opens) => {
    const reading = readIntake(pilot.at(monday), who(), pilot.programId, paul.personId)
    if (opens) expect(await reading).toMatchObject({ id: paul.personId })
    else await expect(reading).rejects.toMatchObject({ code: 'NotFound' })
  })

  it('by somebody else is on record; one’s own, and what was refused, is not (P5)', async () => {
    const reading = (who: Cohort['paul']) => readIntake(pilot.at(monday), who, pilot.programId, paul.personId)
    await reading(paul)
    await expect(reading(pia)).rejects.toThrow()
    expect(await count('intake.read')).toBe(0)
    await reading(ada)
    const { items } = await pilot.store.events({ tenantId, programId: pilot.programId }, { limit: 1000 })
    expect(items.at(-1)).toMatchObject({ type: 'intake.read', by: ada.personId, personId: paul.personId, at: monday })
  })
})
