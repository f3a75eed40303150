import { type Instance, noPair } from './instance.ts'

/**
 * The scores of all pairs, a row at a time, with vetoes applied: pairs that a reviewer forbade read `noPair`.
 */
export type ScoreTable = {
  /** The row's scores, one per column. Valid until the next call; not to be changed. */
  read: (row: number) => Int32Array
  /** The same without vetoes. */
  readAll: (row: number) => Int32Array
  forbid: (row: number, column: number) => void
  allow: (row: number, column: number) => void
}

/** Up to this many pairs (4 bytes each) scores are computed once and kept. */
const keptPairs = 100_000_000

/** The table of a matrix or oracle instance; `undefined` for edges, which list all pairs themselves. */
export const scoreTable = (instance: Instance): ScoreTable | undefined => {
  const { rows, columns, scores } = instance
  if (scores.kind === 'edges') return undefined
  if (scores.kind === 'matrix') return overlay(instance, matrixReader(scores.score, columns))
  if (rows * columns > keptPairs) {
    const buffer = new Int32Array(columns)
    const read = (row: number) => {
      scores.scoreRow(row, buffer)
      return buffer
    }
    return overlay(instance, read)
  }
  const kept = new Int32Array(rows * columns)
  for (let row = 0; row < rows; row++) scores.scoreRow(row, kept.subarray(row * columns, (row + 1) * columns))
  return overlay(instance, matrixReader(kept, columns))
}

const matrixReader = (score: Int32Array, columns: number) => (row: number) =>
  score.subarray(row * columns, (row + 1) * columns)

/** Forbidden pairs are few: rows without one are read as they are, the others from a changed copy. */
const overlay = (instance: Instance, read: (row: number) => Int32Array): ScoreTable => {
  const forbidden = new Map<number, Set<number>>()
  const changed = new Int32Array(instance.columns)
  const forbid = (row: number, column: number) => {
    const columns = forbidden.get(row)
    if (columns) columns.add(column)
    else forbidden.set(row, new Set([column]))
  }
  for (const [row, column] of instance.forbidden ?? []) forbid(row, column)
  return {
    read: (row) => {
      const columns = forbidden.size > 0 ? forbidden.get(row) : undefined
      if (!columns) return read(row)
      changed.set(read(row))
      for (const column of columns) changed[column] = noPair
      return changed
    },
    readAll: read,
    forbid,
    allow: (row, column) => {
      const columns = forbidden.get(row)
      if (columns?.delete(column) && columns.size === 0) forbidden.delete(row)
    },
  }
}
