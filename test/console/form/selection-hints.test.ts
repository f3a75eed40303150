import { quizView } from '@pilotgate/core/selection/course-quiz'
import { quiz } from '@pilotgate/core/selection/forms/course'
import type { FormName } from '@pilotgate/core/selection/forms/forms'
import { check } from '@pilotgate/core/selection/forms/judgement'
import { panel, scores } from '@pilotgate/core/selection/forms/panel'
import { signature } from '@pilotgate/core/selection/forms/signature'
import { expect, it } from 'vitest'
import { enteredOf, toSend } from '../../../packages/console/src/form/entered.ts'
import { problemsOf } from '../../../packages/console/src/form/problems.ts'
import { type Material, selectionHints } from '../../../packages/console/src/gates/tasks/selection-hints.ts'
import { fieldOfTask, zone } from './forms.ts'

const material = (form: FormName, more: Partial<Material> = {}): Material => ({
  ...{ candidacyId: 'c1.01', candidateName: 'Wanda Weber', path: 'external-coach', step: 'live-demo' },
  ...{ stepTitle: 'Score the live demo', round: 1, form, rules: [], answers: [], missing: [] },
  ...more,
})

/** The form of a task with this material, and what it sends when these are filled in. */
const formWith = (given: Material, role = 'coach lead') => {
  const field = fieldOfTask(given.form, selectionHints(given, role))
  return {
    sent: (value: unknown) => toSend(field, enteredOf(field, value, zone), zone),
    wrong: (value: unknown) => problemsOf(field, enteredOf(field, value, zone), zone).map(({ path }) => path),
  }
}

it('asks for a finding for each rule, and sends it with its rule', () => {
  const rules = [
    { rule: 'S-C1', words: 'The level is recorded' },
    { rule: 'S-C2', words: 'Outcomes are documented' },
  ]
  const form = formWith(material('check', { rules }))
  expect(form.wrong({})).toEqual(['findings.0.met', 'findings.0.note', 'findings.1.met', 'findings.1.note'])
  const found = { met: true, note: 'Seen' }
  expect(check.parse(form.sent({ findings: [found, found] })).findings).toEqual([
    { rule: 'S-C1', ...found },
    { rule: 'S-C2', ...found },
  ])
})

it('asks for a mark for each dimension of the rubric, also where it has no binary rules', () => {
  const rubric: Material['rubric'] = {
    ...{ version: 1, rubric: 'live-demo', title: 'Live demo', knockOuts: [], minimumPanel: 3, composition: [] },
    dimensions: [
      { dimension: 'challenge', words: 'Challenge skill', anchors: { one: 'No', three: 'Some', five: 'Yes' } },
    ],
    ...{ passes: { median: 3.5, lowest: 3 }, rejectsBelow: 2 },
  }
  const form = formWith(material('scores', { rubric }))
  expect(form.wrong({})).toEqual(['marks.challenge'])
  expect(scores.parse(form.sent({ marks: { challenge: 4 } }))).toEqual({
    kind: 'scores',
    marks: { challenge: 4 },
    rules: {},
  })
})

it('asks every scenario of the quiz', () => {
  const form = formWith(material('quiz', { quiz: quizView }), 'mentor')
  expect(form.wrong({})).toHaveLength(quizView.length)
  const answers = Object.fromEntries(quizView.map(({ question }) => [question, 'b']))
  expect(quiz.parse(form.sent({ answers })).answers).toEqual(answers)
})

it('names people from the list of those who may be named', () => {
  const eligible = [{ personId: 'p1', name: 'Ada', roles: ['coach lead'] }]
  const form = formWith(material('panel', { eligible }))
  expect(form.wrong({})).toEqual(['members'])
  expect(panel.parse(form.sent({ members: ['p1'] })).members).toEqual(['p1'])
})

it('signs the version that is shown, and asks the manager for the protected share of time', () => {
  const document = (name: string) => ({ document: name, version: 3, title: 'To sign', paragraphs: [] })
  const agreement = formWith(material('signature', { document: document('mentor-agreement') }), 'mentor')
  expect(signature.parse(agreement.sent({ name: 'Ada' }))).toEqual({ kind: 'signature', version: 3, name: 'Ada' })
  const time = material('signature', { document: document('time-allocation') })
  expect(formWith(time, 'manager').wrong({ name: 'Ada' })).toEqual(['protectedPercent'])
  expect(formWith(time, 'coach').wrong({ name: 'Ada' })).toEqual([])
  expect(formWith(time, 'manager').wrong({ name: 'Ada', protectedPercent: 25 })).toEqual(['protectedPercent'])
})
