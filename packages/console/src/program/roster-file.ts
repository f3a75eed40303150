import { parse } from 'csv-parse/browser/esm/sync'

/** The columns of a roster, as the import of the API knows them. */
export const rosterColumns = ['email', 'name', 'roles', 'zone', 'manager_email', 'places', 'learner_kind'] as const
export type RosterColumn = (typeof rosterColumns)[number]
const needed: readonly RosterColumn[] = ['email', 'name', 'roles', 'zone']

/** A row of a roster: the line it stands in (the header is line 1), and its texts by column. */
export type RosterRow = { line: number; texts: Record<RosterColumn, string> }

/** What was read from a file; `problem` says why it is no roster, and what to do. */
export type RosterFile = { rows: RosterRow[]; ignored: string[]; problem?: string }

/** Reads a roster: CSV with comma or semicolon, or rows pasted from a spreadsheet (tabs). What is right in a row, the API judges. */
export const readRoster = (text: string): RosterFile => {
  if (text.trim() === '') return { rows: [], ignored: [] }
  const header = text.split('\n', 1)[0]!
  const delimiter = header.includes('\t') ? '\t' : header.includes(';') && !header.includes(',') ? ';' : ','
  let found: { record: string[]; info: { lines: number } }[]
  try {
    found = parse(text, { bom: true, delimiter, info: true, relax_column_count: true, skip_empty_lines: true }) as never
  } catch (error) {
    return { rows: [], ignored: [], problem: `This is not readable as CSV: ${(error as Error).message}` }
  }
  const names = (found.shift()?.record ?? []).map((name) => name.trim().toLowerCase().replaceAll(' ', '_'))
  const missing = needed.filter((name) => !names.includes(name))
  const ignored = names.filter((name) => name !== '' && !isColumn(name))
  if (missing.length > 0) {
    const problem = `The first line must name the columns. Missing: ${missing.join(', ')}.`
    return { rows: [], ignored, problem }
  }
  const rows = found
    .map(({ record, info }) => ({ line: info.lines, texts: textsOf(names, record) }))
    .filter(({ texts }) => Object.values(texts).some(Boolean))
  return rows.length > 0
    ? { rows, ignored }
    : { rows, ignored, problem: 'There are no people below the line with the names of the columns.' }
}

const isColumn = (name: string): name is RosterColumn => rosterColumns.some((each) => each === name)

/** A text of several lines becomes one line, so that each row is one line of what is sent. */
const textsOf = (names: string[], record: string[]): RosterRow['texts'] => {
  const at = (column: RosterColumn) => record[names.indexOf(column)] ?? ''
  const texts = rosterColumns.map((column) => [column, at(column).replace(/\s+/g, ' ').trim()])
  return Object.fromEntries(texts) as RosterRow['texts']
}

/** Rows as CSV for the API; the first row is line 2, and each takes one line. */
export const rosterCsv = (rows: readonly RosterRow[]): string =>
  [rosterColumns, ...rows.map(({ texts }) => rosterColumns.map((column) => texts[column]))]
    .map((cells) => `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`)
    .join('')

/** The roles that a row names, in small letters. */
export const rolesIn = ({ texts }: RosterRow): string[] =>
  texts.roles
    .toLowerCase()
    .split(';')
    .map((role) => role.trim())
    .filter(Boolean)

export const exampleRoster = `email,name,roles,zone,manager_email,places,learner_kind
mira@example.com,Mira Okafor,participant,Europe/Berlin,jonas@example.com,,person
jonas@example.com,Jonas Lindt,manager,Europe/Berlin,,,person
ada@example.com,Ada Haas,coach;mentor,Europe/Zurich,,3,person
`
