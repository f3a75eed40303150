import { intakeForm } from '@pilotgate/contracts/intake/views'
import { selectionForms } from '@pilotgate/core/selection/forms/forms'
import { expect, it } from 'vitest'
import { type Field, fieldOf } from '../../../packages/console/src/form/field.ts'
import { fieldOfTask, taskForm } from './forms.ts'

const kindsOf = (field: Field): Record<string, string> =>
  field.kind === 'group' ? Object.fromEntries(field.parts.map(([name, part]) => [name, part.kind])) : {}

const partOf = (field: Field, name: string): Field => {
  const part = field.kind === 'group' && field.parts.find(([each]) => each === name)?.[1]
  if (!part) throw new Error(`There is no field ${name}.`)
  return part
}

it('gives every field of the intake a control', () => {
  expect(kindsOf(fieldOf(intakeForm.schema))).toEqual({
    triggers: 'choices',
    goals: 'list',
    targetBehaviours: 'choices',
    project: 'group',
    role: 'text',
    seniority: 'rating',
    tenureYears: 'number',
    skillsHeld: 'lines',
    skillsWanted: 'lines',
    languages: 'lines',
    zone: 'text',
    availability: 'list',
    careerGoal: 'group',
    needs: 'group',
    impactFlags: 'choices',
    failureModes: 'list',
    trainerId: 'text',
  })
})

it('shows something of every form of a selection and leaves out what is fixed', () => {
  for (const name of Object.keys(selectionForms)) {
    const kinds = kindsOf(fieldOfTask(name))
    expect(kinds.kind).toBe('fixed')
    expect(Object.keys(kinds).length).toBeGreaterThan(1)
  }
})

it('says what the ends of a rating mean when the instrument does, at each of its questions', () => {
  const instrument = taskForm('pulse', {
    kind: 'collect',
    personId: 'p1',
    subjectId: 'p1',
    questions: ['pulse-1-1-prepared'],
    bank: 1,
  })
  const question = partOf(partOf(fieldOf(instrument), 'ratings'), 'pulse-1-1-prepared')
  expect(question).toMatchObject({ kind: 'rating', ends: ['not at all', 'fully'] })
  expect(question.label).toMatch(/1:1/)
})

it('takes rows, keys, options and fixed values from the hints', () => {
  const check = fieldOfTask('check', { findings: { rows: [{ label: 'S-C1: …', fixed: { rule: 'S-C1' } }] } })
  const findings = partOf(check, 'findings')
  expect(findings.kind === 'rows' && findings.rows.map(({ label }) => label)).toEqual(['S-C1: …'])
  expect(findings.kind === 'rows' && partOf(findings.rows[0]!, 'rule')).toMatchObject({ kind: 'fixed', value: 'S-C1' })
  const quiz = fieldOfTask('quiz', {
    answers: { keys: [{ key: 'first', label: 'A case', options: [{ value: 'a', label: 'Do it' }] }] },
  })
  expect(partOf(partOf(quiz, 'answers'), 'first')).toMatchObject({ kind: 'choice', label: 'A case' })
  expect(partOf(fieldOfTask('scores'), 'rules')).toMatchObject({ kind: 'fixed', value: {} })
})

it('can ask for what the schema leaves open, and leave out what it has', () => {
  expect(partOf(fieldOfTask('signature'), 'protectedPercent').optional).toBe(true)
  expect(partOf(fieldOfTask('signature', { protectedPercent: { needed: true } }), 'protectedPercent').optional).toBe(
    false,
  )
  expect(partOf(fieldOfTask('signature', { protectedPercent: { hidden: true } }), 'protectedPercent').kind).toBe(
    'fixed',
  )
})

it('makes plain words of names', () => {
  expect(partOf(fieldOfTask('observation'), 'holdUntil').label).toBe('Hold until')
})
