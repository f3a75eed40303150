import { parse } from 'csv-parse/browser/esm/sync'
import { DomainError } from '../errors.ts'

const longest = 1_000_000

/** What is wrong with one row of a file: its line number (the header is 1), the column, and what would be right. */
export type RowProblem = { row: number; field: string; problem: string }

/**
 * Reads a CSV file with a header line (comma or semicolon, UTF-8): each row by column name, in small letters with `_` for spaces.
 * @param what the file is, for the refusal: "roster"
 * @throws DomainError `InvalidInput` when the file as a whole cannot be used: too long, not CSV, columns missing, no rows
 */
export const readCsv = (
  csv: string,
  what: string,
  required: string[],
): { record: Record<string, string>; line: number }[] => {
  const unreadable = (problem: string) =>
    new DomainError('InvalidInput', `The ${what} cannot be read.`, { problems: [{ field: 'csv', problem }] })
  if (csv.length > longest)
    throw unreadable(`The file has more than ${longest.toLocaleString('en')} characters. Split it.`)
  const header = csv.split('\n', 1)[0] ?? ''
  const delimiter = header.includes(';') && !header.includes(',') ? ';' : ','
  try {
    const found = parse(csv, {
      bom: true,
      columns: (names: string[]) => names.map((name) => name.trim().toLowerCase().replaceAll(' ', '_')),
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as { record: Record<string, string>; info: { lines: number } }[]
    const first = found[0]
    if (!first) throw unreadable('The file has no rows below its header line.')
    const missing = required.filter((name) => !(name in first.record))
    if (missing.length > 0) throw unreadable(`These columns are missing from the header line: ${missing.join(', ')}.`)
    return found.map(({ record, info }) => ({ record, line: info.lines }))
  } catch (error) {
    if (error instanceof DomainError) throw error
    throw unreadable(`The file is not readable as CSV: ${(error as Error).message}`)
  }
}
