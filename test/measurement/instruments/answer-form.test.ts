import { checkedAnswer, formFor } from '@pilotgate/core/measurement/instruments/answer-form'
import { expect, it } from 'vitest'
import { z } from 'zod'

const subject = { bank: 1, questions: ['delegation-1', 'delegation-2', 'delegation-3'], self: false }
const full = { 'delegation-1': 3, 'delegation-2': 4, 'delegation-3': 5 }
const problems = (answer: unknown) => {
  const checked = checkedAnswer('baseline-360', subject, answer)
  return 'problems' in checked ? checked.problems : []
}

it('takes what answers every question', () => {
  const answer = { kind: 'baseline-360', ratings: full }
  expect(checkedAnswer('baseline-360', subject, answer)).toEqual({ answer: { ratings: full, yes: {} } })
})

const range = 'Must be a whole number from 1 to 5.'
it.each([
  ['a rating out of range', { ...full, 'delegation-2': 6 }, 'answer.ratings.delegation-2', range],
  ['a rating below 1', { ...full, 'delegation-2': 0 }, 'answer.ratings.delegation-2', range],
  ['half a rating', { ...full, 'delegation-2': 2.5 }, 'answer.ratings.delegation-2', range],
  ['a rating in words', { ...full, 'delegation-2': '4' }, 'answer.ratings.delegation-2', range],
  [
    'an unknown question',
    { ...full, 'feedback-1': 3 },
    'answer.ratings.feedback-1',
    'Is not asked here. Leave it out.',
  ],
  [
    'a missing question',
    { 'delegation-1': 3, 'delegation-2': 4 },
    'answer.ratings.delegation-3',
    'Is not answered yet.',
  ],
])('refuses %s by name', (_, ratings, field, problem) => {
  expect(problems({ kind: 'baseline-360', ratings })).toEqual([{ field, problem }])
})

it.each([
  ['nothing', undefined, 'answer'],
  ['no ratings', { kind: 'baseline-360' }, 'answer.ratings'],
  ['another instrument', { kind: 'pulse', ratings: full }, 'answer.kind'],
  [
    'a comment where it would tell who wrote it',
    { kind: 'baseline-360', ratings: full, comment: 'x' },
    'answer.comment',
  ],
])('refuses %s', (_, answer, field) => {
  expect(problems(answer).map((each) => each.field)).toEqual([field])
})

it('words the questions for oneself and for others', () => {
  const titleOf = (self: boolean) => {
    const schema = z.toJSONSchema(formFor('baseline-360', { ...subject, self }))
    return (schema.properties as never as { ratings: { properties: Record<string, { title: string }> } }).ratings
      .properties['delegation-1']!.title
  }
  expect(titleOf(true)).toBe('I hand over whole results, not single steps.')
  expect(titleOf(false)).toBe('They hand over whole results, not single steps.')
})
