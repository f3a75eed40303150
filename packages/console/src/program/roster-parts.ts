import type { Answer } from '../api/client.ts'
import { type RosterColumn, type RosterRow, rosterCsv } from './roster-file.ts'

type Sent = Answer<'importRoster'>

/** A row that the API did not take: what it said about which column. */
export type RowProblem = { row: RosterRow; field: RosterColumn; problem: string }

/** How an import came out. `left` are the rows that were not sent because of `failure`; the others need not be sent again. */
export type RosterResult = Pick<Sent, 'added' | 'changed' | 'unchanged'> & {
  problems: RowProblem[]
  left: RosterRow[]
  failure?: Error
}

/** Rows of one request: few enough to be done within its time, many enough to be quick. */
const partSize = 200

/** Every row in the same part as the row of its manager or in a later one, so that managers are known before they are named. */
export const partsOf = (rows: readonly RosterRow[], size = partSize): RosterRow[][] => {
  const byEmail = new Map(rows.map((row) => [row.texts.email.toLowerCase(), row]))
  const depth = (row: RosterRow): number => {
    const above = new Set<RosterRow>([row])
    // A circle of managers ends where it is met again.
    for (let at = manager(row); at && !above.has(at); at = manager(at)) above.add(at)
    return above.size
  }
  const manager = ({ texts }: RosterRow) => byEmail.get(texts.manager_email.toLowerCase())
  const depths = new Map(rows.map((row) => [row, depth(row)]))
  const ordered = rows.toSorted((a, b) => depths.get(a)! - depths.get(b)!)
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, index) =>
    ordered.slice(index * size, (index + 1) * size),
  )
}

/**
 * Sends a roster part by part. A part that fails ends it: `left` holds its rows and all later ones.
 * @param send sends the CSV of one part
 * @param told is told after each part how many rows are through
 */
export const sendRoster = async (
  rows: readonly RosterRow[],
  send: (csv: string) => Promise<Sent>,
  told: (through: number) => void = () => {},
): Promise<RosterResult> => {
  const result: RosterResult = { added: 0, changed: 0, unchanged: 0, problems: [], left: [] }
  const parts = partsOf(rows)
  for (const [index, part] of parts.entries()) {
    try {
      const { added, changed, unchanged, problems } = await send(rosterCsv(part))
      result.added += added
      result.changed += changed
      result.unchanged += unchanged
      result.problems.push(...problems.map((each) => placed(part, each)))
    } catch (error) {
      return { ...result, left: parts.slice(index).flat(), failure: error as Error }
    }
    told(parts.slice(0, index + 1).flat().length)
  }
  result.problems.sort((a, b) => a.row.line - b.row.line)
  return result
}

/** A problem at the row it belongs to: line 2 of what was sent is the first row of the part. */
const placed = (part: RosterRow[], { row, field, problem }: Sent['problems'][number]): RowProblem => ({
  row: part[row - 2]!,
  field: field as RosterColumn,
  problem,
})

/** How an import stands after more of it was sent: `rows` is what was sent now, and `sent` how that came out. */
export const addUp = (before: RosterResult, rows: readonly RosterRow[], sent: RosterResult): RosterResult => {
  const again = new Set(rows.map(({ line }) => line))
  const problems = before.problems.filter(({ row }) => !again.has(row.line))
  const left = before.left.filter(({ line }) => !again.has(line))
  const failure = sent.failure ?? (left.length > 0 ? before.failure : undefined)
  return {
    added: before.added + sent.added,
    changed: before.changed + sent.changed,
    unchanged: before.unchanged + sent.unchanged,
    problems: [...problems, ...sent.problems].sort((a, b) => a.row.line - b.row.line),
    left: [...sent.left, ...left],
    ...(failure && { failure }),
  }
}

/** Rows with what was put right in them; `corrections` are texts by `LINE.COLUMN`. */
export const correctedRows = (problems: readonly RowProblem[], corrections: Record<string, string>): RosterRow[] =>
  [...new Set(problems.map(({ row }) => row))].map((row) => {
    const texts = Object.entries(row.texts).map(([column, text]) => [
      column,
      corrections[`${row.line}.${column}`] ?? text,
    ])
    return { ...row, texts: Object.fromEntries(texts) as RosterRow['texts'] }
  })
