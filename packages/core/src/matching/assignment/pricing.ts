import { noPair } from './instance.ts'
import type { ScoreTable } from './score-table.ts'
import { bestValue, type State, unlink } from './state.ts'

/** Pairs added per row and round at most; more would only make the searches longer. */
const addedPerRow = 12

/**
 * Column generation (Dantzig & Wolfe 1960; for assignment Jonker & Volgenant's "core" 1987): compares all pairs of a row
 * with the duals and adds those worth more than row value plus price to the candidates.
 * Remembers by how much the row's value may fall, or prices may, before it must be looked at again: after a reviewer's
 * veto only a few rows are.
 */
const priceRow = (state: State, table: ScoreTable, row: number, shift: number, mark: Int32Array): boolean => {
  const { price, rowValue } = state
  const { start, count } = state.byRow
  const scores = table.read(row)
  for (let at = start[row]!, end = at + count[row]!; at < end; at++) mark[state.byRow.target[at]!] = row + 1
  const value = rowValue[row]! - shift
  const found: { column: number; worth: number; score: number }[] = []
  let nearest = Number.NEGATIVE_INFINITY
  let least = Number.NEGATIVE_INFINITY
  for (let column = 0; column < scores.length; column++) {
    const score = scores[column]!
    const worth = score - price[column]!
    if (worth <= least || mark[column] === row + 1 || score === noPair) continue
    if (worth > value) found.push({ column, worth, score })
    if (worth > nearest) {
      nearest = worth
      least = Math.min(value, nearest)
    }
  }
  for (let at = start[row]!, end = at + count[row]!; at < end; at++) mark[state.byRow.target[at]!] = 0
  state.slack[row] = found.length > 0 ? Number.NEGATIVE_INFINITY : state.fall + value - nearest
  if (found.length > addedPerRow) {
    found.sort((a, b) => b.worth - a.worth || a.column - b.column)
    found.length = addedPerRow
  }
  for (const { column, score } of found) addPair(state, row, column, score + shift)
  return found.length > 0
}

export const addPair = (state: State, row: number, column: number, score: number): void => {
  state.byRow.add(row, column, score)
  state.byColumn.add(column, row, score)
}

export const removePair = (state: State, row: number, column: number): void => {
  state.byRow.remove(row, column)
  state.byColumn.remove(column, row)
}

/** Rows that might have a pair outside the candidates worth more than the duals say, priced; gives those that do. */
export const priceAll = (state: State, table: ScoreTable, shift: number, mark: Int32Array): number[] => {
  const better: number[] = []
  for (let row = 0; row < state.rows; row++) {
    if (state.reserved[row]! >= 0 || state.slack[row]! >= state.fall || state.rowValue[row]! >= state.unlisted[row]!)
      continue
    if (priceRow(state, table, row, shift, mark)) better.push(row)
  }
  return better
}

/** Takes a row from its place, if it has one, and asks anew what it could get; it then waits for `placeRow`. */
export const reopen = (state: State, row: number): void => {
  if (state.match[row]! >= 0) unlink(state, row)
  const value = bestValue(state, row)
  state.slack[row]! += value - state.rowValue[row]!
  state.rowValue[row] = value
}
