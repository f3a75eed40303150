import { type Instance, noPair } from '@pilotgate/core/matching/assignment/instance'
import { solveByLists } from '@pilotgate/core/matching/assignment/lists-kernel'
import { solve } from '@pilotgate/core/matching/assignment/solve'
import { below, randomStream } from '@pilotgate/core/random-stream'
import { linearSumAssignment } from 'linear-sum-assignment'
import { munkres } from 'munkres'
import { describe, expect, it } from 'vitest'
import { pool } from '../../../packages/local/src/matching/bench-pool.ts'
import { asEdges } from './small-instances.ts'

const random = randomStream(42)

const matrix = (
  rows: number,
  columns: number,
  places: number,
  score: (row: number, column: number) => number,
): Instance => ({
  rows,
  columns,
  capacity: new Int32Array(columns).fill(places),
  scores: {
    kind: 'matrix',
    score: Int32Array.from({ length: rows * columns }, (_, at) => score(Math.floor(at / columns), at % columns)),
  },
})

const structured = (rows: number, columns: number, places: number): Instance => {
  const { scoreRow } = pool(rows, columns)
  const into = new Int32Array(columns)
  return matrix(rows, columns, places, (row, column) => {
    if (column === 0) scoreRow(row, into)
    return into[column]!
  })
}

/**
 * The instance for solvers that know neither places, nor pairs that are not allowed, nor rows that stay without: a column
 * for every place and one per row for staying, in a square of gains.
 */
const expanded = ({ rows, columns, capacity, scores, objective }: Instance): number[][] => {
  if (scores.kind !== 'matrix') throw new Error('A matrix is expected.')
  const places = Array.from({ length: columns }, (_, column) =>
    new Array<number>(capacity[column]!).fill(column),
  ).flat()
  const bonus = objective === 'most-matched' ? 10_000_000 : 0
  const never = -1_000_000_000
  return Array.from({ length: rows }, (_, row) => [
    ...places.map((column) => {
      const own = scores.score[row * columns + column]!
      return own === noPair ? never : own + bonus
    }),
    ...Array.from({ length: rows }, (_, stay) => (stay === row ? 0 : never)),
  ])
}

const totalOf = (instance: Instance, gains: number[][], columnOf: (row: number) => number | undefined) => {
  const bonus = instance.objective === 'most-matched' ? 10_000_000 : 0
  const staying = gains[0]!.length - instance.rows
  let total = 0
  let matched = 0
  for (let row = 0; row < instance.rows; row++) {
    const column = columnOf(row)!
    if (column >= staying) continue
    total += gains[row]![column]! - bonus
    matched++
  }
  return { total, matched }
}

const cases: [string, Instance][] = [
  ['random', matrix(150, 150, 1, () => below(random, 10_001))],
  ['structured', structured(150, 150, 1)],
  ['tie-heavy', matrix(150, 150, 1, () => 1 + below(random, 100))],
  ['nearly all ties', matrix(100, 100, 1, () => below(random, 2))],
  ['all equal', matrix(60, 60, 1, () => 50)],
  ['products (long paths)', matrix(60, 60, 1, (row, column) => (row + 1) * (column + 1))],
  ['more rows than columns', matrix(160, 90, 1, () => below(random, 10_001))],
  ['more columns than rows', matrix(90, 160, 1, () => below(random, 10_001))],
  ['negative scores among them', matrix(120, 120, 1, () => below(random, 4_001) - 3_000)],
  ['places to spare', structured(120, 40, 4)],
  ['just enough places', structured(120, 40, 3)],
  ['too few places', structured(120, 30, 2)],
  ['most pairs not allowed', matrix(120, 40, 3, () => (below(random, 20) === 0 ? below(random, 100) : noPair))],
]

describe.each(cases)('%s', (_, drawn) => {
  it.each(['best-score', 'most-matched'] as const)('has the total that other solvers find: %s', (objective) => {
    const instance = { ...drawn, objective }
    const gains = expanded(instance)
    const { rowAssignments } = linearSumAssignment(gains, { maximaze: true })
    const theirs = totalOf(instance, gains, (row) => rowAssignments[row])
    const found = new Map(munkres(gains.map((row) => row.map((gain) => -gain))))
    expect(totalOf(instance, gains, (row) => found.get(row)).total).toBe(theirs.total)

    const ways = [solve(instance), solveByLists(instance, {}).solution, solveByLists(asEdges(instance), {}).solution]
    for (const { total, matched, optimal } of ways) {
      expect({ total, optimal }).toEqual({ total: theirs.total, optimal: true })
      if (objective === 'most-matched') expect(matched).toBe(theirs.matched)
    }
  })
})
