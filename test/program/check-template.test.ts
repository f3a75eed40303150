import { describe, expect, it } from 'vitest'
import { checkTemplate } from '../../packages/core/src/program/check-template.ts'
import type { Condition } from '../../packages/core/src/program/criterion.ts'
import type { Ask, Gate, ProgramTemplate } from '../../packages/core/src/program/template.ts'
import { leadershipPilot24w } from '../../packages/core/src/program/templates/leadership-pilot-24w.ts'

const w06 = leadershipPilot24w.gates[5]!
const w12 = leadershipPilot24w.gates[11]!
const ask = (fact: string, from: Ask['from'] = 'each'): Ask => ({ fact, of: 'coach', from, question: 'How many?' })
const small = (gates: Gate[], more: Partial<ProgramTemplate> = {}): ProgramTemplate => ({
  ...leadershipPilot24w,
  gates,
  earlySignals: [],
  ...more,
})
const check = (change: Partial<Gate>, more: Partial<ProgramTemplate> = {}) =>
  checkTemplate(small([{ ...w06, ...change }], more))
/** A gate with these conditions that asks for their facts. */
const conditions = (...all: Condition[]) => {
  const names = [...new Set(all.map(({ fact }) => fact))].filter((name) => name !== 'cohort-size')
  const asks = names.map((name) => ask(name, name === 'legal-sign-off' ? 'one' : 'each'))
  return check({ asks, criterion: { words: 'x', all } })
}
const fields = (problems: { field: string }[]) => problems.map(({ field }) => field)
const at = (rule: 'at-least' | 'more-than' | 'less-than' | 'at-most', fact: string, threshold: number): Condition => ({
  rule,
  fact,
  threshold,
})

describe('conditions', () => {
  const path = 'gates.0.criterion.all'

  it.each<[Condition, string]>([
    [at('at-least', 'session-attendance', 1.2), 'threshold'],
    [at('at-least', 'session-attendance', -0.1), 'threshold'],
    [at('at-least', 'session-attendance', 80), 'threshold'],
    [at('more-than', 'session-attendance', 1), 'threshold'],
    [at('less-than', 'session-attendance', 0), 'threshold'],
    [at('at-least', 'participant-rating', 6), 'threshold'],
    [at('at-most', 'participant-rating', 0.5), 'threshold'],
    [at('more-than', 'participant-rating', 5), 'threshold'],
    [at('less-than', 'participant-rating', 1), 'threshold'],
    [at('less-than', 'case-studies-drafted', 0), 'threshold'],
    [at('at-least', 'case-studies-drafted', 1.5), 'threshold'],
    [at('at-least', 'case-studies-drafted', -1), 'threshold'],
    [at('at-least', 'session-attendance', Number.NaN), 'threshold'],
    [at('at-least', 'legal-sign-off', 1), 'rule'],
    [at('at-least', 'early-behaviour-lift', 1), 'rule'],
    [{ rule: 'is-yes', fact: 'session-attendance' }, 'rule'],
    [{ rule: 'improves', fact: 'session-attendance' }, 'rule'],
    [{ rule: 'at-least', fact: 'case-studies-drafted', threshold: 2, whenNone: 'pass' }, 'whenNone'],
    [at('at-most', 'cohort-size', 12), 'rule'],
  ])('refuses %j at %s', (condition, field) => {
    expect(fields(conditions(condition))).toEqual([`${path}.0.${field}`])
  })

  it.each<Condition>([
    at('at-least', 'session-attendance', 1),
    at('at-most', 'session-attendance', 0),
    at('more-than', 'session-attendance', 0),
    at('less-than', 'session-attendance', 1),
    at('at-least', 'participant-rating', 5),
    at('at-most', 'open-systemic-blockers', 0),
    { rule: 'at-least', fact: 'session-attendance', threshold: 1, whenNone: 'pass' },
    { rule: 'improves', fact: 'early-behaviour-lift' },
    { rule: 'is-yes', fact: 'legal-sign-off' },
    at('at-least', 'cohort-size', 20),
  ])('accepts %j', (condition) => {
    expect(conditions(condition)).toEqual([])
  })

  it('refuses a fact that is not in the catalogue, in a condition and in an ask', () => {
    expect(fields(conditions(at('at-least', 'attendence', 0.8)))).toEqual(['gates.0.asks.0.fact', `${path}.0.fact`])
  })

  it.each<[Condition, Condition]>([
    [at('at-least', 'session-attendance', 0.8), at('less-than', 'session-attendance', 0.8)],
    [at('more-than', 'session-attendance', 0.8), at('at-most', 'session-attendance', 0.8)],
    [at('at-least', 'session-attendance', 0.9), at('at-most', 'session-attendance', 0.1)],
    [at('more-than', 'case-studies-drafted', 2), at('less-than', 'case-studies-drafted', 3)],
    [at('at-least', 'participant-rating', 4), at('less-than', 'participant-rating', 4)],
  ])('refuses %j together with %j', (first, second) => {
    expect(fields(conditions(first, second))).toEqual([`${path}.1.threshold`])
  })

  it.each<[Condition, Condition]>([
    [at('at-least', 'session-attendance', 0.8), at('at-most', 'session-attendance', 0.8)],
    [at('more-than', 'session-attendance', 0.8), at('less-than', 'session-attendance', 0.81)],
    [at('more-than', 'case-studies-drafted', 1), at('less-than', 'case-studies-drafted', 3)],
    [at('at-least', 'session-attendance', 0.8), at('at-most', 'intake-completion', 0.1)],
  ])('accepts %j together with %j', (first, second) => {
    expect(conditions(first, second)).toEqual([])
  })

  it('refuses a minimum cohort that differs from the criterion', () => {
    const criterion = { words: 'x', all: [at('at-least', 'cohort-size', 20)] }
    expect(check({ criterion }, { minimumCohort: 12 })).toEqual([
      { field: `${path}.0.threshold`, problem: expect.stringContaining('minimum cohort of 12') },
    ])
  })
})

describe('asks', () => {
  it('refuses a fact that is never asked for, and accepts one that is computed', () => {
    expect(check({ asks: [] })).toEqual([
      {
        field: 'gates.0.criterion.all.0.fact',
        problem: '"session-attendance" is never asked for. Ask for it in W06 or before.',
      },
    ])
    expect(
      check({ asks: [], criterion: { words: 'x', all: [{ rule: 'is-yes', fact: 'pool-covers-cohort' }] } }),
    ).toEqual([])
  })

  it('refuses a fact asked for only later, and accepts one asked for before', () => {
    const later = checkTemplate(small([{ ...w06, asks: [] }, w12]))
    expect(later).toMatchObject([{ problem: expect.stringContaining('only later, in W12') }])
    expect(checkTemplate(small([w06, { ...w12, asks: w12.asks.slice(1) }]))).toEqual([])
  })

  it('refuses to ask one person for a share of people, or each person for one yes or no', () => {
    expect(fields(check({ asks: [...w06.asks, ask('intake-completion', 'one')] }))).toEqual(['gates.0.asks.1.from'])
    expect(fields(check({ asks: [...w06.asks, ask('legal-sign-off', 'each')] }))).toEqual(['gates.0.asks.1.from'])
  })

  it('refuses to ask for a fact twice in one gate', () => {
    expect(fields(check({ asks: [...w06.asks, { ...ask('session-attendance'), of: 'mentor' }] }))).toEqual([
      'gates.0.asks.1.fact',
    ])
  })
})

describe('weeks, decisions and settings', () => {
  it.each<[string, ProgramTemplate, string[]]>([
    ['no gates', small([]), ['gates']],
    ['no conditions', small([{ ...w06, criterion: { words: 'x', all: [] } }]), ['gates.0.criterion.all']],
    ['an id twice', small([w06, { ...w06, week: 7 }]), ['gates.1.gate']],
    ['two gates in one week', small([w06, { ...w06, gate: 'W07' }]), ['gates.1.week']],
    ['gates out of order', small([w06, { ...w06, gate: 'W05', week: 5 }]), ['gates.1.week']],
    ['a week beyond the end', small([w06], { weeks: 5 }), ['gates.0.week']],
    ['steering without choices', small([{ ...w12, choices: [] }]), ['gates.0.choices']],
    ['steering with one choice', small([{ ...w12, choices: ['stop'] }]), ['gates.0.choices']],
    ['a choice twice', small([{ ...w12, choices: ['stop', 'stop'] }]), ['gates.0.choices']],
    ['choices on a rule gate', small([{ ...w06, choices: ['stop', 'go'] }]), ['gates.0.choices']],
    ['a scale decision by rule', small([{ ...w06, scaleDecision: true }]), ['gates.0.scaleDecision']],
    ['a scale decision without scale', small([{ ...w12, scaleDecision: true }]), ['gates.0.choices']],
    [
      'a quorum too large',
      small([w06], { steering: { committee: ['sponsor', 'legal'], quorum: 3 } }),
      ['steering.quorum'],
    ],
    [
      'a seat twice',
      small([w06], { steering: { committee: ['sponsor', 'sponsor'], quorum: 1 } }),
      ['steering.committee'],
    ],
    ['checks before opens', small([w06], { hours: { opens: '16:00', checks: '09:00' } }), ['hours.checks']],
    ['checks as it opens', small([w06], { hours: { opens: '09:00', checks: '09:00' } }), ['hours.checks']],
    ['no time of day', small([w06], { hours: { opens: '09:60', checks: '24:00' } }), ['hours.opens', 'hours.checks']],
    ['a signal after the end', small([w06], { earlySignals: [{ day: 169, words: 'x' }] }), ['earlySignals.0.day']],
    [
      'a signal twice',
      small([w06], {
        earlySignals: [
          { day: 60, words: 'x' },
          { day: 60, words: 'y' },
        ],
      }),
      ['earlySignals.1.day'],
    ],
  ])('refuses %s', (_, template, expected) => {
    expect(fields(checkTemplate(template))).toEqual(expected)
  })

  it('names every problem at once, each with a remedy', () => {
    const problems = checkTemplate(
      small([{ ...w06, week: 30, choices: ['go', 'stop'] }], { hours: { opens: '9', checks: '10:00' } }),
    )
    expect(fields(problems)).toEqual(['gates.0.week', 'gates.0.choices', 'hours.opens'])
    for (const { problem } of problems) expect(problem).toMatch(/\. [A-Z].+\.$/)
  })
})
