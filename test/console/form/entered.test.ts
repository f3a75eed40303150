import { commitment } from '@pilotgate/core/selection/forms/course'
import { referees } from '@pilotgate/core/selection/forms/reference'
import { expect, it } from 'vitest'
import { enteredOf, tidied, toSend, withEntered } from '../../../packages/console/src/form/entered.ts'
import { fieldOf } from '../../../packages/console/src/form/field.ts'
import { fieldOfTask, taskForm, zone } from './forms.ts'

/** What a form sends after these were entered, by path. */
const sentOf = (form: string, entered: Record<string, string | boolean | string[]>) => {
  const field = fieldOfTask(form)
  const filled = Object.entries(entered).reduce(
    (all, [path, value]) =>
      withEntered(
        all,
        path.split('.').map((name) => (/^\d+$/.test(name) ? Number(name) : name)),
        value,
      ),
    enteredOf(field, undefined, zone),
  )
  return toSend(field, tidied(field, filled), zone)
}

it('sends what the API takes', () => {
  const sent = sentOf('commitment', {
    action: 'panel or talk',
    what: ' A talk at the product days ',
    verifiedBy: 'The programme board',
    dueOn: '2027-03-01',
  })
  expect(commitment.parse(sent)).toMatchObject({ kind: 'commitment', what: 'A talk at the product days' })
})

it('begins a list with as many entries as there must be, and drops empty ones beyond', () => {
  const person = (index: number, name: string) => ({
    [`referees.${index}.name`]: name,
    [`referees.${index}.email`]: `${name}@example.com`,
    [`referees.${index}.organisation`]: 'Fjord ASA',
    [`referees.${index}.relation`]: 'client',
  })
  const sent = sentOf('referees', { ...person(0, 'ada'), ...person(2, 'bo') })
  expect(referees.parse(sent).referees.map(({ name }) => name)).toEqual(['ada', 'bo'])
  const untouched = enteredOf(fieldOfTask('referees'), undefined, zone)
  expect(toSend(fieldOfTask('referees'), untouched, zone)).toEqual({ kind: 'referees', referees: [{}, {}] })
})

it('leaves out an optional group that is empty, and sends it when anything is in it', () => {
  const base = { history: 'Two promotions' }
  expect(sentOf('mentor-application', base)).not.toHaveProperty('biasTraining')
  expect(sentOf('mentor-application', { ...base, 'biasTraining.by': 'HR' })).toMatchObject({
    biasTraining: { by: 'HR' },
  })
})

it('sends numbers as numbers, also those that are chosen', () => {
  const day = fieldOf({ type: 'integer' }, { hints: { '': { options: [{ value: '2', label: 'Tuesday' }] } } })
  expect(toSend(day, '2', zone)).toBe(2)
  expect(toSend(fieldOf({ type: 'number' }), '2.5', zone)).toBe(2.5)
  expect(toSend(fieldOf({ type: 'number' }), '', zone)).toBeUndefined()
})

it('takes moments as clocks of the zone show them, and sends instants', () => {
  const field = fieldOf(taskForm('kickoff'))
  const known = { blocks: ['2027-02-01T09:00:00.000Z', '2027-06-15T09:00:00.000Z'] }
  const entered = enteredOf(field, known, zone)
  expect(entered).toMatchObject({ blocks: ['2027-02-01T10:00', '2027-06-15T11:00', ''] })
  expect(toSend(field, entered, zone)).toMatchObject({
    blocks: ['2027-02-01T09:00:00Z', '2027-06-15T09:00:00Z', undefined],
  })
})

it('reads texts one on each line', () => {
  const languages = fieldOf({ type: 'array', items: { type: 'string', maxLength: 30 } })
  expect(toSend(languages, 'English\n\n German ', zone)).toEqual(['English', 'German'])
  expect(enteredOf(languages, ['English', 'German'], zone)).toBe('English\nGerman')
})
