import { certify } from './certify.ts'
import { checkInstance } from './check-instance.ts'
import { type EdgeScores, type Instance, noPair, type Solution } from './instance.ts'
import { type SolveOptions, solveByLists } from './lists-kernel.ts'
import { solveMatrix } from './matrix-kernel.ts'
import { scoreTable } from './score-table.ts'
import { scoreShift } from './shift.ts'

export type { SolveOptions } from './lists-kernel.ts'

/** Up to this many pairs a full matrix is solved faster as it stands than by lists and pricing. */
const smallMatrix = 16_384
/** Edges that fill at least this share of their matrix are taken as one. */
const denseShare = 0.2
const largestMatrix = 25_000_000
/** Shifted scores within ±2^29 keep the matrix kernel's marker for pairs that are not allowed out of reach. */
const matrixLimit = 2 ** 29

/**
 * The best plan of an instance, with the duals that prove it: the same plan on every run, whatever the order of edges.
 * Small full matrices with one place per column go to the matrix kernel (`solveMatrix`), all else to candidate lists with
 * pricing (`solveByLists`); both are exact.
 * @throws DomainError `InvalidInput` naming the field when the instance cannot be solved as given
 */
export const solve = (instance: Instance, options: SolveOptions = {}): Solution => {
  checkInstance(instance)
  const given = instance.scores.kind === 'edges' ? asMatrix(instance, instance.scores) : instance
  return (fitsMatrix(given) && solveWhole(given, options)) || solveByLists(given, options).solution
}

const fitsMatrix = ({ rows, columns, capacity, scores, reserved = [] }: Instance): boolean =>
  scores.kind !== 'edges' &&
  rows * columns <= smallMatrix &&
  reserved.length === 0 &&
  Array.prototype.every.call(capacity, (places: number) => places === 1)

const solveWhole = (instance: Instance, { onStage }: SolveOptions): Solution | undefined => {
  const { rows, columns } = instance
  onStage?.('scoring')
  const table = scoreTable(instance)!
  const shift = scoreShift(instance, table)
  const score = new Int32Array(rows * columns)
  for (let row = 0; row < rows; row++) score.set(table.read(row), row * columns)
  const beyond = (value: number) => value !== noPair && Math.abs(value) + shift > matrixLimit
  if (score.some(beyond)) return undefined
  onStage?.('solve')
  const { match, rowValue, price } = solveMatrix(score, rows, columns, shift)
  let total = 0
  let matched = 0
  for (let row = 0; row < rows; row++) {
    if (match[row]! < 0) continue
    matched++
    total += score[row * columns + match[row]!]!
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
