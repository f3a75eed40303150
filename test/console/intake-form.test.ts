import { intakeForm } from '@pilotgate/contracts/intake/views'
import { draftAnswers, intakeAnswers } from '@pilotgate/core/intake/intake-form'
import { expect, it } from 'vitest'
import { enteredOf, tidied, toSend } from '../../packages/console/src/form/entered.ts'
import { fieldOf } from '../../packages/console/src/form/field.ts'
import { problemsOf } from '../../packages/console/src/form/problems.ts'
import { refusedProblems } from '../../packages/console/src/form/refused-problems.ts'
import type { Schema } from '../../packages/console/src/form/schema.ts'
import { asDraft } from '../../packages/console/src/intake/form/as-draft.ts'
import { intakeHints } from '../../packages/console/src/intake/form/form-hints.ts'
import { sections } from '../../packages/console/src/intake/sections.ts'
import { type IntakeForm, servicesInWords } from '../../packages/console/src/intake/words.ts'

const zone = 'Europe/Berlin'
const goal = {
  behaviour: 'Delegate decisions on releases, with a written brief',
  situation: 'In the weekly planning meeting with my five team leads',
  measure: 'At least 4 of 5 decisions a month',
  date: '2027-06-30',
  baseline: '1 of 5 decisions',
}
const answers = intakeAnswers.parse({
  ...{
    triggers: ['performance gap'],
    goals: [goal],
    targetBehaviours: ['delegation'],
    role: 'Team lead',
    seniority: 2,
  },
  ...{
    project: { name: 'Platform move', businessKpi: 'Lead time', complexity: 3 },
    tenureYears: 4,
    skillsHeld: ['java'],
  },
  ...{ skillsWanted: ['budgeting', 'public speaking'], languages: ['English'], zone, impactFlags: [] },
  ...{ availability: [{ day: 4, from: '09:00', to: '12:00' }], careerGoal: { words: 'Head', promotion: true } },
  needs: { confidentiality: true, context: false },
})

const formOf = (ofAgent = false, known = {}) => {
  const form = intakeForm as IntakeForm
  const hints = intakeHints({ form, answers: known, ofAgent, zone, trainers: [{ value: 'p1', label: 'Ada' }] })
  const field = fieldOf(intakeForm.schema as Schema, { hints })
  return {
    field,
    sent: (value: unknown) => toSend(field, tidied(field, enteredOf(field, value, zone)), zone),
    wrong: (value: unknown) => problemsOf(field, enteredOf(field, value, zone), zone).map(({ path }) => path),
  }
}

it('sends back what was saved, and finds nothing wrong with it', () => {
  const form = formOf()
  expect(form.wrong(answers)).toEqual([])
  expect(form.sent(answers)).toEqual(answers)
})

it('saves a form in which nothing is answered yet', () => {
  const draft = asDraft(formOf().sent({}))
  expect(draftAnswers.safeParse(draft).error).toBeUndefined()
  expect(draft).not.toHaveProperty('triggers')
})

it('leaves what only agents are asked out of a person’s form', () => {
  expect(
    formOf()
      .wrong({})
      .filter((path) => ['failureModes', 'trainerId'].includes(path)),
  ).toEqual([])
  expect(formOf().sent({ ...answers, trainerId: 'p1' })).not.toHaveProperty('trainerId')
})

it('asks an agent for its trainer, not for hours, and keeps the zone it has', () => {
  const form = formOf(true, { zone: 'Asia/Tokyo' })
  expect(form.wrong({})).toContain('trainerId')
  expect(form.wrong({})).not.toContain('zone')
  expect(form.sent({})).toMatchObject({ zone: 'Asia/Tokyo' })
})

it('shows what a goal lacks at its field', () => {
  const { problems, others } = refusedProblems(formOf().field, [
    { field: 'goals.1.measure', problem: 'Has no number.' },
  ])
  expect(problems).toEqual([{ path: 'goals.1.measure', label: 'How one will see it', problem: 'Has no number.' }])
  expect(others).toEqual([])
})

it('has each question in one section', () => {
  const asked = Object.keys(intakeAnswers.shape)
  expect(sections.flatMap(({ fields }) => fields).sort()).toEqual(asked.sort())
})

it.each([
  [{ coach: 1, mentor: 2 }, 'Coach, then mentor'],
  [{ mentor: 1, coach: 2 }, 'Mentor, then coach'],
  [{ coach: 1, mentor: 1 }, 'Coach and mentor'],
])('says services %j in words', (orders, words) => {
  const plan = { cadence: 'monthly', length: '90 days', provider: 'either' } as const
  const services = Object.entries(orders).map(([service, order]) => ({ ...plan, order, service: service as 'coach' }))
  expect(servicesInWords(services)).toBe(words)
})
