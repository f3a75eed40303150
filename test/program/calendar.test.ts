import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import {
  dayOfProgram,
  isZone,
  localDate,
  localWeek,
  nextOpening,
  plusDays,
  programWeekAt,
  weekWindow,
} from '../../packages/core/src/program/calendar.ts'

const hours = { opens: '09:00', checks: '16:00' }
const berlin = { startDate: '2027-01-11', zone: 'Europe/Berlin', slippedWeeks: 0, hours }
const wall = (instant: string, zone: string) => Temporal.Instant.from(instant).toZonedDateTimeISO(zone)
const hoursBetween = (a: string, b: string) => (Date.parse(b) - Date.parse(a)) / 3_600_000

describe('weekWindow', () => {
  it.each<[zone: string, week: number, opensAt: string, checksAt: string]>([
    ['Europe/Berlin', 1, '2027-01-11T08:00:00.000Z', '2027-01-15T15:00:00.000Z'],
    ['Europe/Berlin', 0, '2027-01-04T08:00:00.000Z', '2027-01-08T15:00:00.000Z'],
    // Clocks go forward on 28 March 2027, between weeks 11 and 12.
    ['Europe/Berlin', 11, '2027-03-22T08:00:00.000Z', '2027-03-26T15:00:00.000Z'],
    ['Europe/Berlin', 12, '2027-03-29T07:00:00.000Z', '2027-04-02T14:00:00.000Z'],
    // 14 March 2027.
    ['America/New_York', 9, '2027-03-08T14:00:00.000Z', '2027-03-12T21:00:00.000Z'],
    ['America/New_York', 10, '2027-03-15T13:00:00.000Z', '2027-03-19T20:00:00.000Z'],
    // Half an hour back on 4 April 2027.
    ['Australia/Lord_Howe', 12, '2027-03-28T22:00:00.000Z', '2027-04-02T05:00:00.000Z'],
    ['Australia/Lord_Howe', 13, '2027-04-04T22:30:00.000Z', '2027-04-09T05:30:00.000Z'],
    // +05:45, no clock changes.
    ['Asia/Kathmandu', 1, '2027-01-11T03:15:00.000Z', '2027-01-15T10:15:00.000Z'],
    ['Asia/Kathmandu', 24, '2027-06-21T03:15:00.000Z', '2027-06-25T10:15:00.000Z'],
  ])('%s week %i', (zone, week, opensAt, checksAt) => {
    expect(weekWindow({ ...berlin, zone, week })).toEqual({ opensAt, checksAt })
  })

  it.each<[startDate: string, opens: string, checks: string]>([
    ['2027-01-11', '2027-01-11', '2027-01-15'],
    ['2027-01-12', '2027-01-12', '2027-01-15'],
    ['2027-01-14', '2027-01-14', '2027-01-15'],
    // No working week is left: week 1 is the calendar week after.
    ['2027-01-15', '2027-01-18', '2027-01-22'],
    ['2027-01-16', '2027-01-18', '2027-01-22'],
    ['2027-01-17', '2027-01-18', '2027-01-22'],
  ])('a start on %s opens week 1 on %s and checks it on %s', (startDate, opens, checks) => {
    const week1 = weekWindow({ ...berlin, startDate, week: 1 })
    expect([localDate(week1.opensAt, berlin.zone), localDate(week1.checksAt, berlin.zone)]).toEqual([opens, checks])
    const week2 = weekWindow({ ...berlin, startDate, week: 2 })
    expect(wall(week2.opensAt, berlin.zone).dayOfWeek).toBe(1)
    expect(hoursBetween(week1.checksAt, week2.opensAt)).toBe(65)
  })

  it('follows a zone that goes back for one month of the year (Casablanca, Ramadan 2025: 23 February to 6 April)', () => {
    const casablanca = { startDate: '2025-02-17', zone: 'Africa/Casablanca', slippedWeeks: 0, hours }
    const opens = [1, 2, 7, 8].map((week) => weekWindow({ ...casablanca, week }).opensAt)
    expect(opens).toEqual([
      '2025-02-17T08:00:00.000Z',
      '2025-02-24T09:00:00.000Z',
      '2025-03-31T09:00:00.000Z',
      '2025-04-07T08:00:00.000Z',
    ])
  })

  it('moves by whole weeks, and week 1 is a whole week once it has slipped', () => {
    const startDate = '2027-01-13'
    const slipped = weekWindow({ ...berlin, startDate, week: 1, slippedWeeks: 1 })
    expect(slipped).toEqual(weekWindow({ ...berlin, startDate, week: 2 }))
  })

  it('has weeks of 167 and 169 hours around the clock changes', () => {
    const opens = (week: number) => weekWindow({ ...berlin, week }).opensAt
    expect(hoursBetween(opens(10), opens(11))).toBe(168)
    expect(hoursBetween(opens(11), opens(12))).toBe(167)
    expect(hoursBetween(opens(42), opens(43))).toBe(169)
  })

  it('puts a time in the spring gap later, by the length of the gap (Cairo, Friday 30 April 2027)', () => {
    const gap = {
      startDate: '2027-04-26',
      zone: 'Africa/Cairo',
      slippedWeeks: 0,
      hours: { opens: '00:10', checks: '00:30' },
    }
    const { checksAt } = weekWindow({ ...gap, week: 1 })
    expect(wall(checksAt, gap.zone).toPlainDateTime().toString()).toBe('2027-04-30T01:30:00')
  })

  it('takes the earlier of the two times in the autumn overlap (Amman, Friday 29 October 2021)', () => {
    const twice = {
      startDate: '2021-10-25',
      zone: 'Asia/Amman',
      slippedWeeks: 0,
      hours: { opens: '00:10', checks: '00:30' },
    }
    expect(weekWindow({ ...twice, week: 1 }).checksAt).toBe('2021-10-28T21:30:00.000Z')
  })

  const zones = fc.constantFrom(
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'Africa/Casablanca',
    'Asia/Kathmandu',
  )
  const dates = fc
    .integer({ min: 0, max: 3000 })
    .map((days) => Temporal.PlainDate.from('2025-01-01').add({ days }).toString())

  it('keeps wall time, weekday and order in every week of every zone', () => {
    fc.assert(
      fc.property(zones, dates, fc.integer({ min: 0, max: 52 }), fc.nat(5), (zone, startDate, week, slippedWeeks) => {
        const program = { startDate, zone, slippedWeeks, hours }
        const { opensAt, checksAt } = weekWindow({ ...program, week })
        const [opens, checks] = [wall(opensAt, zone), wall(checksAt, zone)]
        expect([opens.hour, opens.minute, checks.hour, checks.minute, checks.dayOfWeek]).toEqual([9, 0, 16, 0, 5])
        if (week !== 1) expect(opens.dayOfWeek).toBe(1)
        expect(opensAt < checksAt).toBe(true)
        expect(checksAt < weekWindow({ ...program, week: week + 1 }).opensAt).toBe(true)
        expect(programWeekAt({ ...program, instant: checksAt })).toBe(week)
        expect(opens.toPlainDate().toString() >= startDate || week < 1).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  it('never opens a late week in the past, and slips no further than it must', () => {
    const late = fc.record({
      week: fc.integer({ min: 1, max: 30 }),
      minutes: fc.integer({ min: -20_000, max: 60_000 }),
    })
    fc.assert(
      fc.property(zones, dates, late, fc.nat(3), (zone, startDate, { week, minutes }, slippedWeeks) => {
        const program = { startDate, zone, slippedWeeks, hours, week }
        const now = new Date(Date.parse(weekWindow(program).opensAt) + minutes * 60_000).toISOString()
        const next = nextOpening({ ...program, now })
        expect(next.opensAt >= now).toBe(true)
        expect(next.checksAt > next.opensAt).toBe(true)
        expect(next.checksAt).toBe(weekWindow({ ...program, slippedWeeks: next.slippedWeeks }).checksAt)
        if (next.slippedWeeks > slippedWeeks) {
          const earlier = nextOpening({ ...program, now: plusDays(now, zone, -7) })
          expect(earlier.slippedWeeks).toBeLessThan(next.slippedWeeks)
        }
      }),
      { numRuns: 200 },
    )
  })
})

describe('nextOpening', () => {
  const week2 = { ...berlin, week: 2 }
  it.each<[now: string, opensAt: string, checksAt: string, slippedWeeks: number]>([
    ['2027-01-15T15:00:00Z', '2027-01-18T08:00:00.000Z', '2027-01-22T15:00:00.000Z', 0],
    ['2027-01-18T08:00:00Z', '2027-01-18T08:00:00.000Z', '2027-01-22T15:00:00.000Z', 0],
    ['2027-01-18T08:00:01Z', '2027-01-18T08:00:01.000Z', '2027-01-22T15:00:00.000Z', 0],
    ['2027-01-21T07:59:59.5Z', '2027-01-21T07:59:59.500Z', '2027-01-22T15:00:00.000Z', 0],
    ['2027-01-21T08:00:00Z', '2027-01-25T08:00:00.000Z', '2027-01-29T15:00:00.000Z', 1],
    ['2027-01-25T08:00:00Z', '2027-01-25T08:00:00.000Z', '2027-01-29T15:00:00.000Z', 1],
    ['2027-01-25T08:00:01Z', '2027-02-01T08:00:00.000Z', '2027-02-05T15:00:00.000Z', 2],
    ['2027-04-02T12:00:00Z', '2027-04-05T07:00:00.000Z', '2027-04-09T14:00:00.000Z', 11],
  ])('at %s', (now, opensAt, checksAt, slippedWeeks) => {
    expect(nextOpening({ ...week2, now })).toEqual({ opensAt, checksAt, slippedWeeks })
  })

  it('adds to the weeks slipped before', () => {
    expect(nextOpening({ ...week2, slippedWeeks: 2, now: '2027-02-05T08:00:00Z' })).toMatchObject({ slippedWeeks: 3 })
  })

  it('counts the three days on the wall calendar over a clock change', () => {
    // Tehran sprang forward on Monday 22 March 2021 at 00:00.
    const tehran = { startDate: '2021-03-15', zone: 'Asia/Tehran', slippedWeeks: 0, hours, week: 1 }
    const { opensAt } = weekWindow(tehran)
    expect(plusDays(opensAt, tehran.zone, 7)).toBe(weekWindow({ ...tehran, week: 2 }).opensAt)
    expect(hoursBetween(opensAt, plusDays(opensAt, tehran.zone, 7))).toBe(167)
  })

  it('slips a short first week whose check is over, even within three days', () => {
    const wednesday = { ...berlin, startDate: '2027-01-13', week: 1 }
    expect(nextOpening({ ...wednesday, now: '2027-01-15T15:00:00Z' })).toEqual({
      opensAt: '2027-01-18T08:00:00.000Z',
      checksAt: '2027-01-22T15:00:00.000Z',
      slippedWeeks: 1,
    })
  })
})

describe('days and weeks on the wall', () => {
  it.each([
    ['Europe/Berlin', true],
    ['America/New_York', true],
    ['Australia/Lord_Howe', true],
    ['UTC', true],
    ['+02:00', false],
    ['Mars/Olympus', false],
    ['', false],
    ['2027-01-01T00:00[Europe/Berlin]', false],
  ])('isZone(%j) is %s', (zone, known) => {
    expect(isZone(zone)).toBe(known)
  })

  it.each([
    ['2027-01-10T23:30:00Z', 'Europe/Berlin', '2027-01-11', '2027-W02'],
    ['2027-01-10T23:30:00Z', 'America/New_York', '2027-01-10', '2027-W01'],
    ['2027-01-10T18:14:59Z', 'Asia/Kathmandu', '2027-01-10', '2027-W01'],
    ['2027-01-10T18:15:00Z', 'Asia/Kathmandu', '2027-01-11', '2027-W02'],
    ['2027-01-01T12:00:00Z', 'UTC', '2027-01-01', '2026-W53'],
    ['2029-12-31T12:00:00Z', 'UTC', '2029-12-31', '2030-W01'],
  ])('%s in %s is %s, %s', (instant, zone, date, week) => {
    expect(localDate(instant, zone)).toBe(date)
    expect(localWeek(instant, zone)).toBe(week)
  })

  it('counts the start date as day 1, by local midnight', () => {
    expect(dayOfProgram('2027-01-11', 'Europe/Berlin', '2027-01-10T22:59:59Z')).toBe(0)
    expect(dayOfProgram('2027-01-11', 'Europe/Berlin', '2027-01-10T23:00:00Z')).toBe(1)
    expect(dayOfProgram('2027-01-11', 'Europe/Berlin', '2027-03-11T12:00:00Z')).toBe(60)
    expect(dayOfProgram('2027-01-11', 'Europe/Berlin', '2027-05-10T21:59:59Z')).toBe(120)
    expect(dayOfProgram('2027-01-11', 'Europe/Berlin', '2027-05-10T22:00:00Z')).toBe(121)
  })

  it.each([
    ['2027-01-10T22:59:59Z', 0, 0],
    ['2027-01-10T23:00:00Z', 0, 1],
    ['2027-01-17T22:59:59Z', 0, 1],
    ['2027-01-17T23:00:00Z', 0, 2],
    ['2027-03-28T21:59:59Z', 0, 11],
    ['2027-03-28T22:00:00Z', 0, 12],
    ['2027-01-17T23:00:00Z', 1, 1],
  ])('%s after %i slipped weeks is in week %i', (instant, slippedWeeks, week) => {
    expect(programWeekAt({ ...berlin, slippedWeeks, instant })).toBe(week)
  })

  it('adds calendar days, later over a gap and earlier in an overlap', () => {
    expect(plusDays('2027-03-27T08:00:00Z', 'Europe/Berlin', 1)).toBe('2027-03-28T07:00:00.000Z')
    expect(plusDays('2027-03-27T01:30:00Z', 'Europe/Berlin', 1)).toBe('2027-03-28T01:30:00.000Z')
    expect(plusDays('2027-10-30T00:30:00Z', 'Europe/Berlin', 1)).toBe('2027-10-31T00:30:00.000Z')
    // 02:15 does not exist on 3 October 2027 on Lord Howe, where clocks move by half an hour.
    expect(plusDays('2027-10-01T15:45:00Z', 'Australia/Lord_Howe', 1)).toBe('2027-10-02T15:45:00.000Z')
    expect(plusDays('2027-01-15T08:00:00Z', 'Europe/Berlin', -3)).toBe('2027-01-12T08:00:00.000Z')
  })
})
