import {
  dateOfDay,
  dayOfDate,
  localDays,
  mondayOf,
  quarterOfWeek,
  weekInQuarter,
  weeksBetween,
} from '@pilotgate/core/measurement/kpis/local-days'
import { localDate, localWeek } from '@pilotgate/core/program/calendar'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'

/** Half-hour changes, changes a minute after midnight, a day left out, no changes at all. */
const zones = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'Pacific/Apia',
  'Asia/Kathmandu',
  'Africa/Casablanca',
  'Pacific/Chatham',
  'UTC',
]
const instant = fc.date({
  min: new Date('2006-01-01T00:00:00Z'),
  max: new Date('2036-01-01T00:00:00Z'),
  noInvalidDate: true,
})

describe('local days and weeks', () => {
  it.each(zones)('are those of the calendar at any time in %s', (zone) => {
    const days = localDays(zone)
    fc.assert(
      fc.property(instant, (date) => {
        const iso = date.toISOString()
        const day = days.dayOf(iso)
        expect([dateOfDay(day), days.weekOf(day)]).toEqual([localDate(iso, zone), localWeek(iso, zone)])
      }),
      { numRuns: 300 },
    )
  })

  it.each(zones)('are those of the calendar around every change of the clock in %s', (zone) => {
    const days = localDays(zone)
    let change = Temporal.Instant.from('2006-01-01T00:00:00Z').toZonedDateTimeISO(zone).getTimeZoneTransition('next')
    let changes = 0
    for (; change && change.year < 2030; change = change.getTimeZoneTransition('next')) {
      changes += 1
      const middle = change.epochMilliseconds
      // A midnight lies within a day of a change; minutes around the change itself show a wrong offset soonest.
      for (let minute = -24 * 60; minute <= 24 * 60; minute += 30) {
        for (const ms of [-1, 0, 1]) {
          const iso = new Date(middle + minute * 60_000 + ms).toISOString()
          expect(dateOfDay(days.dayOf(iso))).toBe(localDate(iso, zone))
        }
      }
    }
    expect(changes > 0).toBe(zone !== 'UTC' && zone !== 'Asia/Kathmandu')
  })

  it('puts a day at the turn of a quarter into a week that counts in its quarter', () => {
    expect(
      ['2027-03-31', '2027-01-01', '2027-03-28', '2027-04-01'].map((date) => weekInQuarter(dayOfDate(date))),
    ).toEqual([...['2027-W12', '2027-W01', '2027-W12', '2027-W13']])
    fc.assert(
      fc.property(instant, (date) => {
        const week = weekInQuarter(dayOfDate(date.toISOString().slice(0, 10)))
        expect(quarterOfWeek(week)).toBe(`${date.getUTCFullYear()}-Q${Math.ceil((date.getUTCMonth() + 1) / 3)}`)
      }),
    )
  })

  it('finds the Monday of a week, the weeks between two, and the quarter of a week', () => {
    expect(dateOfDay(mondayOf('2027-W01'))).toBe('2027-01-04')
    expect(weeksBetween('2026-W52', '2027-W02')).toEqual(['2026-W52', '2026-W53', '2027-W01', '2027-W02'])
    expect(weeksBetween('2027-W02', '2027-W01')).toEqual([])
    expect(['2026-W53', '2027-W13', '2027-W26'].map(quarterOfWeek)).toEqual(['2026-Q4', '2027-Q2', '2027-Q3'])
    fc.assert(
      fc.property(instant, (date) => {
        const day = dayOfDate(date.toISOString().slice(0, 10))
        const monday = mondayOf(localDays('UTC').weekOf(day))
        expect([day - monday >= 0, day - monday <= 6]).toEqual([true, true])
      }),
    )
  })
})
