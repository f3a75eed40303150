import { collectFacts } from '@pilotgate/core/gates/collect-facts'
import { listIntakes } from '@pilotgate/core/intake/read-intake'
import { loadProgram, loadTemplate } from '@pilotgate/core/program/load'
import { withdrawMember } from '@pilotgate/core/program/withdraw-member'
import { beforeEach, describe, expect, it } from 'vitest'
import { tenantId } from '../emails/notices/world.ts'
import { type Cohort, monday, runningCohort } from './cohort.ts'

let pilot: Cohort['pilot']
let paul: Cohort['paul']
let pia: Cohort['pia']
let ada: Cohort['ada']
let invite: Cohort['invite']
let saveAndSubmit: Cohort['saveAndSubmit']

beforeEach(async () => {
  ;({ pilot, paul, pia, ada, invite, saveAndSubmit } = await runningCohort())
})

describe('completion (I4)', () => {
  const fact = async () => {
    const program = await loadProgram(pilot.store, tenantId, pilot.programId)
    const template = await loadTemplate(pilot.store, program)
    const found = await collectFacts(pilot.store, program, template, {
      names: ['intake-completion'],
      week: 2,
      now: monday,
    })
    return found.get('intake-completion')
  }

  it('is computed from what active participants submitted', async () => {
    expect(await fact()).toMatchObject({ value: { kind: 'ratio', part: 0, whole: 2 }, source: { how: 'computed' } })
    await invite()
    await saveAndSubmit(paul)
    expect((await fact())?.value).toEqual({ kind: 'ratio', part: 1, whole: 2 })
    await withdrawMember(pilot.at(monday), ada, pilot.programId, pia.personId, 'New job')
    expect((await fact())?.value).toEqual({ kind: 'ratio', part: 1, whole: 1 })
    const { completion, items } = await listIntakes(pilot.store, ada, pilot.programId, { limit: 50 })
    expect(completion).toEqual({ submitted: 1, participants: 1 })
    expect(items.map(({ person, intake }) => [person?.name, intake.status])).toEqual([['Paul Part', 'submitted']])
  })
})
