/** The calendar day `YYYY-MM-DD` that it is in the zone at an ISO instant. */
export const dayIn = (now: string, zone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(new Date(now))

const weekday = (day: string): number => new Date(`${day}T12:00:00Z`).getUTCDay()

/** The same day a number of days later. */
const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** The Monday of next week in the zone: the first day a new program has all of week 1 for itself. */
export const nextMonday = (now: string, zone: string): string => {
  const today = dayIn(now, zone)
  return daysAfter(today, (8 - weekday(today)) % 7 || 7)
}

/** The Monday of week 1 for a first day: its own week, or the week after when it falls on Friday, Saturday or Sunday. */
export const mondayOfWeek1 = (firstDay: string): string => {
  const past = (weekday(firstDay) + 6) % 7
  return daysAfter(firstDay, past >= 4 ? 7 - past : -past)
}

/** IANA zones that this browser knows, with UTC among them. */
export const knownZones = (): string[] => [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])].sort()
