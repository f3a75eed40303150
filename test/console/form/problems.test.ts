import { intakeForm } from '@pilotgate/contracts/intake/views'
import { describe, expect, it } from 'vitest'
import { type Entered, enteredOf } from '../../../packages/console/src/form/entered.ts'
import { fieldOf } from '../../../packages/console/src/form/field.ts'
import { problemsOf } from '../../../packages/console/src/form/problems.ts'
import { refusedProblems } from '../../../packages/console/src/form/refused-problems.ts'
import type { Hint, Schema } from '../../../packages/console/src/form/schema.ts'
import { questionHints } from '../../../packages/console/src/gates/tasks/question-hints.ts'
import { fieldOfTask, taskForm, zone } from './forms.ts'

/** What is said of one field with this entered in it. */
const said = (schema: Schema, entered: Entered, hint: Hint = {}) =>
  problemsOf(fieldOf(schema, { hints: { '': hint } }), entered, zone).map(({ problem }) => problem)

describe('what is said of a field', () => {
  it.each<[string, Schema, Entered, string[]]>([
    ['an empty text', { type: 'string' }, '  ', ['Write something here.']],
    ['a text', { type: 'string' }, 'x', []],
    ['a text that is too long', { type: 'string', maxLength: 3 }, 'four', ['Shorten this to 3 characters; it has 4.']],
    ['a text that is too short', { type: 'string', minLength: 3 }, 'no', ['Write at least 3 characters.']],
    ['an answer that is missing', { type: 'boolean' }, undefined, ['Choose yes or no.']],
    ['a no', { type: 'boolean' }, false, []],
    ['a mark that is missing', { type: 'integer', minimum: 1, maximum: 5 }, '', ['Choose a mark from 1 to 5.']],
    ['a number below', { type: 'integer', minimum: 5, maximum: 240 }, '4', ['Enter a number, from 5 to 240.']],
    ['a number with no upper end', { type: 'number', minimum: 0 }, '-1', ['Enter a number, at least 0.']],
    ['a bound below 0', { type: 'number', minimum: -4, maximum: 4 }, '5', ['Enter a number, from −4 to 4.']],
    ['half a number', { type: 'integer', minimum: 0 }, '1.5', ['Enter a whole number.']],
    ['no number', { type: 'number' }, 'many', ['Enter a number.']],
    ['an unknown choice', { type: 'string', enum: ['a', 'b'] }, 'c', ['Choose one.']],
    ['too few choices', { type: 'array', minItems: 1, items: { enum: ['a', 'b'] } }, [], ['Choose at least 1.']],
    [
      'too many choices',
      { type: 'array', maxItems: 1, items: { enum: ['a', 'b'] } },
      ['a', 'b'],
      ['Keep 1 at most; there are 2.'],
    ],
    [
      'the same twice',
      { type: 'array', uniqueItems: true, items: { type: 'string', maxLength: 9 } },
      'a\na',
      ['Something stands here twice. Keep it once.'],
    ],
    [
      'a line that is too long',
      { type: 'array', items: { type: 'string', maxLength: 3 } },
      'one\nthree',
      ['Line 2: Shorten this to 3 characters; it has 5.'],
    ],
    [
      'an address',
      { type: 'string', format: 'uri' },
      'example.com',
      ['Write a whole address, like https://example.com/page.'],
    ],
  ])('%s', (_, schema, entered, expected) => {
    expect(said(schema, entered)).toEqual(expected)
  })

  it('lets optional fields be empty, but not wrong', () => {
    const optional = fieldOf({ type: 'string', maxLength: 3 }, { optional: true })
    expect(problemsOf(optional, '', zone)).toEqual([])
    expect(problemsOf(optional, 'four', zone)).toHaveLength(1)
  })

  it('names the remedy of a pattern as the page does', () => {
    const clock = { type: 'string', pattern: '^\\d\\d:\\d\\d$' } as const
    expect(said(clock, '9:30', { remedy: 'Write a time like 09:30.' })).toEqual(['Write a time like 09:30.'])
    expect(said(clock, '09:30')).toEqual([])
  })

  it('knows days that there are not', () => {
    const { dueOn } = taskForm('commitment').properties!
    expect(said(dueOn!, '2027-02-29')).toEqual(['Choose a day, like 2027-02-28.'])
    expect(said(dueOn!, '2028-02-29')).toEqual([])
  })

  it('asks for both the day and the time of a moment', () => {
    const { blocks } = taskForm('kickoff').properties!
    expect(said(blocks!, ['2027-02-01T10:00', '2027-02-01T', '2027-02-03T10:00'])).toEqual(['Choose a day and a time.'])
  })
})

it('finds all that is wrong with an untouched intake, by the names that the API uses', () => {
  const field = fieldOf(intakeForm.schema)
  const paths = problemsOf(field, enteredOf(field, undefined, zone), zone).map(({ path }) => path)
  expect(paths).toContain('goals.0.measure')
  expect(paths).toContain('project.complexity')
  expect(paths).toContain('languages')
  expect(paths).not.toContain('trainerId')
  expect(paths).not.toContain('skillsHeld')
})

it('compares fields of a group once each is right', () => {
  const field = fieldOf(taskForm('', { answerKind: 'ratio' }), { hints: questionHints })
  const problems = (part: string, whole: string) => problemsOf(field, { part, whole }, zone)
  expect(problems('51', '50')).toEqual([
    { path: 'part', label: 'How many of them?', problem: 'Enter at most as many as there are in all.' },
  ])
  expect(problems('50', '50')).toEqual([])
  expect(problems('51', '').map(({ path }) => path)).toEqual(['whole'])
})

describe('what the API refused', () => {
  const body = fieldOf({
    type: 'object',
    properties: { answer: taskForm('referees'), note: { type: 'string' } },
  })
  const placed = (field: string) => refusedProblems(body, [{ field, problem: 'is named twice' }])

  it('stands at its field, as a sentence', () => {
    expect(placed('answer.referees.1.email').problems).toEqual([
      { path: 'answer.referees.1.email', label: 'Email', problem: 'Is named twice.' },
    ])
    expect(placed('answer.referees').problems).toMatchObject([{ path: 'answer.referees' }])
  })

  it('stays beside the form when the form has no such field', () => {
    expect(placed('answer.unknown')).toEqual({
      problems: [],
      others: [{ field: 'answer.unknown', problem: 'is named twice' }],
    })
    expect(placed('answer.kind').problems).toEqual([])
  })

  it('names the line of a list of texts, and the list where an entry has no field of its own', () => {
    const lines = fieldOf({
      type: 'object',
      properties: { skills: { type: 'array', items: { type: 'string', maxLength: 9 } } },
    })
    expect(refusedProblems(lines, [{ field: 'skills.1', problem: 'Is empty.' }]).problems).toMatchObject([
      { path: 'skills', problem: 'Line 2: Is empty.' },
    ])
    const panel = fieldOfTask('panel', { members: { options: [{ value: 'p1', label: 'Ada' }] } })
    expect(refusedProblems(panel, [{ field: 'members.0', problem: 'Has a conflict.' }]).problems).toMatchObject([
      { path: 'members' },
    ])
  })
})
