import { DomainError, type FieldProblem } from '../../errors.ts'
import { type Instance, noPair } from './instance.ts'

/** Values up to here leave sums of four of them exact in double precision (2^53). */
const exactLimit = 2 ** 50

const whole = (value: unknown, low: number, high: number): value is number =>
  Number.isSafeInteger(value) && (value as number) >= low && (value as number) <= high

/**
 * Refuses an instance that cannot be solved as given, naming the field and the remedy.
 * @throws DomainError `InvalidInput`
 */
export const checkInstance = (instance: Instance): void => {
  const problems: FieldProblem[] = []
  const report = (field: string, problem: string) => {
    if (problems.length < 20) problems.push({ field, problem })
  }
  const { rows, columns, capacity } = instance
  if (!whole(rows, 0, 2 ** 30)) report('rows', `must be a whole number from 0, not ${rows}`)
  if (!whole(columns, 0, 2 ** 30)) report('columns', `must be a whole number from 0, not ${columns}`)
  if (capacity.length !== columns)
    report('capacity', `must have one entry per column (${columns}), not ${capacity.length}`)
  for (let column = 0; column < capacity.length; column++) {
    if (!whole(capacity[column], 0, 2 ** 31 - 1))
      report(
        `capacity.${column}`,
        `must be a whole number from 0, not ${capacity[column]}; use 0 to leave a column out`,
      )
  }
  if (problems.length === 0) {
    checkScores(instance, report)
    checkPairs(instance, report)
  }
  if (problems.length === 0) return
  const [{ field, problem }] = problems as [FieldProblem, ...FieldProblem[]]
  throw new DomainError('InvalidInput', `${field}: ${problem}.`, { problems })
}

type Report = (field: string, problem: string) => void

const checkScores = ({ rows, columns, scores }: Instance, report: Report): void => {
  if (scores.kind === 'matrix') {
    if (scores.score.length !== rows * columns)
      report('scores.score', `must have rows × columns = ${rows * columns} entries, not ${scores.score.length}`)
    return
  }
  if (scores.kind === 'oracle') return
  const { row, column, score } = scores
  if (row.length !== column.length || row.length !== score.length)
    report('scores', 'must list as many rows as columns and scores')
  const seen = new Set<number>()
  for (let at = 0; at < row.length; at++) {
    if (!whole(row[at], 0, rows - 1))
      report(`edges.${at}.0`, `names row ${row[at]}; rows are numbered from 0 to ${rows - 1}`)
    if (!whole(column[at], 0, columns - 1))
      report(`edges.${at}.1`, `names column ${column[at]}; columns are numbered from 0 to ${columns - 1}`)
    if (!whole(score[at], -exactLimit, exactLimit))
      report(
        `edges.${at}.2`,
        `has score ${score[at]}; scores must be whole numbers of at most ${exactLimit}; scale them`,
      )
  }
  if (rows * columns <= 2 ** 25) {
    doublesByMap({ rows, columns, row, column }, report)
    return
  }
  for (let at = 0; at < row.length; at++) {
    const pair = row[at]! * columns + column[at]!
    if (seen.has(pair))
      report(`edges.${at}`, `lists row ${row[at]} and column ${column[at]} again; keep one of the two`)
    seen.add(pair)
  }
}

type Listed = { rows: number; columns: number; row: ArrayLike<number>; column: ArrayLike<number> }

/** A byte per pair is much faster than a set while the map is small. */
const doublesByMap = ({ rows, columns, row, column }: Listed, report: Report): void => {
  const seen = new Uint8Array(rows * columns)
  for (let at = 0; at < row.length; at++) {
    const pair = row[at]! * columns + column[at]!
    if (seen[pair]) report(`edges.${at}`, `lists row ${row[at]} and column ${column[at]} again; keep one of the two`)
    seen[pair] = 1
  }
}

const checkPairs = (instance: Instance, report: Report): void => {
  const { rows, columns, reserved = [], forbidden = [] } = instance
  const banned = new Set(forbidden.map(([row, column]) => row * columns + column))
  for (const [name, pairs] of [
    ['reserved', reserved],
    ['forbidden', forbidden],
  ] as const) {
    pairs.forEach(([row, column], at) => {
      if (!whole(row, 0, rows - 1))
        report(`${name}.${at}.0`, `names row ${row}; rows are numbered from 0 to ${rows - 1}`)
      if (!whole(column, 0, columns - 1))
        report(`${name}.${at}.1`, `names column ${column}; columns are numbered from 0 to ${columns - 1}`)
    })
  }
  const left = Array.from({ length: columns }, (_, column) => instance.capacity[column]!)
  const taken = new Set<number>()
  reserved.forEach(([row, column], at) => {
    if (taken.has(row)) report(`reserved.${at}`, `reserves row ${row} twice; keep one of the two`)
    taken.add(row)
    if (banned.has(row * columns + column)) report(`reserved.${at}`, 'is also forbidden; drop one of the two')
    else if (pairScore(instance, row, column) === undefined) report(`reserved.${at}`, 'is not an allowed pair')
    if (--left[column]! < 0)
      report(`reserved.${at}`, `exceeds the capacity of column ${column}; raise it or release a pair`)
  })
}

/** The score of a pair, `undefined` where the scores do not allow it. */
const pairScore = ({ columns, scores }: Instance, row: number, column: number): number | undefined => {
  let score: number | undefined
  if (scores.kind === 'edges') {
    for (let at = 0; at < scores.row.length; at++) {
      if (scores.row[at] === row && scores.column[at] === column) score = scores.score[at]
    }
  } else if (scores.kind === 'matrix') score = scores.score[row * columns + column]
  else {
    const buffer = new Int32Array(columns)
    scores.scoreRow(row, buffer)
    score = buffer[column]
  }
  return score === noPair ? undefined : score
}
