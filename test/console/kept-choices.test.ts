import { expect, test } from 'vitest'
import { noPartIn, withChosen } from '../../packages/console/src/program/kept-choices.ts'

const choices = [
  { value: 'P1', label: 'First' },
  { value: 'P2', label: 'Second' },
]

test('what was chosen and the reader may not see stays among the choices, by its id', () => {
  expect(withChosen(choices, ['P2', 'P9'], noPartIn)).toEqual([
    ...choices,
    { value: 'P9', label: 'A program you have no part in', description: 'P9' },
  ])
})

test('nothing is added for what there is to choose', () => {
  expect(withChosen(choices, ['P1'], noPartIn)).toEqual(choices)
})
