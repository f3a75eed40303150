/** A parsed AWS cron expression: `cron(minutes hours day-of-month month day-of-week year)`. */
export interface CronFields {
  minutes: number[]
  hours: number[]
  months: Set<number>
  isYear: (year: number) => boolean
  /** Whether the day matches; `weekday` 1 = Sunday … 7 = Saturday, as AWS counts. */
  isDay: (day: Day) => boolean
}

export interface Day {
  day: number
  weekday: number
  daysInMonth: number
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT']

/**
 * Parses the six fields with AWS's own signs: `? L W #` beside `* , - /`, weekdays 1–7 from Sunday, names for months and
 * weekdays. Own code, because the libraries either know the plain five fields or ignore time zones.
 *
 * @throws SyntaxError
 */
export function parseCron(text: string): CronFields {
  const fields = text.trim().split(/\s+/)
  if (fields.length !== 6) throw new SyntaxError(`cron(${text}) must have six fields`)
  const [minute, hour, dayOfMonth, month, dayOfWeek, year] = fields.map((field) => field.toUpperCase()) as Six
  if ((dayOfMonth === '?') === (dayOfWeek === '?')) {
    throw new SyntaxError(`cron(${text}) must have "?" in exactly one of day-of-month and day-of-week`)
  }
  const years = new Set(numbers(year, 1970, 2199))
  return {
    minutes: numbers(minute, 0, 59),
    hours: numbers(hour, 0, 23),
    months: new Set(numbers(month, 1, 12, MONTHS)),
    isYear: (value) => years.has(value),
    isDay: dayOfWeek === '?' ? dayOfMonthRule(dayOfMonth) : dayOfWeekRule(dayOfWeek),
  }
}

type Six = [string, string, string, string, string, string]

function dayOfMonthRule(field: string): CronFields['isDay'] {
  if (field === 'L') return ({ day, daysInMonth }) => day === daysInMonth
  if (field === 'LW') return (day) => day.day === nearestWeekday(day.daysInMonth, day)
  const near = /^(\d{1,2})W$/.exec(field)
  if (near) {
    const [wanted] = numbers(near[1]!, 1, 31)
    return (day) => day.day === nearestWeekday(wanted!, day)
  }
  const days = new Set(numbers(field, 1, 31))
  return ({ day }) => days.has(day)
}

/** The working day next to a day of the same month, as `W` means it; 0 when the month has no such day. */
function nearestWeekday(wanted: number, { day, weekday, daysInMonth }: Day): number {
  if (wanted > daysInMonth) return 0
  const weekdayOfWanted = (((weekday - 1 + wanted - day) % 7) + 7) % 7
  if (weekdayOfWanted === 6) return wanted > 1 ? wanted - 1 : wanted + 2
  if (weekdayOfWanted === 0) return wanted < daysInMonth ? wanted + 1 : wanted - 2
  return wanted
}

function dayOfWeekRule(field: string): CronFields['isDay'] {
  if (field === 'L') return ({ weekday }) => weekday === 7
  const last = /^(\w+)L$/.exec(field)
  if (last) {
    const [wanted] = numbers(last[1]!, 1, 7, WEEKDAYS)
    return ({ day, weekday, daysInMonth }) => weekday === wanted && day > daysInMonth - 7
  }
  const nth = /^(\w+)#([1-5])$/.exec(field)
  if (nth) {
    const [wanted] = numbers(nth[1]!, 1, 7, WEEKDAYS)
    return ({ day, weekday }) => weekday === wanted && Math.ceil(day / 7) === Number(nth[2])
  }
  const weekdays = new Set(numbers(field, 1, 7, WEEKDAYS))
  return ({ weekday }) => weekdays.has(weekday)
}

/** The values of a field made of `*`, numbers or names, ranges, steps and lists, in order. */
function numbers(field: string, least: number, most: number, names: string[] = []): number[] {
  const value = (text: string): number => {
    const number = names.includes(text) ? names.indexOf(text) + least : /^\d+$/.test(text) ? Number(text) : Number.NaN
    if (!(number >= least && number <= most)) throw new SyntaxError(`"${text}" is not between ${least} and ${most}`)
    return number
  }
  const values = field.split(',').flatMap((part) => {
    const [range = '', step] = part.split('/')
    const [from, to] = range === '*' ? [least, most] : (range.split('-').map(value) as [number, number?])
    const end = to ?? (step === undefined ? from : most)
    const by = step === undefined ? 1 : Number(step)
    if (!(Number.isInteger(by) && by > 0) || end < from) throw new SyntaxError(`"${part}" is not a list, range or step`)
    return Array.from({ length: Math.floor((end - from) / by) + 1 }, (_, index) => from + index * by)
  })
  return [...new Set(values)].sort((one, other) => one - other)
}
