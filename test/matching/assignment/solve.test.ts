import { certify } from '@pilotgate/core/matching/assignment/certify'
import { type Instance, noPair, objectives } from '@pilotgate/core/matching/assignment/instance'
import { solveByLists } from '@pilotgate/core/matching/assignment/lists-kernel'
import { solve } from '@pilotgate/core/matching/assignment/solve'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bruteForce } from './brute-force.ts'
import { asEdges, asOracle, smallInstances } from './small-instances.ts'

const ways: [string, (instance: Instance) => ReturnType<typeof solve>][] = [
  ['solve, matrix', (instance) => solve(instance)],
  ['solve, edges', (instance) => solve(asEdges(instance))],
  ['solve, oracle', (instance) => solve(asOracle(instance))],
  ['lists of 1 with pricing', (instance) => solveByLists(instance, { listed: 1 }).solution],
  ['lists of 3 with pricing', (instance) => solveByLists(asOracle(instance), { listed: 3 }).solution],
  ['edges without a matrix', (instance) => solveByLists(asEdges(instance), {}).solution],
]

describe('a solution is the best of all plans, with a certificate', () => {
  it.each(ways)('%s', (_, way) => {
    fc.assert(
      fc.property(smallInstances({ rows: 6, columns: 5, places: 3 }), (instance) => {
        const solution = way(instance)
        const best = bruteForce(instance)
        expect({
          total: solution.total,
          matched: solution.matched,
          optimal: solution.optimal,
          gap: solution.gap,
        }).toEqual({
          total: best.total,
          // Under best-score, pairs of score 0 may be taken or left.
          matched: instance.objective === 'most-matched' ? best.matched : solution.matched,
          optimal: true,
          gap: 0,
        })
        expect(certify(instance, solution)).toEqual({ valid: true, gap: 0, problems: [] })
      }),
      { numRuns: 400 },
    )
  })

  it.each(ways)('%s, one place per column', (_, way) => {
    fc.assert(
      fc.property(smallInstances({ rows: 6, columns: 6, places: 0 }), (drawn) => {
        const instance = {
          ...drawn,
          capacity: drawn.scores.kind === 'matrix' ? new Int32Array(drawn.columns).fill(1) : [],
        }
        const { total, optimal } = way(instance)
        expect({ total, optimal }).toEqual({ total: bruteForce(instance).total, optimal: true })
      }),
      { numRuns: 400 },
    )
  })
})

describe('edge cases', () => {
  const of = (rows: number, capacity: number[], score: number[]): Instance => ({
    rows,
    columns: capacity.length,
    capacity,
    scores: { kind: 'matrix', score: Int32Array.from(score) },
  })

  it.each([
    ['nobody', of(0, [1, 1], []), [], 0],
    ['no provider', of(3, [], []), [-1, -1, -1], 0],
    ['no place', of(2, [0, 0], [5, 5, 5, 5]), [-1, -1], 0],
    ['no allowed pair', of(2, [1, 1], [noPair, noPair, noPair, noPair]), [-1, -1], 0],
    ['only harmful pairs', of(2, [1, 1], [-1, -2, -3, -4]), [-1, -1], 0],
    ['everyone wants one', of(3, [1, 0], [5, 9, 7, 9, 6, 9]), [-1, 0, -1], 7],
  ])('%s', (_, instance, assignment, total) => {
    for (const way of ways) {
      const solution = way[1](instance)
      expect([way[0], Array.from(solution.assignment), solution.total, solution.optimal]).toEqual([
        way[0],
        assignment,
        total,
        true,
      ])
    }
  })

  it('puts the number matched first when told to, even at a loss', () => {
    const instance = of(2, [1, 1], [10_000, -5, 9_000, noPair])
    expect(solve(instance)).toMatchObject({ matched: 1, total: 10_000 })
    expect(solve({ ...instance, objective: 'most-matched' })).toMatchObject({ matched: 2, total: 8_995, optimal: true })
  })

  it('keeps scores of six decimals exact', () => {
    const rows = 200
    const score = Float64Array.from({ length: rows * rows }, (_, at) => (at * 7_919 * 104_729) % 100_000_000)
    const row = score.map((_, at) => Math.floor(at / rows))
    const column = score.map((_, at) => at % rows)
    for (const objective of objectives) {
      const edges = { kind: 'edges' as const, row, column, score }
      const instance: Instance = { rows, columns: rows, capacity: new Array(rows).fill(1), scores: edges, objective }
      expect(solve(instance)).toMatchObject({ optimal: true, gap: 0, matched: rows })
    }
  })
})

describe('the same plan comes out', () => {
  it('on every run, and whatever the order of edges', () => {
    fc.assert(
      fc.property(smallInstances({ rows: 8, columns: 6, places: 3 }), fc.nat(100), (instance, turn) => {
        const plan = Array.from(solve(instance).assignment)
        expect(Array.from(solve(instance).assignment)).toEqual(plan)
        const listed = Array.from(solveByLists(asEdges(instance), {}).solution.assignment)
        expect(Array.from(solveByLists(asEdges(instance, turn), {}).solution.assignment)).toEqual(listed)
      }),
    )
  })
})

it('tells how far a search that was stopped early can be from the best', () => {
  const size = 60
  const score = Int32Array.from({ length: size * size }, (_, at) => (at * 7_919) % 1_000)
  const instance: Instance = {
    rows: size,
    columns: size,
    capacity: new Array(size).fill(1),
    scores: { kind: 'matrix', score },
  }
  const best = solve(instance)
  const stopped = solveByLists(instance, { listed: 1, roundLimit: 0 }).solution
  expect(stopped.optimal).toBe(false)
  expect(stopped.total).toBeLessThan(best.total)
  expect(stopped.total + stopped.gap).toBeGreaterThanOrEqual(best.total)
})
