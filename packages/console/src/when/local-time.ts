/** What a clock in the zone shows at an ISO instant, as `YYYY-MM-DDTHH:MM`. */
export const localTimeOf = (at: string, zone: string): string => {
  const parts = new Intl.DateTimeFormat('en-GB', { ...fields, timeZone: zone }).formatToParts(new Date(at))
  const { year, month, day, hour, minute } = Object.fromEntries(parts.map(({ type, value }) => [type, value]))
  return `${year}-${month}-${day}T${hour}:${minute}`
}

const fields = {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
} as const

/**
 * The ISO instant at which a clock in the zone shows `YYYY-MM-DDTHH:MM`; the first where it shows it twice, the one after the jump
 * where it skips it, none for what is no time.
 */
export const instantOf = (local: string, zone: string): string | undefined => {
  const wanted = Date.parse(`${local}:00Z`)
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(local) || Number.isNaN(wanted)) return undefined
  const offset = (at: number) => Date.parse(`${localTimeOf(new Date(at).toISOString(), zone)}:00Z`) - at
  const day = 86_400_000
  const [before, after] = [wanted - offset(wanted - day), wanted - offset(wanted + day)]
  const shows = (at: number) => localTimeOf(new Date(at).toISOString(), zone) === local
  const found = [before, after].filter(shows).sort((a, b) => a - b)[0] ?? before
  return `${new Date(found).toISOString().slice(0, 19)}Z`
}
