import type { Learner, Provider } from '@pilotgate/core/matching/cohort'
import { readAvailability } from '@pilotgate/core/matching/score/availability'
import { readGoals } from '@pilotgate/core/matching/score/goals'
import { referenceWeek } from '@pilotgate/core/matching/score/reference-week'
import { readSkills } from '@pilotgate/core/matching/score/skills'
import { readSponsorship } from '@pilotgate/core/matching/score/sponsorship'
import { readSuccess } from '@pilotgate/core/matching/score/success'
import { describe, expect, it } from 'vitest'
import { consentTo, learner, provider, week } from '../people.ts'

describe('skills: the share of the skills wanted that the provider has', () => {
  it.each<[string, string[], string[], number | undefined, string]>([
    ['some', ['SQL', 'Go', 'Rust', 'Kafka'], ['Go', 'SQL', 'Java'], 0.5, 'has 2 of the 4 skills wanted (SQL, Go)'],
    ['all', ['SQL'], ['SQL'], 1, 'has 1 of the 1 skill wanted (SQL)'],
    ['none', ['SQL', 'Go'], ['Java'], 0, 'has none of the 2 skills wanted'],
    ['case and spaces do not count', ['Type Script '], ['typescript'], 1, 'has 1 of the 1 skill wanted (Type Script)'],
    ['one wanted twice counts once', ['SQL', 'sql', 'Go'], ['SQL'], 0.5, 'has 1 of the 2 skills wanted (SQL)'],
    ['nothing wanted', ['', ' '], ['SQL'], undefined, 'not known, the participant names no skills'],
    ['nothing recorded', ['SQL'], [], undefined, 'not known, no skills are recorded for the provider'],
  ])('%s', (_, skillsWanted, skills, value, words) => {
    expect(readSkills(learner('L', { answers: { skillsWanted } }), provider('P', { skills }))).toEqual({ value, words })
  })

  it('are not read without consent', () => {
    const words = 'not used, there is no consent to use skills for matching'
    expect(readSkills(learner('L', { consent: consentTo('goals') }), provider('P'))).toEqual({
      value: undefined,
      words,
    })
  })
})

describe('goals: the share of target behaviours among the strengths', () => {
  it.each<[string, Partial<Learner['answers']>, Partial<Provider['record']>, number | undefined]>([
    ['half', {}, { strengths: ['feedback', 'conflict'] }, 0.5],
    ['all', {}, { strengths: ['feedback', 'delegation'] }, 1],
    ['none', {}, { strengths: ['conflict'] }, 0],
    ['no target', { targetBehaviours: [] }, {}, undefined],
    ['no strength recorded', {}, { strengths: [] }, undefined],
  ])('%s', (_, answers, record, value) => {
    expect(readGoals(learner('L', { answers }), provider('P', record)).value).toBe(value)
  })

  it('are not read without consent', () => {
    expect(readGoals(learner('L', { consent: consentTo('skills') }), provider('P')).value).toBeUndefined()
  })
})

describe('sponsorship: (introductions + 2 × sponsor actions) / 12, at most 1', () => {
  it.each<[Provider['record']['sponsorship'], number | undefined]>([
    [undefined, undefined],
    [{ introductions: 0, actions: 0 }, 0],
    [{ introductions: 3, actions: 0 }, 0.25],
    [{ introductions: 2, actions: 2 }, 0.5],
    [{ introductions: 12, actions: 0 }, 1],
    [{ introductions: 0, actions: 6 }, 1],
    [{ introductions: 90, actions: 50 }, 1],
  ])('%j gives %s', (sponsorship, value) => {
    expect(readSponsorship(provider('P', { sponsorship })).value).toBe(value)
  })
})

describe('success: (reached + 2) / (all + 4), so that few observations count less', () => {
  it.each<[Provider['record']['outcomes'], number | undefined]>([
    [undefined, undefined],
    [{ reached: 0, all: 0 }, undefined],
    [{ reached: 1, all: 1 }, 3 / 5],
    [{ reached: 0, all: 1 }, 2 / 5],
    [{ reached: 9, all: 10 }, 11 / 14],
    [{ reached: 96, all: 96 }, 98 / 100],
  ])('%j gives %s', (outcomes, value) => {
    expect(readSuccess(provider('P', { outcomes })).value).toBe(value)
  })
})

describe('availability: shared hours a week in both zones / 4, at most 1', () => {
  type Hours = [zone: string, ...windows: [day: number, from: string, to: string][]]
  const hours = ([zone, ...windows]: Hours) => ({
    zone,
    availability: windows.map(([day, from, to]) => ({ day, from, to })),
  })

  it.each<[string, string, Hours, Hours, number]>([
    ['the same zone', week, ['Europe/Berlin', [1, '09:00', '12:00']], ['Europe/Berlin', [1, '10:00', '14:00']], 2],
    ['quarter hours', week, ['Europe/Berlin', [1, '09:00', '12:00']], ['Europe/Berlin', [1, '10:30', '11:15']], 0.75],
    [
      'only whole quarters',
      week,
      ['Europe/Berlin', [1, '09:05', '09:55']],
      ['Europe/Berlin', [1, '09:00', '10:00']],
      0.5,
    ],
    ['six hours apart', week, ['Europe/Berlin', [1, '15:00', '18:00']], ['America/New_York', [1, '09:00', '11:00']], 2],
    [
      'not at the same time',
      week,
      ['Europe/Berlin', [1, '09:00', '12:00']],
      ['America/New_York', [1, '09:00', '12:00']],
      0,
    ],
    [
      'the clocks of one have changed',
      '2027-03-15',
      ['Europe/Berlin', [1, '14:00', '15:00']],
      ['America/New_York', [1, '09:00', '10:00']],
      1,
    ],
    [
      'both have changed',
      '2027-03-29',
      ['Europe/Berlin', [1, '15:00', '16:00']],
      ['America/New_York', [1, '09:00', '10:00']],
      1,
    ],
    ['a zone at :45', week, ['Asia/Kathmandu', [2, '12:45', '14:45']], ['UTC', [2, '07:00', '09:00']], 2],
    [
      'Monday here is Sunday there',
      week,
      ['Pacific/Auckland', [1, '09:00', '11:00']],
      ['America/New_York', [7, '15:00', '17:00']],
      2,
    ],
    [
      'Sunday night here is Monday there',
      week,
      ['America/Los_Angeles', [7, '20:00', '24:00']],
      ['UTC', [1, '04:00', '06:00']],
      2,
    ],
    [
      'two windows over each other count once',
      week,
      ['UTC', [1, '09:00', '11:00'], [1, '10:00', '11:00']],
      ['UTC', [1, '09:00', '24:00']],
      2,
    ],
    [
      'the hour that the spring gap skips is not there',
      '2027-03-28',
      ['Europe/Berlin', [7, '02:00', '04:00']],
      ['UTC', [7, '00:00', '24:00']],
      1,
    ],
    [
      'an hour that autumn repeats is the earlier',
      '2027-10-31',
      ['Europe/Berlin', [7, '02:00', '02:30']],
      ['UTC', [7, '00:00', '00:30']],
      0.5,
    ],
  ])('%s', (_, date, own, other, shared) => {
    const pair = [learner('L', { answers: hours(own) }), provider('P', hours(other))] as const
    expect(readAvailability(...pair, referenceWeek(date)).value).toBe(Math.min(1, shared / 4))
  })

  it('is full from four hours on', () => {
    const all = hours(['UTC', [1, '08:00', '20:00']])
    expect(readAvailability(learner('L', { answers: all }), provider('P', all), referenceWeek(week))).toEqual({
      value: 1,
      words: 'is free at the same time 12 hours a week',
    })
  })

  it.each<[string, Learner, Provider]>([
    ['an agent', learner('L', { learnerKind: 'agent' }), provider('P')],
    ['no consent', learner('L', { consent: consentTo('goals') }), provider('P')],
    ['no hours', learner('L', { answers: { availability: [] } }), provider('P')],
    ['an unknown zone', learner('L', { answers: { zone: 'Nowhere/Land' } }), provider('P')],
    ['no hours of the provider', learner('L'), provider('P', { availability: [] })],
  ])('is missing with %s', (_, own, other) => {
    expect(readAvailability(own, other, referenceWeek(week)).value).toBeUndefined()
  })

  it('refuses a week that is no date', () => {
    expect(() => referenceWeek('soon')).toThrow(/"soon" is not a date/)
  })
})
