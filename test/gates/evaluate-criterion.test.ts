import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluateCondition, evaluateCriterion } from '../../packages/core/src/gates/evaluate-criterion.ts'
import type { Condition } from '../../packages/core/src/program/criterion.ts'
import type { Fact, FactValue } from '../../packages/core/src/program/fact.ts'
import { change, count, factsOf, no, rating, ratio, yes } from './fact-values.ts'

const attendance: Condition = { rule: 'at-least', fact: 'session-attendance', threshold: 0.8 }
const judge = (condition: Condition, value: FactValue | undefined, more: Partial<Fact> = {}) =>
  evaluateCondition(condition, { name: condition.fact, value, ...more })

describe('reasons', () => {
  it.each<[Condition, FactValue | undefined, string]>([
    [attendance, ratio(38, 50), 'Session attendance 76 % (38 of 50), needs at least 80 %'],
    [attendance, undefined, 'Session attendance: no data yet, needs at least 80 %'],
    [attendance, ratio(0, 0), 'Session attendance: no data (0 of 0), needs at least 80 %'],
    [{ ...attendance, threshold: 0.29 }, ratio(1, 3), 'Session attendance 33.3 % (1 of 3), needs at least 29 %'],
    [{ ...attendance, threshold: 0.125 }, ratio(1, 8), 'Session attendance 12.5 % (1 of 8), needs at least 12.5 %'],
    // Rounded to one decimal this would read 80.0 % and yet fail.
    [attendance, ratio(79_997, 100_000), 'Session attendance 79.997 % (79997 of 100000), needs at least 80 %'],
    [{ rule: 'is-yes', fact: 'legal-sign-off' }, no, 'Legal sign-off on data consent: no, needs yes'],
    [{ rule: 'is-yes', fact: 'legal-sign-off' }, yes, 'Legal sign-off on data consent: yes, needs yes'],
    [
      { rule: 'at-least', fact: 'participant-rating', threshold: 4 },
      rating(4),
      'Participant rating 4.0 of 5 (12 answers), needs at least 4.0 of 5',
    ],
    [
      { rule: 'more-than', fact: 'participant-rating', threshold: 4.25 },
      rating(3.96, 1),
      'Participant rating 3.96 of 5 (1 answer), needs more than 4.25 of 5',
    ],
    [
      { rule: 'at-most', fact: 'open-systemic-blockers', threshold: 0 },
      count(3),
      'Open systemic blockers 3, needs at most 0',
    ],
    [
      { rule: 'improves', fact: 'primary-indicator-movement' },
      change(-0.25),
      'Primary behaviour indicator −0.3 (18 answers), needs to improve',
    ],
    [
      { rule: 'improves', fact: 'primary-indicator-movement' },
      change(0.001),
      'Primary behaviour indicator +0.001 (18 answers), needs to improve',
    ],
    [{ rule: 'less-than', fact: 'no-such-fact', threshold: 3 }, count(2), 'no-such-fact 2, needs less than 3'],
  ])('%j with %j', (condition, value, reason) => {
    expect(judge(condition, value).reason).toBe(reason)
  })

  it('says how many have answered while answers are missing, and not when all are in', () => {
    expect(judge(attendance, ratio(38, 50), { asked: 20, answered: 17 }).reason).toBe(
      'Session attendance 76 % (38 of 50), needs at least 80 %; 17 of 20 have answered',
    )
    expect(judge(attendance, undefined, { asked: 5, answered: 0 }).reason).toMatch(/; 0 of 5 have answered$/)
    expect(judge(attendance, ratio(4, 5), { asked: 5, answered: 5 }).reason).not.toMatch(/answered/)
  })
})

describe('outcome', () => {
  const all: Condition[] = [
    { rule: 'is-yes', fact: 'legal-sign-off' },
    attendance,
    { rule: 'improves', fact: 'early-behaviour-lift' },
  ]
  const criterion = { words: 'all of it', all }

  it('fails before it is inconclusive, and puts what failed first', () => {
    const outcome = evaluateCriterion(
      criterion,
      factsOf({ 'session-attendance': ratio(1, 2), 'early-behaviour-lift': change(1) }),
    )
    expect(outcome).toMatchObject({ outcome: 'fail', value: '50 % (1 of 2)' })
    expect(outcome.reasons.map((reason) => reason.split(/[:0-9+]/)[0]!.trim())).toEqual([
      'Session attendance',
      'Legal sign-off on data consent',
      'Early behaviour lift',
    ])
    expect(outcome.conditions.map(({ result }) => result)).toEqual(['inconclusive', 'fail', 'pass'])
  })

  it('shows the first number, a yes or no only when there is no number, and says so when there is nothing', () => {
    expect(
      evaluateCriterion(criterion, factsOf({ 'legal-sign-off': yes, 'session-attendance': ratio(4, 5) })).value,
    ).toBe('80 % (4 of 5)')
    expect(evaluateCriterion(criterion, factsOf({ 'legal-sign-off': yes })).value).toBe('yes')
    expect(evaluateCriterion(criterion, new Map()).value).toBe('no data')
  })

  it('keeps value, threshold and source beside each reason', () => {
    const source = { how: 'attested' as const, by: ['p1'], at: '2027-02-12T15:00:00.000Z' }
    expect(judge(attendance, ratio(4, 5), { source })).toMatchObject({ value: ratio(4, 5), threshold: 0.8, source })
  })

  it.each<[Condition, FactValue]>([
    [{ rule: 'is-yes', fact: 'session-attendance' }, ratio(1, 1)],
    [{ rule: 'improves', fact: 'cohort-size' }, count(3)],
    [{ rule: 'at-least', fact: 'legal-sign-off', threshold: 1 }, yes],
  ])('is inconclusive, not an exception, when rule and value do not fit: %j with %j', (condition, value) => {
    expect(judge(condition, value)).toMatchObject({
      result: 'inconclusive',
      reason: expect.stringContaining('cannot compare'),
    })
  })

  it('lets a ratio of none pass only where the criterion says so', () => {
    expect(judge({ ...attendance, whenNone: 'pass' }, ratio(0, 0)).result).toBe('pass')
    expect(judge({ ...attendance, whenNone: 'pass' }, undefined).result).toBe('inconclusive')
    expect(judge(attendance, ratio(0, 0)).result).toBe('inconclusive')
  })
})

describe('exact comparison', () => {
  it('has no float surprise: 0.57 of 100 is 57, although 0.57 × 100 is 56.99999999999999', () => {
    expect(judge({ ...attendance, threshold: 0.57 }, ratio(57, 100)).result).toBe('pass')
    expect(judge({ rule: 'more-than', fact: 'session-attendance', threshold: 0.57 }, ratio(57, 100)).result).toBe(
      'fail',
    )
    expect(judge({ rule: 'at-most', fact: 'session-attendance', threshold: 0.07 }, ratio(7, 100)).result).toBe('pass')
    expect(judge({ rule: 'less-than', fact: 'session-attendance', threshold: 1e-7 }, ratio(1, 10_000_000)).result).toBe(
      'fail',
    )
  })

  const share = fc.record({
    part: fc.nat(100_000),
    whole: fc.integer({ min: 1, max: 100_000 }),
    thousandths: fc.nat(1000),
  })

  it('agrees with whole-number arithmetic for every fraction and threshold', () => {
    fc.assert(
      fc.property(share, ({ part, whole, thousandths }) => {
        const verdict = (rule: 'at-least' | 'more-than' | 'less-than' | 'at-most') =>
          judge({ rule, fact: 'session-attendance', threshold: thousandths / 1000 }, ratio(part, whole)).result ===
          'pass'
        const [left, right] = [part * 1000, thousandths * whole]
        expect(verdict('at-least')).toBe(left >= right)
        expect(verdict('more-than')).toBe(left > right)
        expect(verdict('less-than')).toBe(left < right)
        expect(verdict('at-most')).toBe(left <= right)
      }),
    )
  })

  it('passes exactly at the threshold, whatever the size of the cohort', () => {
    fc.assert(
      fc.property(fc.nat(100), fc.integer({ min: 1, max: 10_000 }), (percent, times) => {
        const value = ratio(percent * times, 100 * times)
        expect(judge({ ...attendance, threshold: percent / 100 }, value).result).toBe('pass')
        expect(judge({ rule: 'more-than', fact: 'session-attendance', threshold: percent / 100 }, value).result).toBe(
          'fail',
        )
      }),
    )
  })
})
