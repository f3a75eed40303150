/**
 * The assignment problem on a full matrix with one place per column: augmenting row reduction and shortest augmenting
 * paths of Jonker & Volgenant, "A shortest augmenting path algorithm for dense and sparse linear assignment problems"
 * (Computing 38, 1987). Two changes: prices start at 0 instead of by column reduction, because a column may stay free here
 * (its price must then be 0) and a row may stay without one; and free columns win at equal distance, without which scores
 * with many ties take a hundred times as long.
 *
 * `score` holds `rows` × `columns` entries, `noPair` (−2^31) where a pair is not allowed; `shift` is added to each. While
 * `shift` is below 2^31, such a pair is always worth less than staying without, so nothing need ask whether it is allowed.
 */
export const solveMatrix = (
  score: Int32Array,
  rows: number,
  columns: number,
  shift: number,
): { match: Int32Array; rowValue: Float64Array; price: Float64Array } => {
  const match = new Int32Array(rows).fill(-1)
  const holder = new Int32Array(columns).fill(-1)
  const price = new Float64Array(columns)
  const free = reduceRows(score, shift, match, holder, price)
  augment(score, shift, match, holder, price, free)
  const rowValue = new Float64Array(rows)
  for (let row = 0; row < rows; row++) {
    const column = match[row]!
    if (column >= 0) rowValue[row] = score[row * columns + column]! + shift - price[column]!
  }
  return { match, rowValue, price }
}

/** Rows bid the margin between their first and second choice; gives the rows left over. A row worth 0 leaves for good. */
const reduceRows = (
  score: Int32Array,
  shift: number,
  match: Int32Array,
  holder: Int32Array,
  price: Float64Array,
): Int32Array => {
  const rows = match.length
  const columns = price.length
  let waiting = new Int32Array(rows)
  for (let row = 0; row < rows; row++) waiting[row] = row
  let count = rows
  // A long war over small margins is settled faster by a path.
  let bids = 6 * rows
  for (let pass = 0; pass < 3; pass++) {
    const later = new Int32Array(rows)
    let laterCount = 0
    for (let at = 0; at < count; ) {
      const row = waiting[at++]!
      const base = row * columns
      let first = 0
      let second = 0
      let best = -1
      let other = -1
      for (let column = 0; column < columns; column++) {
        const value = score[base + column]! + shift - price[column]!
        if (value > second) {
          if (value > first) {
            second = first
            other = best
            first = value
            best = column
          } else {
            second = value
            other = column
          }
        }
      }
      if (best < 0) continue
      let taken = holder[best]!
      if (first > second) price[best]! += first - second
      else if (taken >= 0 && other >= 0) {
        best = other
        taken = holder[best]!
      }
      match[row] = best
      holder[best] = row
      if (taken < 0) continue
      match[taken] = -1
      if (first > second && --bids > 0) waiting[--at] = taken
      else later[laterCount++] = taken
    }
    waiting = later
    count = laterCount
  }
  return waiting.subarray(0, count)
}

/** A shortest path for each row left over. */
const augment = (
  score: Int32Array,
  shift: number,
  match: Int32Array,
  holder: Int32Array,
  price: Float64Array,
  free: Int32Array,
): void => {
  const columns = price.length
  const order = new Int32Array(columns)
  for (let column = 0; column < columns; column++) order[column] = column
  const distance = new Float64Array(columns)
  const via = new Int32Array(columns)
  for (const source of free) {
    const end = shortest(score, shift, holder, price, source, order, distance, via)
    let column = end
    if (end < -1) {
      // The row that holds column −2 − end leaves; its column is free for the path.
      column = -2 - end
      match[holder[column]!] = -1
    }
    while (column >= 0) {
      const row = via[column]!
      const left = match[row]!
      holder[column] = row
      match[row] = column
      if (row === source) break
      column = left
    }
  }
}

/**
 * Dijkstra over columns in the three parts of Jonker & Volgenant: `order` holds scanned columns, then those at the least
 * distance, then the rest. Gives the free column at the path's end, −1 when the source itself stays without, or −2 − c
 * when the holder of column c leaves. Prices are updated.
 */
const shortest = (
  score: Int32Array,
  shift: number,
  holder: Int32Array,
  price: Float64Array,
  source: number,
  order: Int32Array,
  distance: Float64Array,
  via: Int32Array,
): number => {
  const columns = price.length
  const from = source * columns
  let top = 0
  for (let column = 0; column < columns; column++) {
    const value = score[from + column]! + shift - price[column]!
    distance[column] = -value
    via[column] = source
    if (value > top) top = value
  }
  for (let column = 0; column < columns; column++) distance[column]! += top
  let leave = top
  let leaver = -1
  let low = 0
  let up = 0
  let done = 0
  let least = 0
  let end = -3
  search: for (;;) {
    if (low === up) {
      done = low
      least = Number.POSITIVE_INFINITY
      let least2 = leave
      for (let at = up; at < columns; at++) {
        const column = order[at]!
        const far = distance[column]!
        if (far > least2) continue
        if (far < least2 || least === Number.POSITIVE_INFINITY) {
          up = low
          least = far
          least2 = far
        }
        order[at] = order[up]!
        order[up++] = column
      }
      if (least === Number.POSITIVE_INFINITY) {
        least = leave
        end = leaver
        break
      }
      for (let at = low; at < up; at++) {
        if (holder[order[at]!]! < 0) {
          end = order[at]!
          break search
        }
      }
    }
    const column = order[low++]!
    const row = holder[column]!
    const base = row * columns
    const own = least + (score[base + column]! - price[column]!)
    if (own + shift < leave) {
      leave = own + shift
      leaver = -2 - column
    }
    for (let at = up; at < columns; at++) {
      const to = order[at]!
      const far = own - score[base + to]! + price[to]!
      if (far >= distance[to]!) continue
      distance[to] = far
      via[to] = row
      if (far > least) continue
      if (holder[to]! < 0) {
        end = to
        break search
      }
      order[at] = order[up]!
      order[up++] = to
    }
  }
  for (let at = 0; at < done; at++) {
    const column = order[at]!
    price[column]! += least - distance[column]!
  }
  return end
}
