import type { Task } from '@pilotgate/core/program/task'
import { answerRequirement } from '@pilotgate/core/selection/answer-requirement'
import { askStep } from '@pilotgate/core/selection/ask-step'
import { withdrawCandidacy } from '@pilotgate/core/selection/close-candidacy'
import type { SelectionForm } from '@pilotgate/core/selection/forms/forms'
import { openCandidacy } from '@pilotgate/core/selection/open-candidacy'
import { remindStep } from '@pilotgate/core/selection/remind-step'
import { beforeEach, expect, it } from 'vitest'
import { fakeWorkflows } from '../../contract/fakes/workflows.ts'
import { mailTo, type Pilot, runningPilot, tenantId, who } from './world.ts'

let pilot: Pilot
let ref: { tenantId: string; programId: string; candidacyId: string }
const day = (days: number): string => new Date(Date.parse('2027-02-15T09:00:00.000Z') + days * 86_400_000).toISOString()

beforeEach(async () => {
  pilot = await runningPilot()
  const carl = await pilot.actor('carl')
  const { id } = await openCandidacy(pilot.at(day(0)), carl, pilot.programId, {
    personId: 'me',
    path: 'external-coach',
  })
  ref = { tenantId, programId: pilot.programId, candidacyId: id }
  await askStep(pilot.at(day(0)), fakeWorkflows(), ref, 'references', 'token')
})

const referee = (number: number) => ({
  name: `Rosa ${number}`,
  email: `rosa-${number}@fjord.test`,
  organisation: `Fjord ${number}`,
  relation: 'Head of operations',
})
const nameReferees = async () => {
  const { items } = await pilot.store.list('task', pilot.scope, { prefix: 'S-C4.' })
  const answer: SelectionForm = { kind: 'referees', referees: [referee(1), referee(2)] }
  await answerRequirement(pilot.at(day(1)), await pilot.actor('carl'), pilot.programId, items[0] as Task, answer)
}

it('asks the candidate, then the referees, each once', async () => {
  const first = await pilot.notices('selection.asked')
  expect(who(first)).toEqual(['carl: selection-asked'])
  expect(mailTo(first, 'carl').rendered.subject).toContain('Your candidacy: name your referees by Monday 1 March')
  await nameReferees()
  const second = await pilot.notices('selection.asked')
  expect(second.map(({ to, kind }) => `${to} ${kind}`)).toEqual([
    'rosa-1@fjord.test reference-asked',
    'rosa-2@fjord.test reference-asked',
  ])
  const { items } = await pilot.store.list('reference', pilot.scope)
  for (const { secret } of items) expect(JSON.stringify(await pilot.events('selection.asked'))).not.toContain(secret)
})

it('reminds the referees three times, and then tells the lead who they are', async () => {
  await nameReferees()
  for (const days of [16, 19, 22]) await remindStep(pilot.at(day(days)), ref, 'references')
  const found = await pilot.notices('selection.reminded')
  expect(found.map(({ to, kind }) => `${to} ${kind}`).toSorted()).toEqual([
    'jonas@northwind.test selection-escalation',
    'rosa-1@fjord.test reference-reminder',
    'rosa-2@fjord.test reference-reminder',
  ])
  expect(mailTo(found, 'jonas').rendered.text).toContain('Give a reference (Fjord 1)')
  await remindStep(pilot.at(day(25)), ref, 'references')
  const held = await pilot.notices('selection.decided')
  expect(who(held)).toEqual(['carl: candidate-held', 'jonas: candidate-held'])
  expect(mailTo(held, 'carl').rendered.text).toContain('Nobody answered: Give a reference.')
})

it('asks for nothing any more once the candidate withdrew, and tells the lead', async () => {
  await withdrawCandidacy(pilot.at(day(1)), await pilot.actor('carl'), pilot.programId, ref.candidacyId, 'No time.')
  expect(await pilot.notices('selection.asked')).toEqual([])
  expect(who(await pilot.notices('candidacy.closed'))).toEqual(['jonas: candidacy-closed'])
})
