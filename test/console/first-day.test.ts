import { weekWindow } from '@pilotgate/core/program/calendar'
import { describe, expect, it } from 'vitest'
import { mondayOfWeek1, nextMonday } from '../../packages/console/src/program/create-first-day.ts'
import { basicsProblems } from '../../packages/console/src/program/create-problems.ts'

describe('the first day of a new program', () => {
  it('is proposed as the next Monday in its zone', () => {
    expect(nextMonday('2027-01-06T12:00:00Z', 'Europe/Berlin')).toBe('2027-01-11')
    // Monday itself: the week has begun.
    expect(nextMonday('2027-01-11T12:00:00Z', 'Europe/Berlin')).toBe('2027-01-18')
    // Sunday evening in New York, Monday morning in Auckland.
    expect(nextMonday('2027-01-10T22:00:00Z', 'America/New_York')).toBe('2027-01-11')
    expect(nextMonday('2027-01-10T22:00:00Z', 'Pacific/Auckland')).toBe('2027-01-18')
  })

  it('gives the week 1 that the platform reckons', () => {
    for (let day = 1; day <= 14; day += 1) {
      const startDate = `2027-03-${String(day).padStart(2, '0')}`
      const plan = { startDate, zone: 'UTC', week: 2, slippedWeeks: 0, hours: { opens: '09:00', checks: '16:00' } }
      const weekLater = new Date(Date.parse(`${mondayOfWeek1(startDate)}T09:00:00Z`) + 7 * 86_400_000)
      expect(weekLater.toISOString(), startDate).toBe(weekWindow(plan).opensAt)
    }
  })

  it('must not be past where the program runs', () => {
    const program = {
      templateId: 't',
      name: 'Pilot',
      startDate: '2027-01-10',
      zone: 'Pacific/Auckland',
      thresholds: {},
    }
    const now = '2027-01-10T22:00:00Z'
    expect(basicsProblems({ ...program, zone: 'UTC' }, now)).toEqual({})
    expect(basicsProblems(program, now).startDate).toContain('today is 2027-01-11 in Pacific/Auckland')
    expect(basicsProblems({ ...program, name: 'P ', zone: 'Mars/Base', startDate: '' }, now)).toEqual({
      name: 'Give the program a name of 3 characters or more.',
      zone: 'Choose the time zone the program runs in.',
      startDate: 'Choose the first day.',
    })
  })
})
