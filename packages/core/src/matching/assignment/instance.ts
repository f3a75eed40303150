/**
 * The assignment problem of matching. Rows are the people to place, columns the providers with `capacity` places each.
 * A pair that is allowed has an integer score (0.01 point; higher is better). Every row takes at most one column; a row
 * may stay without one, which counts 0.
 */

/** What a plan is best at: the highest total score, or as many rows as possible placed and then the highest total. */
export const objectives = ['best-score', 'most-matched'] as const
export type Objective = (typeof objectives)[number]

/** Marks a pair that is not allowed in a matrix or in a row filled by an oracle. */
export const noPair = -(2 ** 31)

/** Allowed pairs one by one, as three lists of equal length. A pair occurs once. */
export type EdgeScores = {
  kind: 'edges'
  row: ArrayLike<number>
  column: ArrayLike<number>
  score: ArrayLike<number>
}

/** All pairs, row after row; `noPair` where a pair is not allowed. */
export type MatrixScores = { kind: 'matrix'; score: Int32Array }

/** All pairs, computed a row at a time: fills `into` (one entry per column), `noPair` where a pair is not allowed. */
export type OracleScores = { kind: 'oracle'; scoreRow: (row: number, into: Int32Array) => void }

export type Pair = readonly [row: number, column: number]

export type Instance = {
  rows: number
  columns: number
  capacity: ArrayLike<number>
  scores: EdgeScores | MatrixScores | OracleScores
  /** `best-score` unless given. */
  objective?: Objective
  /** Pairs that must be in the plan. Each must be allowed, once per row, within capacity. */
  reserved?: readonly Pair[]
  /** Pairs that must not be in the plan, on top of those the scores leave out. */
  forbidden?: readonly Pair[]
}

/**
 * Prices that prove a plan best. With `shift` added to every score (0 for `best-score`), no allowed pair is worth more
 * than its row's value and its column's price together, none of them is negative, and rows plus capacity × price add up
 * to the plan's own (shifted) total. By weak duality no plan can be better. See `certify`.
 */
export type Duals = { row: Float64Array; column: Float64Array; shift: number }

export type Solution = {
  /** Column of each row, −1 for a row without one. */
  assignment: Int32Array
  /** Sum of the scores of the pairs in the plan. */
  total: number
  matched: number
  /** True only when `certify` accepted the duals: no plan is better. */
  optimal: boolean
  /** How far the best plan can be above this one, in score units: 0 when optimal. */
  gap: number
  duals: Duals
  /** How the plan was found. */
  search: { kernel: 'matrix' | 'lists' | 'edges'; edges: number; rounds: number }
}
