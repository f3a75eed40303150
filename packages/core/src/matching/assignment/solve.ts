import { certify } from './certify.ts'
import { checkInstance } from './check-instance.ts'
import { type EdgeScores, type Instance, noPair, type Solution } from './instance.ts'
import { type SolveOptions, solveByLists } from './lists-kernel.ts'
import { solveMatrix } from './matrix-kernel.ts'
import { type ScoreTable, scoreTable } from './score-table.ts'
import { scoreShift } from './shift.ts'

export type { SolveOptions } from './lists-kernel.ts'

/** Up to this many pairs a full matrix is solved faster as it stands than by lists and pricing. */
const smallMatrix = 65_536
/** Edges that fill at least this share of their matrix are taken as one. */
const denseShare = 0.2
const largestMatrix = 25_000_000
/** A smaller shift leaves the marker of pairs that are not allowed below 0, so that no row prefers one to staying without. */
const shiftLimit = -noPair
/** Lists that need more rounds than this mislead (all rows want the same columns); the whole matrix is then faster. */
const patience = 6

/**
 * The best plan of an instance, with the duals that prove it: the same plan on every run, whatever the order of edges.
 * Full matrices with one place per column go to the matrix kernel (`solveMatrix`) where it is the faster one, all else to
 * candidate lists with pricing (`solveByLists`); both are exact.
 * @throws DomainError `InvalidInput` naming the field when the instance cannot be solved as given
 */
export const solve = (instance: Instance, options: SolveOptions = {}): Solution => {
  checkInstance(instance)
  const given = instance.scores.kind === 'edges' ? asMatrix(instance, instance.scores) : instance
  if (!fitsMatrix(given)) return solveByLists(given, options).solution
  if (suitsMatrix(given)) return solveWhole(given, options) ?? solveByLists(given, options).solution
  const { roundLimit = patience } = options
  const { solution } = solveByLists(given, { ...options, roundLimit: Math.min(roundLimit, patience) })
  if (solution.optimal || roundLimit < patience) return solution
  return solveWhole(given, options) ?? solveByLists(given, options).solution
}

const fitsMatrix = ({ rows, columns, capacity, scores, reserved = [] }: Instance): boolean =>
  scores.kind !== 'edges' &&
  rows * columns <= largestMatrix &&
  reserved.length === 0 &&
  Array.prototype.every.call(capacity, (places: number) => places === 1)

/** Small matrices; those with columns to spare, where hardly any row is ever moved; and those full of equal scores. */
const suitsMatrix = ({ rows, columns, scores }: Instance): boolean => {
  if (rows * columns <= smallMatrix || rows <= 0.75 * columns) return true
  if (rows > columns) return false
  const middle = new Int32Array(columns)
  if (scores.kind === 'matrix') middle.set(scores.score.subarray((rows >> 1) * columns, ((rows >> 1) + 1) * columns))
  else if (scores.kind === 'oracle') scores.scoreRow(rows >> 1, middle)
  return new Set(middle).size <= columns / 4
}

const solveWhole = (instance: Instance, { onStage }: SolveOptions): Solution | undefined => {
  const { rows, columns } = instance
  onStage?.('scoring')
  const table = scoreTable(instance)!
  const shift = scoreShift(instance, table)
  if (shift >= shiftLimit) return undefined
  const whole = wholeMatrix(instance, table)
  onStage?.('solve')
  const { match, rowValue, price } = solveMatrix(whole, rows, columns, shift)
  let total = 0
  let matched = 0
  for (let row = 0; row < rows; row++) {
    if (match[row]! < 0) continue
    matched++
    total += whole[row * columns + match[row]!]!
  }
  onStage?.('certificate')
  const solution: Solution = {
    assignment: match,
    total,
    matched,
    optimal: false,
    gap: 0,
    duals: { row: rowValue, column: price, shift },
    search: { kernel: 'matrix', edges: rows * columns, rounds: 0 },
  }
  const certificate = certify(instance, solution, table.read)
  return { ...solution, optimal: certificate.valid, gap: certificate.gap }
}

/** The scores as one matrix with vetoes in it; the given one where there are none. */
const wholeMatrix = ({ rows, columns, scores, forbidden = [] }: Instance, table: ScoreTable): Int32Array => {
  if (scores.kind === 'matrix' && forbidden.length === 0) return scores.score
  const whole = new Int32Array(rows * columns)
  for (let row = 0; row < rows; row++) whole.set(table.read(row), row * columns)
  return whole
}

const asMatrix = (instance: Instance, { row, column, score }: EdgeScores): Instance => {
  const { rows, columns } = instance
  const pairs = rows * columns
  if (pairs > largestMatrix || (pairs > smallMatrix && row.length < pairs * denseShare)) return instance
  const matrix = new Int32Array(pairs).fill(noPair)
  for (let at = 0; at < row.length; at++) {
    if (Math.abs(score[at]!) >= 2 ** 31) return instance
    matrix[row[at]! * columns + column[at]!] = score[at]!
  }
  return { ...instance, scores: { kind: 'matrix', score: matrix } }
}
