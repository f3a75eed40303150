import { remindIntake } from '@pilotgate/core/intake/remind-intake'
import { beforeEach, expect, it } from 'vitest'
import { completeAnswers, vagueGoal } from '../../intake/answers.ts'
import { all, type Cohort, runningCohort } from '../../intake/cohort.ts'
import { mailTo, tenantId, who } from './world.ts'

let cohort: Cohort
beforeEach(async () => {
  cohort = await runningCohort()
  await cohort.invite()
})

it('invites each participant to their own page, by the check of the gate', async () => {
  const { pilot, paul } = cohort
  const found = await pilot.notices('intake.invited')
  expect(who(found)).toEqual(['paul: intake-invited', 'pia: intake-invited'])
  expect(mailTo(found, 'paul')).toMatchObject({ gate: 'W02', mailId: `W02.intake-invited.${paul.personId}` })
  expect(mailTo(found, 'paul').rendered.subject).toContain('Please tell us your goals by Friday 15 January')
  expect(mailTo(found, 'paul').rendered.text).toContain(`/programs/${pilot.programId}/intake/${paul.personId}`)
})

it('tells what vague goals lack, until they are being corrected', async () => {
  const { pilot, paul, saveAndSubmit, save } = cohort
  const { version } = await saveAndSubmit(paul, completeAnswers({ goals: [vagueGoal] }))
  const found = await pilot.notices('intake.sent-back')
  expect(who(found)).toEqual(['paul: intake-sent-back'])
  expect(found[0]!.mailId).toBe(`W02.1.intake-sent-back.${paul.personId}`)
  expect(found[0]!.rendered.text).toMatch(/Goal 1, behaviour\n.*"become"/)
  await save(paul, version, completeAnswers())
  expect(await pilot.notices('intake.sent-back')).toEqual([])
})

it('thanks, and says which services were chosen and why', async () => {
  const { pilot, paul, choose, saveAndSubmit } = cohort
  await choose(paul, all(true))
  await saveAndSubmit(paul, completeAnswers({ triggers: ['behaviour shift'] }))
  const [mail] = await pilot.notices('intake.submitted')
  expect(mail!.rendered.subject).toContain('a coach and mentor for you')
  expect(mail!.rendered.text).toContain('Mentor, external or internal: 9–12 months')
  expect(mail!.rendered.text).toContain('A shift in behaviour was named (delegation)')
})

it('says plainly when there was no consent to decide from', async () => {
  const { pilot, paul, saveAndSubmit } = cohort
  await saveAndSubmit(paul)
  const [mail] = await pilot.notices('intake.submitted')
  expect(mail!.rendered.text).toContain('you have not consented')
})

it('reminds who is still at it, with how far they are; not who has submitted since', async () => {
  const { pilot, paul, save, saveAndSubmit } = cohort
  await save(paul, 1, { role: 'Lead' })
  await remindIntake(pilot.at('2027-01-13T12:00:00.000Z'), tenantId, pilot.programId)
  expect(who(await pilot.notices('intake.reminded'))).toHaveLength(1)
  const last = await pilot.last('intake.reminded')
  const name = (last as { personId: string }).personId === paul.personId ? 'paul' : 'pia'
  const mail = mailTo(await pilot.notices('intake.reminded'), name)
  expect(mail.mailId).toMatch(/^W02\.intake-reminded-1\./)
  expect(mail.rendered.text).toContain('Is due Friday 15 January 2027')
  await saveAndSubmit(await pilot.actor(name))
  expect(await pilot.notices('intake.reminded')).toEqual([])
})
