import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parse } from 'csv-parse/sync'

/** What is wrong with a file and what would be right; `row` is the line number (the header is 1). */
export type FileProblem = { file: string; row?: number; column?: string; problem: string }

/** A file that cannot be used, with everything found wrong in it. */
export class UnusableFile extends Error {
  readonly problems: FileProblem[]

  constructor(problems: FileProblem[]) {
    super(problems.map(inWords).join('\n'))
    this.name = 'UnusableFile'
    this.problems = problems
  }
}

const inWords = ({ file, row, column, problem }: FileProblem): string =>
  `${[file, ...(row ? [`row ${row}`] : []), ...(column ? [`column "${column}"`] : [])].join(', ')}: ${problem}`

export type Table = { file: string; columns: string[]; rows: { line: number; cells: Record<string, string> }[] }

/**
 * Reads a CSV file with a header line (comma or semicolon, UTF-8). Column names are taken in small letters with `_` for spaces.
 * @throws UnusableFile when it is not there, is not CSV, or has no rows
 */
export const readTable = (path: string): Table => {
  const file = basename(path)
  const unusable = (problem: string) => new UnusableFile([{ file, problem }])
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    throw unusable(`Cannot be read (${(error as NodeJS.ErrnoException).code}). Check the path ${path}.`)
  }
  const header = text.split('\n', 1)[0]!
  let columns: string[] = []
  try {
    const found = parse(text, {
      bom: true,
      columns: (names: string[]) => {
        columns = names.map((name) => name.trim().toLowerCase().replaceAll(' ', '_'))
        return columns
      },
      delimiter: header.includes(';') && !header.includes(',') ? ';' : ',',
      info: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as { record: Record<string, string>; info: { lines: number } }[]
    if (found.length === 0) throw unusable('Has no rows below its header line. Add one row per person.')
    return { file, columns, rows: found.map(({ record, info }) => ({ line: info.lines, cells: record })) }
  } catch (error) {
    if (error instanceof UnusableFile) throw error
    throw unusable(`Is not readable as CSV: ${(error as Error).message}. Save it as CSV with a header line.`)
  }
}
