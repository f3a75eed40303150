import { type Adjacency, transpose } from './adjacency.ts'
import { DistanceHeap } from './distance-heap.ts'

/**
 * A plan in the making: a pseudo-flow and its duals. Two things hold between any two steps, on the candidate pairs:
 * no pair is worth more than its row's value plus its column's price, and every pair in the plan is worth exactly that.
 * The plan is best on these pairs once, besides, every row of positive value is placed and every column of positive price
 * is full. `placeRow` and `fillPlace` repair one row or one place at a time and never break another.
 */
export type State = {
  rows: number
  columns: number
  /** Places open to rows that are not reserved. */
  capacity: Int32Array
  load: Int32Array
  /** Column of each row that is placed by the search, else −1; reserved rows stand in `reserved` only. */
  match: Int32Array
  reserved: Int32Array
  /** The rows of a column as a doubly linked list. */
  head: Int32Array
  next: Int32Array
  previous: Int32Array
  rowValue: Float64Array
  price: Float64Array
  byRow: Adjacency
  byColumn: Adjacency
  /** How much a row's value could fall before a pair outside the candidates might be worth more; see `pricing`. */
  slack: Float64Array
  /** Most that a pair outside the row's first list is worth at price 0: a row of that value needs no pricing. */
  unlisted: Float64Array
  /** Most that any column's price can have fallen since the start; `slack` counts from it. */
  fall: number
  space: SearchSpace
}

/** Working memory of a shortest path search over columns; empty between searches. */
export type SearchSpace = {
  distance: Float64Array
  viaRow: Int32Array
  viaColumn: Int32Array
  reached: Int32Array
  scanned: Int32Array
  ready: Int32Array
  heap: DistanceHeap
}

export const createState = (rows: number, capacity: Int32Array, byRow: Adjacency): State => {
  const columns = capacity.length
  const distance = new Float64Array(columns).fill(Number.POSITIVE_INFINITY)
  return {
    rows,
    columns,
    capacity,
    load: new Int32Array(columns),
    match: new Int32Array(rows).fill(-1),
    reserved: new Int32Array(rows).fill(-1),
    head: new Int32Array(columns).fill(-1),
    next: new Int32Array(rows).fill(-1),
    previous: new Int32Array(rows).fill(-1),
    rowValue: new Float64Array(rows),
    price: new Float64Array(columns),
    byRow,
    byColumn: transpose(byRow, columns),
    slack: new Float64Array(rows).fill(Number.POSITIVE_INFINITY),
    unlisted: new Float64Array(rows).fill(Number.POSITIVE_INFINITY),
    fall: 0,
    space: {
      distance,
      viaRow: new Int32Array(columns),
      viaColumn: new Int32Array(columns),
      reached: new Int32Array(columns),
      scanned: new Int32Array(columns),
      ready: new Int32Array(columns),
      heap: new DistanceHeap(distance),
    },
  }
}

export const link = (state: State, row: number, column: number): void => {
  const { head, next, previous } = state
  const first = head[column]!
  next[row] = first
  previous[row] = -1
  if (first >= 0) previous[first] = row
  head[column] = row
  state.match[row] = column
  state.load[column]!++
}

export const unlink = (state: State, row: number): void => {
  const { head, next, previous, match } = state
  const column = match[row]!
  const before = previous[row]!
  const after = next[row]!
  if (before >= 0) next[before] = after
  else head[column] = after
  if (after >= 0) previous[after] = before
  match[row] = -1
  state.load[column]!--
}

/** What the row could get at the present prices; 0 when nothing is better than staying without. */
export const bestValue = (state: State, row: number): number => {
  const { start, count, target, score } = state.byRow
  let best = 0
  for (let at = start[row]!, end = at + count[row]!; at < end; at++) {
    const value = score[at]! - state.price[target[at]!]!
    if (value > best) best = value
  }
  return best
}

/** A column with an open place and a price breaks optimality until `fillPlace` has been there. */
export const hasPricedPlace = (state: State, column: number): boolean =>
  state.price[column]! > 0 && state.load[column]! < state.capacity[column]!
