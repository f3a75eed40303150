import { Temporal } from 'temporal-polyfill'
import { DomainError } from '../../errors.ts'
import type { Availability } from '../../intake/intake-form.ts'
import { isZone } from '../../program/calendar.ts'

/** A week in quarter hours of UTC, Monday 00:00 first: 672 bits. */
const quartersInWeek = 7 * 24 * 4
export const weekWords = quartersInWeek / 32
const minutesPerQuarter = 15

/** When somebody can meet: `quarters` free, and the quarters at which a whole unbroken free hour starts (`hours`). */
export type FreeTime = { quarters: Int32Array; hours: Int32Array }

export type ReferenceWeek = {
  /** Nothing when the zone is unknown or no whole quarter hour is free. */
  freeTime: (availability: readonly Availability[], zone: string) => FreeTime | undefined
}

/**
 * Reads weekly availability in any IANA zone on one real week: the Monday-to-Sunday week that holds `date` (`YYYY-MM-DD`).
 *
 * - A weekday's time is that weekday's time on the wall in the zone in that very week, so summer time counts as it is on each
 *   day; a week in which only one of two zones has changed its clocks shows the overlap of that week.
 * - A time skipped by the spring gap moves later by the gap; one that occurs twice is the earlier (as in `program/calendar.ts`).
 * - The week is a ring: Monday morning in Auckland lies in UTC's Sunday and meets Sunday's hours elsewhere.
 * - Only whole quarter hours count; every present-day zone is a multiple of 15 minutes away from UTC.
 * @throws DomainError `InvalidInput` when `date` is no date
 */
export const referenceWeek = (date: string): ReferenceWeek => {
  const monday = mondayOf(date)
  const start = monday.toZonedDateTime('UTC').epochMilliseconds
  const zones = new Map<string, boolean>()
  const minutes = new Map<string, number>()
  const isKnown = (zone: string) => {
    if (!zones.has(zone)) zones.set(zone, isZone(zone))
    return zones.get(zone)!
  }
  // Asking Temporal takes microseconds and the same few times come back thousands of times.
  const minuteOf = (day: number, clock: string, zone: string): number => {
    const key = `${zone} ${day} ${clock}`
    const known = minutes.get(key)
    if (known !== undefined) return known
    const [hour, minute] = clock.split(':').map(Number) as [number, number]
    const local = monday.toPlainDateTime().add({ days: day - 1, hours: hour, minutes: minute })
    const found = (local.toZonedDateTime(zone).epochMilliseconds - start) / 60_000
    minutes.set(key, found)
    return found
  }
  const freeTime = (availability: readonly Availability[], zone: string): FreeTime | undefined => {
    if (availability.length === 0 || !isKnown(zone)) return undefined
    const free = new Uint8Array(quartersInWeek)
    for (const { day, from, to } of availability) {
      const first = Math.ceil(minuteOf(day, from, zone) / minutesPerQuarter)
      const end = Math.floor(minuteOf(day, to, zone) / minutesPerQuarter)
      for (let quarter = first; quarter < end; quarter++) free[onRing(quarter)] = 1
    }
    return free.includes(1) ? packed(free) : undefined
  }
  // One person's hours are looked at again for every pair that is explained.
  const times = new WeakMap<readonly Availability[], { zone: string; time: FreeTime | undefined }>()
  return {
    freeTime: (availability, zone) => {
      const known = times.get(availability)
      if (known?.zone === zone) return known.time
      const time = freeTime(availability, zone)
      times.set(availability, { zone, time })
      return time
    },
  }
}

const mondayOf = (date: string): Temporal.PlainDate => {
  try {
    const day = Temporal.PlainDate.from(date)
    return day.subtract({ days: day.dayOfWeek - 1 })
  } catch (cause) {
    const problem = `"${date}" is not a date. Write it like 2027-01-04.`
    throw new DomainError('InvalidInput', problem, { problems: [{ field: 'week', problem }], cause })
  }
}

const onRing = (quarter: number): number => (quarter + quartersInWeek) % quartersInWeek

const packed = (free: Uint8Array): FreeTime => {
  const quarters = new Int32Array(weekWords)
  const hours = new Int32Array(weekWords)
  for (let quarter = 0; quarter < quartersInWeek; quarter++) {
    if (!free[quarter]) continue
    const bit = 1 << (quarter & 31)
    quarters[quarter >> 5]! |= bit
    if (free[onRing(quarter + 1)] && free[onRing(quarter + 2)] && free[onRing(quarter + 3)]) hours[quarter >> 5]! |= bit
  }
  return { quarters, hours }
}
