import { link, type State, unlink } from './state.ts'

/**
 * Settles an open place of a column that still has a price: reverse augmentation (Bertsekas, Castañon & Tsaknakis 1993,
 * for auctions; here by shortest paths). Lowering the price draws rows from other columns, whose places open in turn,
 * until a row without a place is drawn in or the open place is at a column whose price has fallen to 0.
 * Every row without a place must have value 0 before.
 */
export const fillPlace = (state: State, source: number): void => {
  const { rowValue, price, match, head, next, reserved } = state
  const { start, count, target, score } = state.byColumn
  const { distance, viaRow, viaColumn, reached, scanned, ready, heap } = state.space
  let reachedCount = 0
  let scannedCount = 0
  let readyCount = 0
  let best = price[source]!
  let endColumn = source
  let endRow = -1
  let column = source
  let so = 0
  distance[source] = 0
  reached[reachedCount++] = source

  search: for (;;) {
    scanned[scannedCount++] = column
    const base = so + price[column]!
    if (base < best) {
      best = base
      endColumn = column
      endRow = -1
    }
    for (let at = start[column]!, end = at + count[column]!; at < end; at++) {
      const row = target[at]!
      const far = base + rowValue[row]! - score[at]!
      if (far > best || reserved[row]! >= 0) continue
      const from = match[row]!
      if (from < 0) {
        if (far === best && endRow >= 0) continue
        best = far
        endColumn = column
        endRow = row
        if (far === so) break search
      } else if (far < best && far < distance[from]!) {
        if (distance[from] === Number.POSITIVE_INFINITY) reached[reachedCount++] = from
        distance[from] = far
        viaRow[from] = row
        viaColumn[from] = column
        if (far === so && !heap.has(from)) ready[readyCount++] = from
        else heap.lower(from)
      }
    }
    column = readyCount > 0 ? ready[--readyCount]! : heap.pop()
    if (column < 0) break
    so = distance[column]!
    if (so >= best) break
  }

  state.fall += best
  for (let at = 0; at < scannedCount; at++) {
    const cheaper = scanned[at]!
    const fall = best - distance[cheaper]!
    if (fall <= 0) continue
    price[cheaper]! -= fall
    for (let row = head[cheaper]!; row >= 0; row = next[row]!) {
      rowValue[row]! += fall
      state.slack[row]! += fall
    }
  }
  for (let at = 0; at < reachedCount; at++) distance[reached[at]!] = Number.POSITIVE_INFINITY
  heap.clear()

  if (endRow >= 0) link(state, endRow, endColumn)
  for (let open = endColumn; open !== source; open = viaColumn[open]!) {
    const row = viaRow[open]!
    unlink(state, row)
    link(state, row, viaColumn[open]!)
  }
}
