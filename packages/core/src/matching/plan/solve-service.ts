import type { Objective, Pair } from '../assignment/instance.ts'
import { openPlan } from '../assignment/reoptimise.ts'
import type { ServiceRows } from './service-rows.ts'

/** How a service was solved. */
export type Solved = {
  /** What each pair of a row is worth (`ServiceRows.valueRow`); valid until the next call. */
  values: (row: number) => Int32Array
  /** The column of each row, −1 for none. */
  assignment: ArrayLike<number>
  /** How many places of each column the plan takes. */
  taken: ArrayLike<number>
  objective: Objective
  optimal: boolean
  isReserved: (row: number) => boolean
  /** Whether every free place of a column is kept for reserved pairs. */
  allReserved: (column: number) => boolean
  /** What the whole would lose if a pair had to be in the plan, everybody else placed as well as possible. */
  lossOf: (row: number, column: number) => Loss
}

/** In hundredths of a point, and how many fewer would be matched (where that is the objective). Not exact: at least that much (weak duality). */
export type Loss = { points: number; fewer: number; exact: boolean }

/** Up to this many participants each loss is found by solving again from the prices; beyond, the prices alone bound it. */
const exactUpTo = 1_000

/** Up to this many pairs (4 bytes each) are worked out once and kept. */
const keptPairs = 64_000_000

const valueReader = ({ learners, providers, valueRow }: ServiceRows) => {
  const columns = providers.length
  if (learners.length * columns > keptPairs) {
    const buffer = new Int32Array(columns)
    const row = (index: number): Int32Array => {
      valueRow(index, buffer)
      return buffer
    }
    return { row, matrix: undefined }
  }
  const matrix = new Int32Array(learners.length * columns)
  const row = (index: number): Int32Array => matrix.subarray(index * columns, (index + 1) * columns)
  for (let index = 0; index < learners.length; index++) valueRow(index, row(index))
  return { row, matrix }
}

/** Solves one service: the best plan over all pairs within free places, with what is needed to explain it (M5). */
export const solveService = (rows: ServiceRows, reserved: Pair[], objective: Objective): Solved => {
  const { learners, providers } = rows
  const read = valueReader(rows)
  const live = openPlan({
    rows: learners.length,
    columns: providers.length,
    capacity: Int32Array.from(providers, ({ free }) => Math.max(0, free)),
    scores: read.matrix ? { kind: 'matrix', score: read.matrix } : { kind: 'oracle', scoreRow: rows.valueRow },
    objective,
    reserved,
  })
  const { assignment, total, matched, optimal, duals } = live.solution()
  const reservedRows = new Set(reserved.map(([row]) => row))
  if (objective === 'best-score') {
    // Pairs that fit in nothing add nothing; which of them the solver takes would be chance.
    for (const [row, column] of assignment.entries()) {
      if (column < 0 || reservedRows.has(row)) continue
      if (read.row(row)[column] === 0) assignment[row] = -1
    }
  }
  const [taken, kept] = [new Int32Array(providers.length), new Int32Array(providers.length)]
  for (const column of assignment) if (column >= 0) taken[column]! += 1
  for (const [, column] of reserved) kept[column]! += 1
  const lossOf = (row: number, column: number): Loss => {
    if (learners.length <= exactUpTo) {
      const changed = live.tentatively(() => live.reserve(row, column))
      const fewer = objective === 'most-matched' ? matched - changed.matched : 0
      return { points: total - changed.total, fewer, exact: true }
    }
    const bound = duals.row[row]! + duals.column[column]! - read.row(row)[column]! - duals.shift
    const fewer = duals.shift > 0 && bound >= duals.shift / 2 ? 1 : 0
    return { points: fewer > 0 ? 0 : bound, fewer, exact: false }
  }
  return {
    values: read.row,
    assignment,
    taken,
    objective,
    optimal,
    isReserved: (row) => reservedRows.has(row),
    allReserved: (column) => kept[column]! >= providers[column]!.free,
    lossOf,
  }
}
