import type { StepRound } from '@pilotgate/core/selection/candidacy'
import { lastDayOf } from '@pilotgate/core/selection/engagement-length'
import { expectedAppointment } from '@pilotgate/core/selection/expected-appointment'
import { type Held, openNeeds } from '@pilotgate/core/selection/expected-needs'
import type { PathName } from '@pilotgate/core/selection/selection-path'
import { describe, expect, it } from 'vitest'

const now = '2027-02-03T09:00:00.000Z'
const round = (step: string, status: StepRound['status'], more: Partial<StepRound> = {}): StepRound => ({
  step,
  round: 1,
  status,
  openedAt: now,
  dueAt: now,
  asked: [],
  reminders: 0,
  ...more,
})
const passed = (...steps: string[]) => steps.map((step) => round(step, 'passed'))
const beforeCalibration = passed('application', 'live-demo', 'references', 'demo-review', 'co-coaching', 'documents')

describe('when a candidate is expected in the pool', () => {
  it.each<[string, PathName, StepRound[], string]>([
    // 7 + 14 + the longest branch of 14 + 10 days
    ['nothing done yet', 'external-coach', [], '2027-03-20T09:00:00.000Z'],
    // 7 + 7 + four weeks of course + 10 days, over the clock change of 28 March
    ['a mentor', 'internal-mentor', [], '2027-03-27T09:00:00.000Z'],
    // 7 + 10 + 10 + 42 + 7 + 10: the last days are summer time
    ['an internal coach', 'internal-coach', [], '2027-04-30T08:00:00.000Z'],
    ['all but the last step', 'external-coach', beforeCalibration, '2027-02-13T09:00:00.000Z'],
    [
      'a step that is open until its tasks are due',
      'external-coach',
      [...beforeCalibration, round('calibration', 'open', { dueAt: '2027-02-09T17:00:00Z' })],
      '2027-02-09T17:00:00Z',
    ],
    [
      'a step that is late',
      'external-coach',
      [...beforeCalibration, round('calibration', 'open', { dueAt: '2027-01-09T17:00:00Z' })],
      now,
    ],
    [
      'a step on hold: asked again after it',
      'external-coach',
      [...beforeCalibration, round('calibration', 'on hold', { until: '2027-02-17T09:00:00.000Z' })],
      '2027-02-27T09:00:00.000Z',
    ],
    [
      'the further round of a step that was on hold',
      'external-coach',
      [
        ...beforeCalibration,
        round('calibration', 'on hold', { until: '2027-02-17T09:00:00.000Z' }),
        round('calibration', 'open', { round: 2, dueAt: '2027-02-20T09:00:00.000Z' }),
      ],
      '2027-02-20T09:00:00.000Z',
    ],
    [
      'the slowest of branches beside each other',
      'external-coach',
      [
        ...passed('application', 'live-demo', 'documents', 'co-coaching'),
        round('references', 'on hold', { until: '2027-03-01T09:00:00.000Z' }),
        round('demo-review', 'open', { dueAt: '2027-02-05T09:00:00.000Z' }),
      ],
      '2027-03-25T09:00:00.000Z',
    ],
  ])('%s', (_, path, rounds, expected) => {
    expect(expectedAppointment({ path, rounds }, now, 'Europe/Berlin')).toBe(expected)
  })
})

describe('how long an engagement lasts at most', () => {
  it.each([
    ['2027-01-31', '90 days', 'coach', '2027-05-01'],
    ['2027-01-31', '3–6 months', 'coach', '2027-07-31'],
    ['2027-01-31', '3 to 4 months', 'coach', '2027-05-31'],
    ['2027-08-31', '3–6 months', 'coach', '2028-02-29'],
    ['2027-01-31', '9–12 months', 'mentor', '2028-01-31'],
    ['2027-01-31', '12 weeks', 'mentor', '2027-04-25'],
    ['2027-01-31', 'as long as needed', 'mentor', '2028-01-31'],
    ['2027-01-31', undefined, 'coach', '2027-07-31'],
  ] as const)('begun on %s for %s with a %s', (began, length, service, ends) => {
    expect(lastDayOf(began, length, service)).toBe(ends)
  })
})

describe('what a decided participant still needs', () => {
  const today = '2027-02-03'
  const decided = (coach: number, mentor: number) => [
    { service: 'coach' as const, order: coach, cadence: '', length: '90 days', provider: 'either' as const },
    { service: 'mentor' as const, order: mentor, cadence: '', length: '9–12 months', provider: 'either' as const },
  ]
  const coached: Held = { service: 'coach', began: '2027-01-10', length: '90 days' }

  it.each<[string, [number, number], Held[], [string, string][]]>([
    [
      'both at once',
      [1, 1],
      [],
      [
        ['coach', today],
        ['mentor', today],
      ],
    ],
    [
      'the mentor after the coach',
      [1, 2],
      [],
      [
        ['coach', today],
        ['mentor', '2027-05-04'],
      ],
    ],
    ['the mentor when the coaching that runs is over', [1, 2], [coached], [['mentor', '2027-04-10']]],
    [
      'the mentor now when the coaching is over already',
      [1, 2],
      [{ ...coached, began: '2026-10-01' }],
      [['mentor', today]],
    ],
    [
      'the coach after the mentor',
      [2, 1],
      [],
      [
        ['coach', '2028-02-03'],
        ['mentor', today],
      ],
    ],
    ['nothing', [1, 1], [coached, { service: 'mentor', began: today }], []],
  ])('%s', (_, [coach, mentor], held, expected) => {
    expect(openNeeds(decided(coach, mentor), held, today).map(({ service, from }) => [service, from])).toEqual(expected)
  })
})
