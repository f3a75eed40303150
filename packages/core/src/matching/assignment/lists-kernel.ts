import { Adjacency, transpose } from './adjacency.ts'
import { candidateLists, listFloor } from './candidate-lists.ts'
import { certify } from './certify.ts'
import { guessPrices, placeAtPrices } from './guess-prices.ts'
import { type EdgeScores, type Instance, noPair, type Solution } from './instance.ts'
import { every, optimise, type Stage } from './optimise.ts'
import { type ScoreTable, scoreTable } from './score-table.ts'
import { scoreShift } from './shift.ts'
import { createState, type State } from './state.ts'

export type SolveOptions = {
  /** Best pairs listed per row and per column to start from; 12 unless given. More start slower and need fewer rounds. */
  listed?: number
  /** Rounds of pricing after which to stop with a gap; none unless given. */
  roundLimit?: number
  /** Told when a stage of the work begins, for measurements. */
  onStage?: (stage: Stage) => void
}

/** A solved instance with all that re-optimisation needs. */
export type Kept = { state: State; table: ScoreTable | undefined; shift: number; mark: Int32Array; rounds: number }

/**
 * Solves on the candidate pairs and prices all others until none would improve the plan. Instances given as edges have
 * no others. Feasible for 20 million pairs in about a second, because only some pairs per row are ever searched.
 */
export const solveByLists = (instance: Instance, options: SolveOptions): { solution: Solution; kept: Kept } => {
  const { onStage, roundLimit = Number.POSITIVE_INFINITY } = options
  const { kept, lowest, highest } = listState(instance, options)
  const { state, table, shift, mark } = kept
  onStage?.('solve')
  guessPrices(state, Math.max(1, Math.round((highest - lowest) / 100)), 60 * state.rows)
  placeAtPrices(state)
  const changed = { rows: every(state.rows), columns: every(state.columns) }
  kept.rounds = optimise(state, { table, shift, mark }, { roundLimit, onStage }, changed)
  onStage?.('certificate')
  return { solution: solutionOf(instance, kept), kept }
}

/** Candidates of an instance, with nobody placed and all prices 0; and the range of their scores. */
export const listState = (
  instance: Instance,
  { onStage, listed = 12 }: SolveOptions,
): { kept: Kept; lowest: number; highest: number } => {
  const { rows, columns, scores } = instance
  onStage?.('scoring')
  const table = scoreTable(instance)
  onStage?.('lists')
  const shift = scoreShift(instance, table)
  const size = { rows, columns, perRow: Math.min(listed, columns), perColumn: Math.min(listed, rows) }
  const lists =
    scores.kind === 'edges'
      ? { byRow: adjacencyOf(instance, scores, shift), unlisted: undefined }
      : candidateLists(table!, size, { floor: listFloor(instance.objective ?? 'best-score'), shift })
  const state = createState(rows, Int32Array.from(instance.capacity), lists.byRow)
  for (const [row, column] of instance.reserved ?? []) {
    state.reserved[row] = column
    state.capacity[column]!--
  }
  // Nothing outside the lists has been looked at yet.
  if (table) state.slack.fill(Number.NEGATIVE_INFINITY)
  lists.unlisted?.forEach((score, row) => {
    state.unlisted[row] = score + shift
  })
  return { kept: { state, table, shift, mark: new Int32Array(columns), rounds: 0 }, ...scoreRange(lists.byRow) }
}

export const solutionOf = (instance: Instance, kept: Kept): Solution => {
  const { state, table, shift, rounds } = kept
  const assignment = assignmentOf(state)
  let total = 0
  let matched = 0
  for (let row = 0; row < state.rows; row++) {
    if (assignment[row]! < 0) continue
    matched++
    total += keptScore(kept, instance, row, assignment[row]!)
  }
  const solution: Solution = {
    assignment,
    total,
    matched,
    optimal: false,
    gap: 0,
    duals: { row: state.rowValue.slice(), column: state.price.slice(), shift },
    search: { kernel: table ? 'lists' : 'edges', edges: state.byRow.edges, rounds },
  }
  const certificate = certify(instance, solution, table?.read)
  return { ...solution, optimal: certificate.valid, gap: certificate.gap }
}

export const assignmentOf = (state: State): Int32Array =>
  state.match.map((column, row) => (state.reserved[row]! >= 0 ? state.reserved[row]! : column))

/** The score of a pair, from the candidates if it is among them; `noPair` when it is not allowed. */
export const keptScore = ({ state, table, shift }: Kept, instance: Instance, row: number, column: number): number => {
  const at = state.byRow.find(row, column)
  if (at >= 0) return state.byRow.score[at]! - shift
  if (table) return table.read(row)[column]!
  if (instance.scores.kind !== 'edges') return noPair
  const { row: rows, column: columns, score } = instance.scores
  for (let edge = 0; edge < rows.length; edge++) if (rows[edge] === row && columns[edge] === column) return score[edge]!
  return noPair
}

const scoreRange = (byRow: Adjacency): { lowest: number; highest: number } => {
  let lowest = Number.POSITIVE_INFINITY
  let highest = Number.NEGATIVE_INFINITY
  for (let row = 0; row < byRow.start.length; row++) {
    for (let at = byRow.start[row]!, end = at + byRow.count[row]!; at < end; at++) {
      if (byRow.score[at]! < lowest) lowest = byRow.score[at]!
      if (byRow.score[at]! > highest) highest = byRow.score[at]!
    }
  }
  return lowest <= highest ? { lowest, highest } : { lowest: 0, highest: 0 }
}

/** Edges grouped by row, columns ascending, whatever order they were given in: the same plan comes out. */
const adjacencyOf = (instance: Instance, { row, column, score }: EdgeScores, shift: number): Adjacency => {
  const { rows, columns, forbidden = [] } = instance
  const banned = new Set(forbidden.map(([r, c]) => r * columns + c))
  const degree = new Int32Array(columns)
  for (let at = 0; at < column.length; at++) degree[column[at]!]!++
  const byColumn = new Adjacency(columns, column.length).reserve(degree)
  for (let at = 0; at < column.length; at++) {
    if (banned.size > 0 && banned.has(row[at]! * columns + column[at]!)) continue
    byColumn.add(column[at]!, row[at]!, score[at]! + shift)
  }
  return transpose(byColumn, rows)
}
