import { changeConsent } from '@pilotgate/core/intake/change-consent'
import { fieldGroupNames } from '@pilotgate/core/intake/consent'
import type { DraftAnswers } from '@pilotgate/core/intake/intake-form'
import { inviteCohort } from '@pilotgate/core/intake/invite-cohort'
import { saveIntake } from '@pilotgate/core/intake/save-intake'
import { submitIntake } from '@pilotgate/core/intake/submit-intake'
import type { Actor } from '@pilotgate/core/program/actor'
import { runningPilot, tenantId } from '../emails/notices/world.ts'
import { completeAnswers } from './answers.ts'

/** When the week of the intake opens in the pilots of these tests. */
export const monday = '2027-01-11T08:00:00.000Z'

type Choices = Parameters<typeof changeConsent>[4]['choices']

/** A running pilot in memory with two participants, Paul and Pia; Ada owns it and Jonas is its learning operations. */
export const runningCohort = async () => {
  const pilot = await runningPilot()
  const [paul, pia, ada, jonas] = (await Promise.all(['paul', 'pia', 'ada', 'jonas'].map(pilot.actor))) as [
    Actor,
    Actor,
    Actor,
    Actor,
  ]
  const read = (who: Actor) => pilot.store.get('intake', pilot.scope, who.personId)
  const save = (who: Actor, expected: number, answers: DraftAnswers, by = who) =>
    saveIntake(pilot.at(monday), by, pilot.programId, who.personId, expected, answers)
  const submit = (who: Actor, by = who) => submitIntake(pilot.at(monday), by, pilot.programId, who.personId)
  return {
    pilot,
    paul,
    pia,
    ada,
    jonas,
    read,
    save,
    submit,
    invite: () => inviteCohort(pilot.at(monday), ada, pilot.programId),
    saveAndSubmit: async (who: Actor, answers = completeAnswers()) => {
      await save(who, (await read(who))!.version, answers)
      return submit(who)
    },
    choose: (who: Actor, choices: Choices, by = who, textVersion = 1) =>
      changeConsent(pilot.at(monday), by, pilot.programId, who.personId, { choices, textVersion }),
    count: async (type: string): Promise<number> => {
      const { items } = await pilot.store.events({ tenantId, programId: pilot.programId }, { limit: 1000 })
      return items.filter((event) => event.type === type).length
    },
  }
}
export type Cohort = Awaited<ReturnType<typeof runningCohort>>

/** The same choice for matching about each of the groups, or about all there are. */
export const all = (granted: boolean, ...groups: (typeof fieldGroupNames)[number][]): Choices =>
  (groups.length > 0 ? groups : fieldGroupNames).map((group) => ({ group, purpose: 'matching', granted }))
