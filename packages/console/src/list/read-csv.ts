import { parse } from 'csv-parse/browser/esm/sync'

/** A CSV file: its header, and each row with the number of the line it ends on (the header is line 1), as the API counts them. */
export type CsvTable = { header: string[]; rows: { line: number; cells: string[] }[] }

/** Reads CSV with commas or semicolons, to show single cells; whether it is good is for the API to say. @throws Error not CSV */
export const readCsv = (text: string): CsvTable => {
  const first = text.split('\n', 1)[0] ?? ''
  const delimiter = first.includes(';') && !first.includes(',') ? ';' : ','
  const options = { bom: true, delimiter, info: true, relax_column_count: true, skip_empty_lines: true }
  const found = parse(text, options) as unknown as { record: string[]; info: { lines: number } }[]
  const [header, ...rows] = found
  return {
    header: header?.record.map((name) => name.trim()) ?? [],
    rows: rows.map(({ record, info }) => ({ line: info.lines, cells: record })),
  }
}

/** A table as CSV for the API: nothing but quotes is added to a cell. */
export const writeCsv = ({ header, rows }: CsvTable): string =>
  [header, ...rows.map(({ cells }) => cells)]
    .map((cells) => `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`)
    .join('')
