import { cohortMovement } from '@pilotgate/core/measurement/instruments/cohort-movement'
import { movementOf } from '@pilotgate/core/measurement/instruments/movement'
import { pulseMovement } from '@pilotgate/core/measurement/instruments/pulse-movement'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { items, names, rated, response } from './responses.ts'

const before = (who: string, rating: number, more = {}) => rated('baseline-360', who, rating, more)
const after = (who: string, rating: number, more = {}) => rated('follow-up-360', who, rating, more)

it('compares the same raters, the participant apart from the others', () => {
  const responses = [
    before('paul', 2),
    before('mia', 2),
    before('carl', 3),
    after('paul', 4),
    after('mia', 3),
    after('carl', 5),
  ]
  expect(movementOf(responses)).toMatchObject([
    { subjectId: 'paul', behaviour: 'delegation', self: 2, others: { change: 1.5, raters: ['carl', 'mia'] } },
  ])
})

it.each([
  ['who answered once only', [before('mia', 1), after('carl', 5)], []],
  ['a question that only one round asked', [before('mia', 2), after('mia', 4, { ratings: items('feedback', 5) })], []],
])('leaves out %s', (_, responses, expected) => {
  expect(movementOf(responses)).toEqual(expected)
})

it('takes the items that both rounds have, and the latest answer of each', () => {
  const responses = [
    before('mia', 1, { ratings: items('delegation', 1, 2) }),
    before('mia', 1, { round: 2, id: 'later', at: '2027-02-09T08:00:00.000Z', ratings: items('delegation', 3, 4) }),
    after('mia', 5, { ratings: items('delegation', 4) }),
  ]
  expect(movementOf(responses)).toMatchObject([{ others: { change: 1 } }])
})

const rating = fc.integer({ min: 1, max: 5 })
const round = fc.dictionary(
  fc.constantFrom('paul', 'mia', 'carl', 'cora', 'pia'),
  fc.array(rating, { minLength: 3, maxLength: 3 }),
)

it('is the mean over the raters of both rounds of the mean over the items, in any order of the responses', () => {
  fc.assert(
    fc.property(round, round, fc.infiniteStream(fc.nat()), (first, second, stream) => {
      const of = (instrument: 'baseline-360' | 'follow-up-360', ratings: Record<string, number[]>) =>
        Object.entries(ratings).map(([who, all]) => rated(instrument, who, 1, { ratings: items('delegation', ...all) }))
      const shuffled = [...of('baseline-360', first), ...of('follow-up-360', second)]
        .map((each) => ({ each, at: stream.next().value! }))
        .toSorted((a, b) => a.at - b.at)
        .map(({ each }) => each)
      const mean = (all: number[]) => all.reduce((a, b) => a + b, 0) / all.length
      const both = Object.keys(first).filter((who) => Object.hasOwn(second, who))
      const change = (who: string) => mean(second[who]!) - mean(first[who]!)
      const others = both.filter((who) => who !== 'paul')
      const [found] = movementOf(shuffled)
      expect(found === undefined).toBe(both.length === 0)
      if (!found) return
      if (others.length === 0) expect(found.others).toBeUndefined()
      else expect(found.others!.change).toBeCloseTo(mean(others.map(change)), 6)
      if (both.includes('paul')) expect(found.self).toBeCloseTo(change('paul'), 6)
      else expect(found.self).toBeUndefined()
    }),
  )
})

/** `count` participants, each with six other raters whose ratings rise by `change`. */
const cohort = (count: number, change = 1) =>
  names(count).flatMap((subjectId) =>
    names(6, 'r').flatMap((rater) => [before(rater, 3, { subjectId }), after(rater, 3 + change, { subjectId })]),
  )

it.each([
  [4, undefined, 'Withheld: it rests on 4 people, fewer than 5.'],
  [5, 1, undefined],
])('shows the movement of a cohort of %i: %s', (size, change, withheld) => {
  const { all, behaviours } = cohortMovement(movementOf(cohort(size)))
  expect(all.others).toMatchObject({ participants: size, raters: 6 })
  expect(all.others.change).toBe(change)
  expect(all.others.withheld).toBe(withheld)
  expect(behaviours[0]!.others.change).toBe(change)
  expect(all.self).toEqual({ participants: 0, raters: 0, withheld: 'No figure: nobody has answered.' })
})

it('weighs each participant alike, however many raters and behaviours they have', () => {
  const many = cohort(5)
  const more = names(6, 'r').flatMap((rater) => [
    before(rater, 3, { subjectId: 'p6', ratings: items('feedback', 3, 3, 3) }),
    after(rater, 3, { subjectId: 'p6', ratings: items('feedback', 3, 3, 3) }),
  ])
  const { all, behaviours } = cohortMovement(movementOf([...many, ...more]))
  expect(all.others.change).toBeCloseTo(5 / 6)
  // One participant less than the total: their figure would follow from the two.
  expect(behaviours.map(({ others }) => others.change)).toEqual([undefined, undefined])
})

it('sets the latest pulse against the own baseline, over the target behaviours asked for', () => {
  const pulse = (gate: string, ratings: Record<string, number>, at: string) =>
    response({ instrument: 'pulse', gate, ratings, at })
  const responses = [
    before('paul', 0, { ratings: { ...items('delegation', 2, 3, 4), ...items('feedback', 2, 2, 2) } }),
    pulse('W11', { 'pulse-delegation': 4, 'pulse-feedback': 4 }, '2027-03-16T08:00:00.000Z'),
    pulse('W08', { 'pulse-delegation': 1, 'pulse-feedback': 1 }, '2027-02-23T08:00:00.000Z'),
    before('mia', 5),
  ]
  expect(pulseMovement(responses, () => ['delegation'])).toMatchObject([{ subjectId: 'paul', change: 1 }])
  expect(pulseMovement(responses, () => ['delegation', 'feedback'])).toMatchObject([{ change: 1.5 }])
  expect(pulseMovement(responses, () => ['conflict'])).toEqual([])
  expect(pulseMovement(responses.slice(1), () => ['delegation'])).toEqual([])
})
