import { type Instance, noPair, type Objective, type Pair } from '@pilotgate/core/matching/assignment/instance'
import fc from 'fast-check'

type Shape = { rows: number; columns: number; places: number }

/** Scores from a few values (many ties, some negative), one in five pairs not allowed. */
const score = fc.oneof(
  { weight: 2, arbitrary: fc.integer({ min: -3, max: 6 }) },
  { weight: 2, arbitrary: fc.integer({ min: -500, max: 10_000 }) },
  { weight: 1, arbitrary: fc.constant(noPair) },
)

const objective = fc.constantFrom<Objective>('best-score', 'most-matched')

/** Small instances as a matrix, with vetoes and reservations that fit. */
export const smallInstances = ({ rows, columns, places }: Shape): fc.Arbitrary<Instance> =>
  fc.record({ rows: fc.nat(rows), columns: fc.nat(columns), objective }).chain((size) => {
    const pairs = size.rows * size.columns
    const pair = fc.tuple(fc.nat(Math.max(0, size.rows - 1)), fc.nat(Math.max(0, size.columns - 1)))
    return fc
      .record({
        capacity: fc.array(fc.nat(places), { minLength: size.columns, maxLength: size.columns }),
        entries: fc.array(score, { minLength: pairs, maxLength: pairs }),
        wished: fc.array(pair, { maxLength: 2 }),
        forbidden: fc.array(pair, { maxLength: 3 }),
      })
      .map(({ capacity, entries, wished, forbidden }) => ({
        ...size,
        capacity,
        scores: { kind: 'matrix' as const, score: Int32Array.from(entries) },
        forbidden: pairs > 0 ? forbidden : [],
        reserved: pairs > 0 ? fitting(size.columns, capacity, entries, wished, forbidden) : [],
      }))
  })

const fitting = (columns: number, capacity: number[], entries: number[], wished: Pair[], forbidden: Pair[]): Pair[] => {
  const left = [...capacity]
  const taken = new Set<number>()
  return wished.filter(([row, column]) => {
    const banned = forbidden.some(([r, c]) => r === row && c === column)
    if (banned || taken.has(row) || left[column]! < 1 || entries[row * columns + column] === noPair) return false
    taken.add(row)
    left[column]!--
    return true
  })
}

/** The same instance given as edges, in an order turned by `turn`. */
export const asEdges = (instance: Instance, turn = 0): Instance => {
  if (instance.scores.kind !== 'matrix') return instance
  const edges: [number, number, number][] = []
  instance.scores.score.forEach((own, at) => {
    if (own !== noPair) edges.push([Math.floor(at / instance.columns), at % instance.columns, own])
  })
  const turned = edges.map((_, at) => edges[(at * 7 + turn) % edges.length]!)
  const order = edges.length % 7 === 0 ? edges.toReversed() : turned
  return {
    ...instance,
    scores: {
      kind: 'edges',
      row: order.map(([row]) => row),
      column: order.map(([, column]) => column),
      score: order.map(([, , own]) => own),
    },
  }
}

/** The same instance with its scores computed row by row. */
export const asOracle = (instance: Instance): Instance => {
  const { scores, columns } = instance
  if (scores.kind !== 'matrix') return instance
  const scoreRow = (row: number, into: Int32Array) =>
    into.set(scores.score.subarray(row * columns, (row + 1) * columns))
  return { ...instance, scores: { kind: 'oracle', scoreRow } }
}
