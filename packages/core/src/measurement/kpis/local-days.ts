import { Temporal } from 'temporal-polyfill'

/**
 * Local days of a zone, quickly. A day is its number since 1970-01-01 on the wall calendar, so that days are compared and added as
 * whole numbers; a week is its ISO label, `2027-W03`, as `localWeek` of the calendar gives it.
 */
export type LocalDays = {
  /** The local day of an ISO instant in UTC. */
  dayOf(instant: string): number
  /** The ISO week of a local day. */
  weekOf(day: number): string
}

const msOfDay = 86_400_000

/** From one change of the zone's offset to the next it is constant: whole spans are kept, so that no instant is ever guessed. */
type Span = { from: number; to: number; offset: number }

const spanAt = (at: number, zone: string): Span => {
  const zoned = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone)
  const here = zoned(at)
  return {
    // A change at this very instant belongs to the span, hence the millisecond.
    from: zoned(at + 1).getTimeZoneTransition('previous')?.epochMilliseconds ?? -Infinity,
    to: here.getTimeZoneTransition('next')?.epochMilliseconds ?? Infinity,
    offset: here.offsetNanoseconds / 1_000_000,
  }
}

/** The day of a date, `YYYY-MM-DD`. */
export const dayOfDate = (date: string): number => Date.parse(`${date}T00:00:00Z`) / msOfDay

/** The date of a day. */
export const dateOfDay = (day: number): string => new Date(day * msOfDay).toISOString().slice(0, 10)

/** The Monday of a day's week: day 0 was a Thursday. */
const mondayBefore = (day: number): number => day - ((((day + 3) % 7) + 7) % 7)

const firstOfJanuary = (year: number): number => Date.UTC(year, 0, 1) / msOfDay

/** The ISO week of a day: the year is that of its Thursday (ISO 8601). */
const isoWeek = (day: number): string => {
  const thursday = mondayBefore(day) + 3
  const year = new Date(thursday * msOfDay).getUTCFullYear()
  return `${year}-W${String(Math.floor((thursday - firstOfJanuary(year)) / 7) + 1).padStart(2, '0')}`
}

/** The Monday of an ISO week. 4 January always lies in week 1. */
export const mondayOf = (week: string): number => {
  const [year, number] = week.split('-W').map(Number) as [number, number]
  return mondayBefore(firstOfJanuary(year) + 3) + (number - 1) * 7
}

/** The weeks from one to another, both included. */
export const weeksBetween = (from: string, to: string): string[] => {
  const [first, last] = [mondayOf(from), mondayOf(to)]
  return Array.from({ length: Math.max(0, (last - first) / 7 + 1) }, (_, index) => isoWeek(first + index * 7))
}

/** The calendar quarter of a day, `2027-Q1`. */
const quarterOfDay = (day: number): string => {
  const date = new Date(day * msOfDay)
  return `${date.getUTCFullYear()}-Q${Math.floor(date.getUTCMonth() / 3) + 1}`
}

/** The calendar quarter a week counts in: that of its Thursday, as its year is. */
export const quarterOfWeek = (week: string): string => quarterOfDay(mondayOf(week) + 3)

/**
 * The ISO week of a day; at the turn of a quarter the nearest week that counts in the quarter of the day, so that what is dated on
 * the last day of a quarter counts in it.
 */
export const weekInQuarter = (day: number): string => {
  const quarter = quarterOfDay(day)
  const weeks = [isoWeek(day), isoWeek(day - 7), isoWeek(day + 7)]
  return weeks.find((week) => quarterOfWeek(week) === quarter)!
}

const make = (zone: string): LocalDays => {
  const spans: Span[] = []
  const weeks = new Map<number, string>()
  let span: Span = { from: 0, to: 0, offset: 0 }
  const offsetAt = (at: number): number => {
    if (at >= span.from && at < span.to) return span.offset
    let found = spans.find(({ from, to }) => at >= from && at < to)
    if (!found) {
      found = spanAt(at, zone)
      spans.push(found)
    }
    span = found
    return found.offset
  }
  return {
    dayOf: (instant) => {
      const at = Date.parse(instant)
      return Math.floor((at + offsetAt(at)) / msOfDay)
    },
    weekOf: (day) => {
      let week = weeks.get(day)
      if (week === undefined) {
        week = isoWeek(day)
        weeks.set(day, week)
      }
      return week
    },
  }
}

const known = new Map<string, LocalDays>()

/** The local days of an IANA zone; what was worked out once for a zone is kept. */
export const localDays = (zone: string): LocalDays => {
  let days = known.get(zone)
  if (!days) {
    days = make(zone)
    known.set(zone, days)
  }
  return days
}
