import { link, type State, unlink } from './state.ts'

/**
 * Gives a row without a place the one that costs the whole least: successive shortest paths (Jonker & Volgenant 1987,
 * with capacities as in Ahuja, Magnanti & Orlin 1993, ch. 12). The path runs over columns that are full, moves one row of
 * each on, and ends at an open place or at a row that leaves (its value falls to 0; it may be the row itself).
 * At equal distance an open place wins, and columns at no further distance are scanned before the heap is touched:
 * otherwise scores with many ties make the search wander.
 */
export const placeRow = (state: State, source: number): void => {
  const { rowValue, price, match, head, next, load, capacity } = state
  const { start, count, target, score } = state.byRow
  const { distance, viaRow, reached, scanned, ready, heap } = state.space
  let reachedCount = 0
  let scannedCount = 0
  let readyCount = 0
  let best = Number.POSITIVE_INFINITY
  let endColumn = -1
  let endRow = -1
  let column = -1
  let so = 0

  search: for (;;) {
    for (let row = column < 0 ? source : head[column]!; row >= 0; row = column < 0 ? -1 : next[row]!) {
      const base = so + rowValue[row]!
      if (base < best) {
        best = base
        endRow = row
        endColumn = -1
      }
      for (let at = start[row]!, end = at + count[row]!; at < end; at++) {
        const to = target[at]!
        const far = base + price[to]! - score[at]!
        if (far > best || far >= distance[to]!) continue
        if (load[to]! < capacity[to]!) {
          if (far === best && endColumn >= 0) continue
          best = far
          endColumn = to
          viaRow[to] = row
          if (far === so) break search
        } else if (far < best) {
          if (distance[to] === Number.POSITIVE_INFINITY) reached[reachedCount++] = to
          distance[to] = far
          viaRow[to] = row
          if (far === so && !heap.has(to)) ready[readyCount++] = to
          else heap.lower(to)
        }
      }
    }
    column = readyCount > 0 ? ready[--readyCount]! : heap.pop()
    if (column < 0) break
    so = distance[column]!
    if (so >= best) break
    scanned[scannedCount++] = column
  }

  for (let at = 0; at < scannedCount; at++) {
    const full = scanned[at]!
    const rise = best - distance[full]!
    if (rise <= 0) continue
    price[full]! += rise
    for (let row = head[full]!; row >= 0; row = next[row]!) {
      rowValue[row]! -= rise
      state.slack[row]! -= rise
    }
  }
  rowValue[source]! -= best
  state.slack[source]! -= best
  for (let at = 0; at < reachedCount; at++) distance[reached[at]!] = Number.POSITIVE_INFINITY
  heap.clear()

  let open = endColumn
  if (open < 0) {
    if (endRow === source) return
    open = match[endRow]!
    unlink(state, endRow)
  }
  for (;;) {
    const row = viaRow[open]!
    const left = match[row]!
    if (left >= 0) unlink(state, row)
    link(state, row, open)
    if (row === source) return
    open = left
  }
}
