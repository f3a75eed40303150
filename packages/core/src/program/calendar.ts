import { Temporal } from 'temporal-polyfill'

/**
 * The program's calendar. Program weeks are calendar weeks (Monday to Sunday) in the program's IANA zone, counted in local
 * days, never in hours: a week that holds a clock change is 167 or 169 hours long and still opens and is checked at the same
 * time on the wall.
 *
 * - Week 1 is the calendar week that holds the start date; a start on Friday, Saturday or Sunday leaves no working week, so
 *   week 1 is then the calendar week after. Week 0 is the week before week 1.
 * - A week opens on Monday at `hours.opens` (week 1 on the start date, when that is later) and is checked on Friday at `hours.checks`.
 * - A local time skipped by the spring gap is moved later by the length of the gap; one that occurs twice in the autumn
 *   overlap is the earlier of the two (Temporal's disambiguation "compatible", RFC 5545 §3.3.5).
 *
 * Dates are `YYYY-MM-DD`. Instants come out as `YYYY-MM-DDTHH:MM:SS.sssZ`, as `Date.toISOString` writes them, so that they
 * compare as strings; any ISO instant goes in.
 */
export type ProgramCalendar = {
  startDate: string
  zone: string
  /** Whole weeks by which the plan has moved. */
  slippedWeeks: number
  hours: { opens: string; checks: string }
}

export type WeekWindow = { opensAt: string; checksAt: string }

const friday = 5
const instantText = (instant: Temporal.Instant): string => instant.toString({ fractionalSecondDigits: 3 })
const zoned = (instant: string, zone: string) => Temporal.Instant.from(instant).toZonedDateTimeISO(zone)
const mondayOf = (date: Temporal.PlainDate) => date.subtract({ days: date.dayOfWeek - 1 })

const at = (date: Temporal.PlainDate, time: string, zone: string): string =>
  instantText(date.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).toInstant())

/** The instant of a time on the wall ("16:00") on a date, by the rules for gap and overlap above. */
export const localTime = (date: string, time: string, zone: string): string =>
  at(Temporal.PlainDate.from(date), time, zone)

const firstMonday = (startDate: string): Temporal.PlainDate => {
  const start = Temporal.PlainDate.from(startDate)
  return mondayOf(start).add({ weeks: start.dayOfWeek >= friday ? 1 : 0 })
}

/** When a week of the plan opens and when its gate is checked. */
export function weekWindow({
  startDate,
  zone,
  week,
  slippedWeeks,
  hours,
}: ProgramCalendar & { week: number }): WeekWindow {
  const monday = firstMonday(startDate).add({ weeks: week - 1 + slippedWeeks })
  const start = Temporal.PlainDate.from(startDate)
  // Only week 1 can hold a start after its Monday; once it has slipped, it is a whole week like any other.
  const opens = week === 1 && slippedWeeks === 0 && Temporal.PlainDate.compare(start, monday) > 0 ? start : monday
  return { opensAt: at(opens, hours.opens, zone), checksAt: at(monday.add({ days: friday - 1 }), hours.checks, zone) }
}

/** Whether this is an IANA time zone that the runtime knows ("Europe/Berlin"). Bare offsets ("+02:00") are none: they have no clock changes. */
export function isZone(zone: string): boolean {
  // Temporal would also take a whole timestamp with a zone in brackets, hence the pattern.
  if (!/^[A-Za-z][A-Za-z0-9_+\-/]*$/.test(zone)) return false
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone)
    return true
  } catch {
    return false
  }
}

/** The date on the wall calendar at an instant. */
export const localDate = (instant: string, zone: string): string => zoned(instant, zone).toPlainDate().toString()

/** An instant on the wall, for words to people: `2027-02-12 16:00 (Europe/Berlin)`. */
export const localMoment = (instant: string, zone: string): string => {
  const local = zoned(instant, zone)
  return `${local.toPlainDate()} ${local.toPlainTime().toString({ smallestUnit: 'minute' })} (${zone})`
}

/** The ISO week of the local date, such as `2027-W03`. The first days of January may belong to the last week of the year before. */
export function localWeek(instant: string, zone: string): string {
  const { yearOfWeek, weekOfYear } = zoned(instant, zone)
  return `${yearOfWeek}-W${String(weekOfYear).padStart(2, '0')}`
}

/** The week of the plan at an instant: 1 in week 1, 0 or less before it, beyond the template's length after its end. */
export function programWeekAt({
  startDate,
  zone,
  slippedWeeks,
  instant,
}: Pick<ProgramCalendar, 'startDate' | 'zone' | 'slippedWeeks'> & { instant: string }): number {
  const monday = mondayOf(zoned(instant, zone).toPlainDate())
  return firstMonday(startDate).until(monday, { largestUnit: 'days' }).days / 7 + 1 - slippedWeeks
}

/** Which day of the program it is locally: day 1 is the start date, 0 and less lie before it. */
export const dayOfProgram = (startDate: string, zone: string, instant: string): number =>
  Temporal.PlainDate.from(startDate).until(zoned(instant, zone).toPlainDate(), { largestUnit: 'days' }).days + 1

/** The same local time a number of calendar days later (or earlier), by the rules for gap and overlap above. */
export const plusDays = (instant: string, zone: string, days: number): string =>
  instantText(zoned(instant, zone).add({ days }).toInstant())

/** The same local time a number of calendar months later (or earlier); the last day of the month where that day does not exist. */
export const plusMonths = (instant: string, zone: string, months: number): string =>
  instantText(zoned(instant, zone).add({ months }).toInstant())

/** Local days by which a week may be late and still open at once, with its check on the planned Friday. */
const lateOpeningDays = 3

/**
 * When the next week opens, given that the plan may be late (a gate was decided late, or the program was paused):
 * - its planned time is still ahead, or is now → then
 * - late by less than three local days, and its check is still ahead → at once (`now`)
 * - otherwise the plan slips by the fewest whole weeks that bring the opening to `now` or later
 *
 * `slippedWeeks` is the new total, to be kept with the program for all later weeks.
 */
export function nextOpening({
  now,
  ...week
}: ProgramCalendar & { week: number; now: string }): WeekWindow & { slippedWeeks: number } {
  const late = (planned: string) => Temporal.Instant.compare(now, planned) > 0
  const before = (planned: string) => Temporal.Instant.compare(now, planned) < 0
  const planned = weekWindow(week)
  if (!late(planned.opensAt)) return { ...planned, slippedWeeks: week.slippedWeeks }
  if (before(planned.checksAt) && before(plusDays(planned.opensAt, week.zone, lateOpeningDays))) {
    return { ...planned, opensAt: instantText(Temporal.Instant.from(now)), slippedWeeks: week.slippedWeeks }
  }
  let { slippedWeeks } = week
  let window = planned
  while (late(window.opensAt)) {
    slippedWeeks += 1
    window = weekWindow({ ...week, slippedWeeks })
  }
  return { ...window, slippedWeeks }
}

/** Whether the local week's Monday morning, 08:00, has come: from then on the weekly gate check is due. */
export const isMondayMorningPast = (instant: string, zone: string): boolean =>
  instant >= at(mondayOf(zoned(instant, zone).toPlainDate()), '08:00', zone)

/** Local days from an instant to a date: 0 is today, negative lies in the past. */
export const daysUntil = (date: string, zone: string, instant: string): number =>
  zoned(instant, zone).toPlainDate().until(Temporal.PlainDate.from(date), { largestUnit: 'days' }).days

/** Days from one date to another. */
export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days

/** The date so many days after another (before, when negative). */
export const dateAfter = (date: string, days: number): string => Temporal.PlainDate.from(date).add({ days }).toString()
