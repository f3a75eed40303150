import { localDate, localTime } from '../../program/calendar.ts'

/** A calendar quarter, such as `2027-Q1`. */
const index = (quarter: string): number => Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(6)) - 1

const fromIndex = (at: number): string => `${Math.floor(at / 4)}-Q${(at % 4) + 1}`

/** The calendar quarter of the local date. */
export const quarterAt = (instant: string, zone: string): string => {
  const [year, month] = localDate(instant, zone).split('-').map(Number) as [number, number]
  return `${year}-Q${Math.ceil(month / 3)}`
}

/** The quarters from one to another: 1 when the second follows the first. */
export const quartersBetween = (from: string, to: string): number => index(to) - index(from)

/** The first instant of a quarter on the wall calendar of a zone. */
export const startOfQuarter = (quarter: string, zone: string): string => {
  const month = String((index(quarter) % 4) * 3 + 1).padStart(2, '0')
  return localTime(`${quarter.slice(0, 4)}-${month}-01`, '00:00', zone)
}

/** The first instant of the quarter after it. */
export const endOfQuarter = (quarter: string, zone: string): string =>
  startOfQuarter(fromIndex(index(quarter) + 1), zone)
