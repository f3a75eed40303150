import { Adjacency } from './adjacency.ts'
import { noPair } from './instance.ts'
import type { ScoreTable } from './score-table.ts'

/**
 * The pairs worth looking at first: the best of each row and the best of each column. Rows alone are a trap: under tight
 * capacity a tenth of the people stays unplaced, because all lists name the same providers.
 * `unlisted` is the most that any pair outside a row's list scores.
 * A row starts reading at its own share of the columns, so that equal scores do not send all rows to the first ones.
 */
export const candidateLists = (
  table: ScoreTable,
  size: { rows: number; columns: number; perRow: number; perColumn: number },
  scoring: { floor: number; shift: number },
): { byRow: Adjacency; unlisted: Int32Array } => {
  const { rows, columns, perRow, perColumn } = size
  const { floor, shift } = scoring
  const ofRow = topLists(rows, perRow, floor)
  const ofColumn = topLists(columns, perColumn, floor)
  const columnLeast = ofColumn.least
  const scan = (scores: Int32Array, row: number, from: number, end: number, threshold: number) => {
    let least = threshold
    for (let column = from; column < end; column++) {
      const score = scores[column]!
      if (score > least) least = ofRow.insert(row, column, score)
      if (score > columnLeast[column]!) ofColumn.insert(column, row, score)
    }
  }
  for (let row = 0; row < rows; row++) {
    const scores = table.read(row)
    const first = Math.floor((row / rows) * columns)
    scan(scores, row, first, columns, floor)
    scan(scores, row, 0, first, ofRow.least[row]!)
  }
  return { byRow: merge(rows, columns, ofRow, ofColumn, shift), unlisted: ofRow.least }
}

type TopLists = {
  limit: number
  count: Int32Array
  item: Int32Array
  score: Int32Array
  /** What a score must exceed to enter the owner's list. */
  least: Int32Array
  insert: (owner: number, item: number, score: number) => number
}

const topLists = (owners: number, limit: number, floor: number): TopLists => {
  const count = new Int32Array(owners)
  const item = new Int32Array(owners * limit)
  const kept = new Int32Array(owners * limit)
  const least = new Int32Array(owners).fill(floor)
  const insert = (owner: number, entrant: number, score: number): number => {
    const from = owner * limit
    const held = count[owner]!
    // Ascending insertion keeps the weakest in front, where it is dropped first.
    let at = held < limit ? from + held : from
    if (held < limit) {
      count[owner] = held + 1
      while (at > from && kept[at - 1]! >= score) {
        kept[at] = kept[at - 1]!
        item[at] = item[at - 1]!
        at--
      }
    } else {
      const end = from + limit - 1
      while (at < end && kept[at + 1]! < score) {
        kept[at] = kept[at + 1]!
        item[at] = item[at + 1]!
        at++
      }
    }
    kept[at] = score
    item[at] = entrant
    if (count[owner] === limit) least[owner] = kept[from]!
    return least[owner]!
  }
  return { limit, count, item, score: kept, least, insert }
}

/** Unites both kinds of list without doubles; columns ascend within a row, so the plan does not hang on reading order. */
const merge = (rows: number, columns: number, ofRow: TopLists, ofColumn: TopLists, shift: number): Adjacency => {
  const rowsOf = new Adjacency(columns, ofRow.item.length + ofColumn.item.length)
  const degree = Int32Array.from(ofColumn.count)
  const listed = new Set<number>()
  for (let row = 0; row < rows; row++) {
    for (let at = 0; at < ofRow.count[row]!; at++) degree[ofRow.item[row * ofRow.limit + at]!]!++
  }
  rowsOf.reserve(degree)
  for (let row = 0; row < rows; row++) {
    for (let at = row * ofRow.limit, end = at + ofRow.count[row]!; at < end; at++) {
      rowsOf.add(ofRow.item[at]!, row, ofRow.score[at]! + shift)
    }
  }
  const byRowDegree = Int32Array.from(ofRow.count)
  for (let column = 0; column < columns; column++) {
    listed.clear()
    const from = rowsOf.start[column]!
    for (let at = from; at < from + rowsOf.count[column]!; at++) listed.add(rowsOf.target[at]!)
    for (let at = column * ofColumn.limit, end = at + ofColumn.count[column]!; at < end; at++) {
      const row = ofColumn.item[at]!
      if (listed.has(row)) continue
      rowsOf.add(column, row, ofColumn.score[at]! + shift)
      byRowDegree[row]!++
    }
  }
  return turnToRows(rowsOf, rows, byRowDegree)
}

const turnToRows = (rowsOf: Adjacency, rows: number, degree: Int32Array): Adjacency => {
  // A little spare room per row takes the pairs that pricing finds without moving the row.
  const roomy = degree.map((count) => count + 4)
  const byRow = new Adjacency(
    rows,
    roomy.reduce((sum, count) => sum + count, 0),
  ).reserve(roomy)
  for (let column = 0; column < rowsOf.start.length; column++) {
    const from = rowsOf.start[column]!
    for (let at = from; at < from + rowsOf.count[column]!; at++)
      byRow.add(rowsOf.target[at]!, column, rowsOf.score[at]!)
  }
  return byRow
}

/** Pairs below the floor cannot help: under `best-score` a negative pair never beats staying without one. */
export const listFloor = (objective: 'best-score' | 'most-matched'): number =>
  objective === 'best-score' ? -1 : noPair
