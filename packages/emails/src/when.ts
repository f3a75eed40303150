import { Temporal } from 'temporal-polyfill'

const words = (date: Temporal.PlainDate): string => {
  const weekday = date.toLocaleString('en-GB', { weekday: 'long' })
  const month = date.toLocaleString('en-GB', { month: 'long' })
  return `${weekday} ${date.day} ${month} ${date.year}`
}

/** An instant as people read it, in the program's zone: `Friday 12 February 2027, 16:00 (Europe/Berlin)`. */
export const when = (instant: string, zone: string): string => {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(zone)
  const clock = local.toPlainTime().toString({ smallestUnit: 'minute' })
  return `${words(local.toPlainDate())}, ${clock} (${zone})`
}

/** The local day of an instant, for subjects and other short places: `Friday 12 February`. */
export const shortDay = (instant: string, zone: string): string => {
  const local = Temporal.Instant.from(instant).toZonedDateTimeISO(zone)
  return words(local.toPlainDate()).replace(/ \d+$/, '')
}

/** A calendar date (`YYYY-MM-DD`), which belongs to no zone: `Friday 19 February 2027`. */
export const calendarDay = (date: string): string => words(Temporal.PlainDate.from(date))

/** Whether an instant lies after another; text order fails on instants written with and without fractions of a second. */
export const isAfter = (one: string, other: string): boolean =>
  Temporal.Instant.compare(Temporal.Instant.from(one), Temporal.Instant.from(other)) > 0

/** Whether the runtime knows the IANA zone. */
export const isZone = (zone: string): boolean => {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone)
    return true
  } catch {
    return false
  }
}
