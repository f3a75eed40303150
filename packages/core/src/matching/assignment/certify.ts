import { type EdgeScores, type Instance, noPair, type Solution } from './instance.ts'

/**
 * What an examination of a solution found. `gap` bounds how far any plan can be above this one, in (shifted) score units;
 * it is infinite when the plan itself breaks a rule.
 */
export type Certificate = { valid: boolean; gap: number; problems: string[] }

type ReadRow = (row: number) => ArrayLike<number>

/**
 * Examines a solution from the instance alone, sharing nothing with the kernels that found it: the plan keeps every rule,
 * the duals are feasible for every allowed pair, and primal equals dual as integers (weak duality, e.g. Burkard,
 * Dell'Amico & Martello, Assignment Problems, 2009, §4.1). Any one thing wrong and `valid` is false.
 * `readRow` spares computing an oracle's scores again where they are at hand.
 */
export const certify = (instance: Instance, solution: Solution, readRow?: ReadRow): Certificate => {
  const problems = new Set<string>()
  const scores = ownScores(instance, solution, readRow, problems)
  const left = placesLeft(instance, solution, problems)
  const { row: value, column: price, shift } = solution.duals
  if (value.length !== instance.rows || price.length !== instance.columns)
    problems.add('The duals have the wrong size.')
  if (!(Number.isSafeInteger(shift) && shift >= 0)) problems.add('The shift is not a whole number.')
  if (instance.objective === 'most-matched') {
    // One more row placed must outweigh the worst change of scores on an augmenting path.
    const { lowest, highest } = scores
    if (lowest <= highest && BigInt(shift) <= BigInt(instance.rows) * BigInt(highest - lowest) - BigInt(lowest))
      problems.add('The shift is too small to put the number of matches first.')
  } else if (shift !== 0) problems.add('The shift must be 0 when the best score is sought.')
  if (problems.size > 0) return { valid: false, gap: Number.POSITIVE_INFINITY, problems: [...problems] }

  let primal = 0n
  let dual = 0n
  let total = 0
  let matched = 0
  const reserved = new Set((instance.reserved ?? []).map(([row]) => row))
  for (let row = 0; row < instance.rows; row++) {
    const column = solution.assignment[row]!
    const score = column < 0 ? 0 : scores.own[row]!
    total += score
    if (column >= 0) matched++
    if (reserved.has(row)) continue
    const own = value[row]!
    if (!Number.isSafeInteger(own)) problems.add(`The value of row ${row} is not a whole number.`)
    if (own < 0) problems.add(`The value of row ${row} is negative.`)
    if (scores.need[row]! > own) problems.add(`A pair of row ${row} is worth more than its duals.`)
    if (column >= 0) primal += BigInt(score) + BigInt(shift)
    dual += BigInt(Math.ceil(Math.max(0, own, scores.need[row]!)) || 0)
  }
  for (let column = 0; column < instance.columns; column++) {
    const own = price[column]!
    if (!Number.isSafeInteger(own)) problems.add(`The price of column ${column} is not a whole number.`)
    else if (own < 0) problems.add(`The price of column ${column} is negative.`)
    else dual += BigInt(own) * BigInt(left[column]!)
  }
  if (total !== solution.total) problems.add(`The total is ${total}, not ${solution.total}.`)
  if (matched !== solution.matched) problems.add(`The number matched is ${matched}, not ${solution.matched}.`)
  if (dual !== primal) problems.add(`The duals allow ${dual - primal} more than the plan has.`)
  const wrongPrice = [...problems].some((problem) => problem.startsWith('The price'))
  return {
    valid: problems.size === 0,
    gap: wrongPrice ? Number.POSITIVE_INFINITY : Number(dual - primal),
    problems: [...problems],
  }
}

/** One pass over all pairs: each row's score in the plan, what its value must be at least, and the range of scores. */
const ownScores = (instance: Instance, solution: Solution, readRow: ReadRow | undefined, problems: Set<string>) => {
  const { rows, columns } = instance
  const { assignment, duals } = solution
  const seen: Seen = {
    own: new Float64Array(rows).fill(Number.NaN),
    need: new Float64Array(rows),
    lowest: Number.POSITIVE_INFINITY,
    highest: Number.NEGATIVE_INFINITY,
  }
  const banned = new Set((instance.forbidden ?? []).map(([row, column]) => row * columns + column))
  const allowed = (row: number, column: number) => banned.size === 0 || !banned.has(row * columns + column)
  if (instance.scores.kind === 'edges') seeEdges(instance.scores, solution, seen, allowed)
  else {
    const read = readRow ?? reader(instance)
    for (let row = 0; row < rows; row++) {
      const scores = read(row)
      if (instance.objective === 'most-matched') seeRange(scores, seen)
      const column = assignment[row]!
      if (column >= 0 && column < columns && scores[column] !== noPair && allowed(row, column)) {
        seen.own[row] = scores[column]!
      }
      seen.need[row] = leastValue(scores, duals.column, duals.shift, (column) => allowed(row, column))
    }
  }
  for (let row = 0; row < rows; row++) {
    if (assignment[row] !== -1 && Number.isNaN(seen.own[row]!))
      problems.add(`Row ${row} is on a pair that is not allowed.`)
  }
  return seen
}

type Seen = { own: Float64Array; need: Float64Array; lowest: number; highest: number }

const seeEdges = (
  { row, column, score }: EdgeScores,
  { assignment, duals }: Solution,
  seen: Seen,
  allowed: (row: number, column: number) => boolean,
): void => {
  for (let at = 0; at < row.length; at++) {
    const own = row[at]!
    if (!allowed(own, column[at]!)) continue
    const worth = score[at]! + duals.shift - duals.column[column[at]!]!
    if (worth > seen.need[own]!) seen.need[own] = worth
    if (assignment[own] === column[at]) seen.own[own] = score[at]!
  }
  seeRange(score, seen)
}

const seeRange = (scores: ArrayLike<number>, seen: Seen): void => {
  for (let at = 0; at < scores.length; at++) {
    const score = scores[at]!
    if (score > seen.highest && score !== noPair) seen.highest = score
    if (score < seen.lowest && score !== noPair) seen.lowest = score
  }
}

/** What any allowed pair of a row is worth at most beyond its column's price, at least 0. */
const leastValue = (
  scores: ArrayLike<number>,
  price: Float64Array,
  shift: number,
  allowed: (column: number) => boolean,
): number => {
  const columns = scores.length
  let need = -shift
  for (let column = 0; column < columns; column++) {
    const worth = scores[column]! - price[column]!
    if (worth > need && scores[column] !== noPair && allowed(column)) need = worth
  }
  return need + shift
}

const reader = (instance: Instance): ReadRow => {
  const { scores, columns } = instance
  if (scores.kind === 'matrix') return (row) => scores.score.subarray(row * columns, (row + 1) * columns)
  const buffer = new Int32Array(columns)
  return (row) => {
    if (scores.kind === 'oracle') scores.scoreRow(row, buffer)
    return buffer
  }
}

/** Checks capacity and reservations; gives the places that remain beside the reserved ones. */
const placesLeft = (instance: Instance, solution: Solution, problems: Set<string>): number[] => {
  const left = Array.from({ length: instance.columns }, (_, column) => instance.capacity[column]!)
  const used = new Int32Array(instance.columns)
  if (solution.assignment.length !== instance.rows) problems.add('The plan has the wrong number of rows.')
  for (const column of solution.assignment) if (column >= 0 && column < instance.columns) used[column]!++
  used.forEach((count, column) => {
    if (count > left[column]!) problems.add(`Column ${column} has ${count} rows and capacity ${left[column]}.`)
  })
  for (const [row, column] of instance.reserved ?? []) {
    left[column]!--
    if (solution.assignment[row] !== column) problems.add(`Row ${row} is reserved for column ${column}.`)
  }
  return left
}
