import { bestValue, link, type State } from './state.ts'

/**
 * One forward auction pass (Bertsekas 1988) with a coarse step, to guess prices only: rows outbid one another for the
 * places of a column by the margin over their second choice plus `step`; a full column's price is the lowest bid it holds.
 * Who won is thrown away. The searches that follow make any prices exact; good ones make the searches short.
 */
export const guessPrices = (state: State, step: number, bidLimit: number): void => {
  const { rows, columns, capacity, price, reserved } = state
  const { start, count, target, score } = state.byRow
  const places = new Int32Array(columns + 1)
  for (let column = 0; column < columns; column++) {
    places[column + 1] = places[column]! + Math.min(capacity[column]!, state.byColumn.count[column]!)
  }
  for (let column = 0; column < columns; column++) if (capacity[column] === 0) price[column] = bestScore(state, column)
  const holder = new Int32Array(places[columns]!)
  const bids = new Float64Array(places[columns]!)
  const held = new Int32Array(columns)
  const queue = new Int32Array(rows)
  let waiting = 0
  for (let row = rows - 1; row >= 0; row--) if (reserved[row]! < 0) queue[waiting++] = row

  for (let bid = 0; waiting > 0 && bid < bidLimit; bid++) {
    const row = queue[--waiting]!
    let first = 0
    let second = 0
    let column = -1
    for (let at = start[row]!, end = at + count[row]!; at < end; at++) {
      const to = target[at]!
      const value = score[at]! - price[to]!
      if (value <= second) continue
      if (value > first) {
        second = first
        first = value
        column = to
      } else second = value
    }
    if (column < 0) continue
    const offer = price[column]! + first - second + step
    const from = places[column]!
    const size = places[column + 1]! - from
    if (held[column]! < size) {
      raise(holder, bids, from, held[column]!++, row, offer)
    } else {
      queue[waiting++] = holder[from]!
      sink(holder, bids, from, size, row, offer)
    }
    // With as many places as rows that list it, a column never has to turn anybody away.
    if (held[column] === size && size === capacity[column]) price[column] = bids[from]!
  }
}

/** A column without places is priced out of reach, so that no search starts towards it. */
const bestScore = ({ byColumn }: State, column: number): number => {
  let best = 0
  for (let at = byColumn.start[column]!, end = at + byColumn.count[column]!; at < end; at++) {
    if (byColumn.score[at]! > best) best = byColumn.score[at]!
  }
  return best
}

/** Puts a bid at the end of a column's heap and lets it rise to its place; the lowest bid is in front. */
const raise = (holder: Int32Array, bids: Float64Array, from: number, end: number, row: number, bid: number): void => {
  let at = end
  while (at > 0) {
    const above = (at - 1) >> 1
    if (bids[from + above]! <= bid) break
    bids[from + at] = bids[from + above]!
    holder[from + at] = holder[from + above]!
    at = above
  }
  bids[from + at] = bid
  holder[from + at] = row
}

/** Replaces the lowest bid of a column's heap. */
const sink = (holder: Int32Array, bids: Float64Array, from: number, size: number, row: number, bid: number): void => {
  let at = 0
  for (let child = 1; child < size; child = 2 * at + 1) {
    if (child + 1 < size && bids[from + child + 1]! < bids[from + child]!) child++
    if (bids[from + child]! >= bid) break
    bids[from + at] = bids[from + child]!
    holder[from + at] = holder[from + child]!
    at = child
  }
  bids[from + at] = bid
  holder[from + at] = row
}

/** Sets every row's value to the best at the present prices and places rows where that best has an open place. */
export const placeAtPrices = (state: State): void => {
  const { rowValue, price, load, capacity, reserved } = state
  const { start, count, target, score } = state.byRow
  for (let row = 0; row < state.rows; row++) {
    if (reserved[row]! >= 0) continue
    const value = bestValue(state, row)
    rowValue[row] = value
    for (let at = start[row]!, end = at + count[row]!; at < end; at++) {
      const column = target[at]!
      if (score[at]! - price[column]! !== value || load[column]! >= capacity[column]!) continue
      link(state, row, column)
      break
    }
  }
}
