import { poolForecast } from '@pilotgate/core/selection/pool-forecast'
import { describe, expect, it } from 'vitest'

const forecast = (changes: Partial<Parameters<typeof poolForecast>[0]> = {}) =>
  poolForecast({
    activeLeaders: 100,
    coaches: { people: 9, freePlaces: 20 },
    mentors: { people: 10, freePlaces: 25 },
    demand: { coach: 18, mentor: 24 },
    ...changes,
  })

describe('the pool and what is asked of it (C)', () => {
  it('is enough within the targets', () => {
    expect(forecast()).toEqual([
      {
        service: 'coach',
        people: 9,
        target: { least: 8, most: 12 },
        demand: 18,
        freePlaces: 20,
        waiting: 0,
        status: 'enough',
        words:
          '9 coaches with 20 free places for 18 participants. The target is 8 to 12 (8 % to 12 % of 100 active leaders).',
      },
      expect.objectContaining({ service: 'mentor', target: { least: 8, most: 24 }, status: 'enough' }),
    ])
  })

  it.each<[string, Parameters<typeof forecast>[0], 'coach' | 'mentor', string, RegExp]>([
    [
      'too few by the target',
      { coaches: { people: 7, freePlaces: 20 } },
      'coach',
      'too few',
      /1 more coach needed to reach the target\.$/,
    ],
    [
      'people who wait',
      { mentors: { people: 10, freePlaces: 20 } },
      'mentor',
      'too few',
      /4 would have to wait for a place\.$/,
    ],
    [
      'more than needed',
      { coaches: { people: 13, freePlaces: 20 } },
      'coach',
      'more than needed',
      /The target is 8 to 12/,
    ],
    [
      'no pool at all',
      { mentors: { people: 0, freePlaces: 0 } },
      'mentor',
      'too few',
      /^0 mentors with 0 free places for 24/,
    ],
    ['nobody asking', { demand: { coach: 18, mentor: 0 } }, 'mentor', 'more than needed', /The target is 0/],
  ])('says so: %s', (_, changes, service, status, words) => {
    const found = forecast(changes).find((each) => each.service === service)!
    expect(found.status).toBe(status)
    expect(found.words).toMatch(words)
  })

  it('does not round floating point up: 8 % of 25 leaders is 2', () => {
    expect(forecast({ activeLeaders: 25 })[0]!.target).toEqual({ least: 2, most: 3 })
  })
})
