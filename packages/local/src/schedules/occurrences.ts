import { Temporal } from 'temporal-polyfill'
import { type CronFields, parseCron } from './cron-fields.ts'

/** When a schedule is due. Times are epoch milliseconds. */
export interface Occurrences {
  /** The first occurrence later than `after`; `undefined` when there is none any more. */
  next(after: number): number | undefined
}

const UNIT_MS = { minute: 60_000, hour: 3_600_000, day: 86_400_000 }

/**
 * Parses `rate(n minutes|hours|days)` or `cron(…)` as EventBridge does.
 *
 * Rates count from `anchor`; a day is 24 hours whatever the clocks do. Cron expressions are local wall time in `zone`, with
 * EventBridge Scheduler's rule for clock changes: a time that does not exist in spring is skipped; a time that comes twice
 * in autumn runs once, the first time.
 * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#daylist-savings-time
 * @throws SyntaxError for an expression EventBridge would refuse; RangeError for an unknown zone.
 */
export function parseExpression(expression: string, anchor: number, zone = 'UTC'): Occurrences {
  const rate = /^rate\((\d+) (minute|hour|day)(s?)\)$/.exec(expression)
  if (rate) {
    const count = Number(rate[1])
    if (count < 1 || (count === 1) === (rate[3] === 's')) throw new SyntaxError(`${expression}: "1 hour" or "2 hours"`)
    const period = count * UNIT_MS[rate[2] as keyof typeof UNIT_MS]
    return { next: (after) => anchor + Math.max(Math.floor((after - anchor) / period) + 1, 1) * period }
  }
  const cron = /^cron\((.+)\)$/.exec(expression)
  if (!cron) throw new SyntaxError(`"${expression}" is neither rate(…) nor cron(…)`)
  const fields = parseCron(cron[1]!)
  Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone)
  return { next: (after) => nextOf(fields, zone, after) }
}

function nextOf(fields: CronFields, zone: string, after: number): number | undefined {
  let date = Temporal.Instant.fromEpochMilliseconds(after).toZonedDateTimeISO(zone).toPlainDate()
  while (date.year <= 2199) {
    if (!fields.isYear(date.year)) date = Temporal.PlainDate.from({ year: date.year + 1, month: 1, day: 1 })
    else if (!fields.months.has(date.month)) date = date.with({ day: 1 }).add({ months: 1 })
    else {
      const { day, daysInMonth } = date
      const found = fields.isDay({ day, daysInMonth, weekday: (date.dayOfWeek % 7) + 1 })
        ? firstOfDay(fields, date, zone, after)
        : undefined
      if (found !== undefined) return found
      date = date.add({ days: 1 })
    }
  }
  return undefined
}

function firstOfDay(fields: CronFields, date: Temporal.PlainDate, zone: string, after: number): number | undefined {
  for (const hour of fields.hours) {
    for (const minute of fields.minutes) {
      const local = date.toPlainDateTime({ hour, minute })
      const zoned = local.toZonedDateTime(zone, { disambiguation: 'earlier' })
      // In the spring gap the conversion moves the time: it does not exist on this day.
      if (zoned.epochMilliseconds > after && zoned.toPlainDateTime().equals(local)) return zoned.epochMilliseconds
    }
  }
  return undefined
}

/** The last occurrence in (`after`, `until`], found from the end so that a long absence costs nothing. */
export function latestBetween(occurrences: Occurrences, after: number, until: number): number | undefined {
  for (let span = 3_600_000; ; span *= 8) {
    const from = Math.max(after, until - span)
    let latest: number | undefined
    for (let at = occurrences.next(from); at !== undefined && at <= until; at = occurrences.next(at)) latest = at
    if (latest !== undefined || from === after) return latest
  }
}
