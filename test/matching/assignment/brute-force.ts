import { type Instance, noPair } from '@pilotgate/core/matching/assignment/instance'

/** Tries every plan of a small instance; `undefined` when its reservations leave none. */
export const bruteForce = (instance: Instance): { total: number; matched: number } => {
  const { rows, columns, objective, reserved = [], forbidden = [] } = instance
  const score = scoreGrid(instance)
  for (const [row, column] of forbidden) score[row]![column] = noPair
  for (const [row, column] of reserved) score[row] = score[row]!.map((own, at) => (at === column ? own : noPair))
  const held = new Set(reserved.map(([row]) => row))
  const left = Array.from(instance.capacity)
  let best = { total: Number.NEGATIVE_INFINITY, matched: -1 }
  const better = (total: number, matched: number) =>
    objective === 'most-matched' && matched !== best.matched ? matched > best.matched : total > best.total
  const visit = (row: number, total: number, matched: number): void => {
    if (row === rows) {
      if (best.matched < 0 || better(total, matched)) best = { total, matched }
      return
    }
    if (!held.has(row)) visit(row + 1, total, matched)
    for (let column = 0; column < columns; column++) {
      if (score[row]![column] === noPair || left[column] === 0) continue
      left[column]!--
      visit(row + 1, total + score[row]![column]!, matched + 1)
      left[column]!++
    }
  }
  visit(0, 0, 0)
  return best
}

/** All scores of an instance as rows of numbers. */
export const scoreGrid = ({ rows, columns, scores }: Instance): number[][] => {
  const grid = Array.from({ length: rows }, () => new Array<number>(columns).fill(noPair))
  if (scores.kind === 'edges') {
    for (let at = 0; at < scores.row.length; at++) grid[scores.row[at]!]![scores.column[at]!] = scores.score[at]!
  } else {
    const into = new Int32Array(columns)
    for (let row = 0; row < rows; row++) {
      if (scores.kind === 'oracle') scores.scoreRow(row, into)
      grid[row] = Array.from(
        scores.kind === 'matrix' ? scores.score.subarray(row * columns, (row + 1) * columns) : into,
      )
    }
  }
  return grid
}
