import type { Learner, Provider } from '@pilotgate/core/matching/cohort'
import { type HardRule, notChecked, violations } from '@pilotgate/core/matching/hard-rules'
import { referenceWeek } from '@pilotgate/core/matching/score/reference-week'
import { describe, expect, it } from 'vitest'
import { consentTo, learner, provider, week } from '../people.ts'

describe('hard rules (M4)', () => {
  it('allow a pair that breaks none', () => {
    expect(violations(learner('L'), provider('P'), week)).toEqual([])
  })

  const early = { availability: [{ day: 1, from: '06:00', to: '08:00' }] }
  const touching = { availability: [{ day: 1, from: '11:15', to: '14:00' }] }
  const scattered = {
    availability: ['09:00', '09:30', '10:00', '10:30', '11:00'].map((from) => ({
      day: 1,
      from,
      to: from.replace(':00', ':15').replace(':30', ':45'),
    })),
  }
  it.each<[string, Learner, Provider, HardRule]>([
    [
      'no consent to goals or skills',
      learner('L', { consent: consentTo('languages', 'availability') }),
      provider('P'),
      'consent',
    ],
    ['not through the gate', learner('L'), provider('P', { status: 'not selected' }), 'selection gate'],
    ['suspended', learner('L'), provider('P', { status: 'suspended' }), 'selection gate'],
    ['no free place', learner('L'), provider('P', { free: 0 }), 'capacity'],
    ['themselves', learner('L'), provider('L'), 'self'],
    ['their manager', learner('L', { managerId: 'P' }), provider('P'), 'reporting line'],
    ['somebody they manage', learner('L'), provider('P', { managerId: 'L' }), 'reporting line'],
    ['a conflict of interest', learner('L'), provider('P', { conflicts: ['X', 'L'] }), 'conflict of interest'],
    ['no common language', learner('L'), provider('P', { languages: ['German'] }), 'language'],
    ['no common hour', learner('L'), provider('P', early), 'overlapping hour'],
    ['three quarters of an hour', learner('L'), provider('P', touching), 'overlapping hour'],
    ['quarters that make no whole hour', learner('L'), provider('P', scattered), 'overlapping hour'],
  ])('exclude %s, in words', (_, own, other, rule) => {
    const found = violations(own, other, week)
    expect(found.map((violation) => violation.rule)).toEqual([rule])
    expect(found[0]!.words).toMatch(/^[A-Z].*\.$/)
  })

  it('name all that is broken', () => {
    const rules = violations(learner('L', { managerId: 'P' }), provider('P', { free: 0, conflicts: ['L'] }), week)
    expect(rules.map(({ rule }) => rule)).toEqual(['capacity', 'reporting line', 'conflict of interest'])
  })

  it.each<[string, Learner, Provider, string[]]>([
    [
      'no consent for languages',
      learner('L', { consent: consentTo('goals', 'availability') }),
      provider('P', { languages: ['German'] }),
      ['a common language'],
    ],
    ['no languages recorded', learner('L'), provider('P', { languages: [] }), ['a common language']],
    [
      'no consent for hours',
      learner('L', { consent: consentTo('goals', 'languages') }),
      provider('P', early),
      ['an hour a week when both are free'],
    ],
    ['an agent, who has no calendar (I6)', learner('L', { learnerKind: 'agent' }), provider('P', early), []],
  ])('that cannot be looked at are left to a person: %s', (_, own, other, open) => {
    expect(violations(own, other, week)).toEqual([])
    expect(notChecked(own, other, referenceWeek(week))).toEqual(open)
  })
})
