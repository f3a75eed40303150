import { behaviours } from '@pilotgate/core/intake/intake-form'
import { bankOf, questionBank, questionsFor } from '@pilotgate/core/measurement/instruments/question-bank/question-bank'
import { instrumentNames } from '@pilotgate/core/program/collected'
import { expect, it } from 'vitest'

const { questions } = questionBank
const ids = (...args: Parameters<typeof questionsFor>) => questionsFor(...args).map(({ id }) => id)

it('has three items of the 360 for each behaviour, worded for oneself and for others', () => {
  for (const behaviour of behaviours) {
    const items = questions.filter((each) => each.behaviour === behaviour && each.instruments.includes('baseline-360'))
    expect(items.map(({ scale }) => scale)).toEqual(['rating', 'rating', 'rating'])
    for (const { self, others } of items) {
      expect(self).toMatch(/^I /)
      expect(others).toMatch(/^They /)
      expect(others).not.toMatch(/\b(I|me|my)\b/)
    }
  }
})

it('has each question once, and in a follow-up the questions of the baseline', () => {
  expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length)
  expect(ids('follow-up-360', [...behaviours])).toEqual(ids('baseline-360', [...behaviours]))
  expect(questions.map(({ others }) => others).filter((words) => words.includes('!'))).toEqual([])
  expect(questions.filter(({ id }) => !/^[a-z0-9-]+$/.test(id))).toEqual([])
})

it.each([
  ['baseline-360', ['delegation'], ['delegation-1', 'delegation-2', 'delegation-3']],
  ['baseline-360', [], []],
  [
    'pulse',
    ['decision making'],
    ['pulse-1-1-prepared', 'pulse-1-1-listened', 'pulse-1-1-useful', 'pulse-decision-making'],
  ],
  ['rating', ['delegation'], ['usefulness', 'recommend']],
  ['manager-attestation', ['delegation'], ['progress-delegation', 'strength-delegation']],
  ['manager-attestation', [], ['progress-leading', 'strength-leading']],
  ['sponsor-rating', [], ['sponsor-value', 'sponsor-informed', 'sponsor-own-part']],
] as const)('asks in %s about %j', (instrument, targets, expected) => {
  expect(ids(instrument, [...targets])).toEqual(expected)
})

it('asks in the order of the target behaviours, the first one first', () => {
  expect(ids('baseline-360', ['feedback', 'delegation'])[0]).toBe('feedback-1')
})

it('says what 1 and 5 stand for in every instrument, and knows only versions that were shipped', () => {
  for (const instrument of instrumentNames) expect(questionBank.scales[instrument].low).not.toBe('')
  expect(bankOf(1).version).toBe(1)
  expect(() => bankOf(2)).toThrow('There is no version 2 of the question bank.')
})
