import type { Availability } from '@pilotgate/core/intake/intake-form'
import { readWeeklyHours } from '@pilotgate/core/intake/weekly-hours'
import { isZone } from '@pilotgate/core/program/calendar'
import type { FileProblem, Table } from './csv-table.ts'

/** Reads the cells of one row; what is wrong goes to `problems` and the cell then reads as empty. */
export type RowReader = {
  text: (column: string) => string
  list: (column: string) => string[]
  choice: <Choice extends string>(column: string, choices: readonly Choice[], otherwise: Choice) => Choice
  choices: <Choice extends string>(column: string, choices: readonly Choice[]) => Choice[]
  whole: (column: string, least: number, most: number, otherwise: number) => number
  /** A whole number, or nothing when the cell is empty. */
  known: (column: string) => number | undefined
  yes: (column: string, otherwise?: boolean) => boolean
  zone: (column: string) => string
  windows: (column: string) => Availability[]
  report: (column: string, problem: string) => void
}

export const rowReader = (file: string, row: Table['rows'][number], problems: FileProblem[]): RowReader => {
  const report = (column: string, problem: string) => void problems.push({ file, row: row.line, column, problem })
  const text = (column: string) => (row.cells[column] ?? '').trim()
  const list = (column: string) =>
    text(column)
      .split(';')
      .map((each) => each.trim())
      .filter(Boolean)
  const choices = <Choice extends string>(column: string, allowed: readonly Choice[]): Choice[] =>
    list(column).flatMap((given) => {
      const found = allowed.find((each) => each === given.toLowerCase())
      if (!found) report(column, `"${given}" is none of: ${allowed.join(', ')}.`)
      return found ? [found] : []
    })
  const choice = <Choice extends string>(column: string, allowed: readonly Choice[], otherwise: Choice): Choice =>
    text(column) === '' ? otherwise : (choices(column, allowed)[0] ?? otherwise)
  const whole = (column: string, least: number, most: number, otherwise: number): number => {
    if (text(column) === '') return otherwise
    const value = Number(text(column))
    if (Number.isInteger(value) && value >= least && value <= most) return value
    report(column, `"${text(column)}" is not a whole number from ${least} to ${most}.`)
    return otherwise
  }
  const known = (column: string) => (text(column) === '' ? undefined : whole(column, 0, 100_000, 0))
  const yes = (column: string, otherwise = false) => choice(column, ['yes', 'no'], otherwise ? 'yes' : 'no') === 'yes'
  const zone = (column: string): string => {
    const given = text(column)
    if (given !== '' && !isZone(given))
      report(column, `"${given}" is not an IANA time zone. Write it like Europe/Berlin.`)
    return given
  }
  const windows = (column: string): Availability[] =>
    list(column).flatMap((given) => {
      const hours = readWeeklyHours(given)
      if (!hours) report(column, `"${given}" is no time of the week. Write it like "Mon 09:00-12:00; Thu 14:00-16:00".`)
      return hours ?? []
    })
  return { text, list, choice, choices, whole, known, yes, zone, windows, report }
}
