import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { combineAnswers } from '../../packages/core/src/gates/combine-answers.ts'
import type { Answer, FactValue } from '../../packages/core/src/program/fact.ts'
import { type FactName, facts } from '../../packages/core/src/program/facts.ts'
import { change, count, no, rating, ratio, yes } from './fact-values.ts'

const said = (...all: boolean[]): Answer[] => all.map((each) => ({ kind: 'yes-no', yes: each }))
const shares = (...all: [number, number][]): Answer[] => all.map(([part, whole]) => ({ kind: 'ratio', part, whole }))
const counts = (...all: number[]): Answer[] => all.map((each) => ({ kind: 'count', count: each }))
const ratings = (...all: number[]): Answer[] => all.map((each) => ({ kind: 'rating', rating: each }))
const changes = (...all: number[]): Answer[] => all.map((each) => ({ kind: 'change', change: each }))

describe('combineAnswers', () => {
  it.each<[FactName, Answer[], number, FactValue | undefined]>([
    ['legal-sign-off', said(true), 1, yes],
    ['legal-sign-off', said(false), 1, no],
    ['legal-sign-off', said(false, true), 2, no],
    ['managers-confirm-progress', said(true, true, false), 20, ratio(2, 20)],
    ['managers-confirm-progress', said(false), 4, ratio(0, 4)],
    ['managers-confirm-progress', said(true, true), 1, ratio(2, 2)],
    ['session-attendance', shares([4, 5], [7, 10], [0, 0]), 3, ratio(11, 15)],
    ['session-attendance', shares([0, 0]), 1, ratio(0, 0)],
    ['open-systemic-blockers', counts(1, 0, 2), 3, count(3)],
    ['participant-rating', ratings(5, 3, 4), 10, rating(4, 3)],
    ['participant-rating', ratings(5, 3, 4, 2), 4, rating(3.5, 4)],
    ['participant-rating', ratings(4.1, 4.2), 2, rating(4.15, 2)],
    ['primary-indicator-movement', changes(1, 0, -0.4), 3, change(0.2, 3)],
    // In floating point the sum is 5.5e-17: an improvement that is none.
    ['primary-indicator-movement', changes(0.1, 0.2, -0.3), 3, change(0, 3)],
    ['session-attendance', said(true), 1, undefined],
    ['participant-rating', counts(3), 1, undefined],
  ])('%s from %j of %i asked', (name, answers, asked, value) => {
    expect(combineAnswers(facts[name], answers, asked)).toEqual(value)
  })

  it.each(Object.values(facts))('$name has no value while nobody has answered', (fact) => {
    expect(combineAnswers(fact, [], 12)).toBeUndefined()
  })

  it('gives a median that as many answers lie above as below', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 40 }), (given) => {
        const value = combineAnswers(facts['participant-rating'], ratings(...given), given.length)
        const median = value?.kind === 'rating' ? value.median : Number.NaN
        expect(given.filter((each) => each < median).length).toBeLessThanOrEqual(given.length / 2)
        expect(given.filter((each) => each > median).length).toBeLessThanOrEqual(given.length / 2)
      }),
    )
  })

  it('does not depend on the order of the answers', () => {
    const many = fc
      .array(fc.integer({ min: -40, max: 40 }), { minLength: 1 })
      .chain((given) => fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })))
    fc.assert(
      fc.property(many, ([given, shuffled]) => {
        const mean = (tenths: number[]) =>
          combineAnswers(facts['early-behaviour-lift'], changes(...tenths.map((each) => each / 10)), tenths.length)
        expect(mean(shuffled)).toEqual(mean(given))
      }),
    )
  })
})
