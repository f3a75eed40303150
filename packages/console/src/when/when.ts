/** The zone of who looks, for times that concern no program. */
export const ownZone = Intl.DateTimeFormat().resolvedOptions().timeZone

/** The moment of an ISO instant, as a clock in the zone shows it: `Mon 4 Jan 2027, 09:00 (Europe/Berlin)`. */
export const moment = (at: string, zone: string): string => `${localMoment(at, zone)} (${zone})`

/** The same without the zone, where that stands beside it, as in the heading of a column: `Mon 4 Jan 2027, 09:00`. */
export const localMoment = (at: string, zone: string): string =>
  format(at, zone, { ...day, hour: '2-digit', minute: '2-digit' })

/** The day of an ISO instant in the zone: `Mon 4 Jan 2027`. */
export const dayOf = (at: string, zone: string): string => format(at, zone, day)

/** A calendar day `YYYY-MM-DD`, which has no zone: `Mon 4 Jan 2027`. */
export const calendarDay = (date: string): string => format(`${date}T12:00:00Z`, 'UTC', day)

/** The calendar day so many days after another, both `YYYY-MM-DD`. */
export const plusDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

const day = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const

const format = (at: string, zone: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('en-GB', { ...options, timeZone: zone }).format(new Date(at)).replace(/^(\w+),/, '$1')

/** How far a moment is from now, in words: `in 3 days`, `2 hours ago`. Both are ISO instants. */
export const fromNow = (at: string, now: string): string => {
  const minutes = Math.round((Date.parse(at) - Date.parse(now)) / 60_000)
  const [count, unit] =
    Math.abs(minutes) < 60
      ? [minutes, 'minute' as const]
      : Math.abs(minutes) < 48 * 60
        ? [Math.round(minutes / 60), 'hour' as const]
        : [Math.round(minutes / 1440), 'day' as const]
  return new Intl.RelativeTimeFormat('en-GB', { numeric: 'auto' }).format(count, unit)
}
