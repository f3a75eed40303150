import { noPair } from '@pilotgate/core/matching/assignment/instance'
import { solveMatrix } from '@pilotgate/core/matching/assignment/matrix-kernel'
import { solve } from '@pilotgate/core/matching/assignment/solve'
import { below, randomStream } from '@pilotgate/core/random-stream'
import { linearSumAssignment } from 'linear-sum-assignment'
import { munkres } from 'munkres'
import { interleaved, load, rounded } from './bench-measure.ts'
import { pool } from './bench-pool.ts'

const kinds = ['random', 'structured', 'tie-heavy'] as const
type Kind = (typeof kinds)[number]

/** What a pair that is not allowed costs the solvers that know no such pairs: more than any plan could save. */
const outOfReach = 100_000_000

const matrixOf = (kind: Kind, size: number): Int32Array => {
  const score = new Int32Array(size * size)
  if (kind === 'structured') {
    const { scoreRow } = pool(size, size, 7)
    for (let row = 0; row < size; row++) scoreRow(row, score.subarray(row * size, (row + 1) * size))
    return score
  }
  const random = randomStream(7)
  return score.map(() => (kind === 'random' ? below(random, 10_001) : 1 + below(random, 100)))
}

/** One place per column, as many columns as rows: ours against the packages of npm, in one process. */
export const benchDense = (size: number, runs: number) =>
  kinds.map((kind) => {
    const score = matrixOf(kind, size)
    const capacity = new Int32Array(size).fill(1)
    const costs = () =>
      Array.from({ length: size }, (_, row) =>
        Float64Array.from(score.subarray(row * size, (row + 1) * size), (own) =>
          own === noPair ? outOfReach : 10_000 - own,
        ),
      )
    const totals: Record<string, number> = {}
    const totalOf = (columnOf: (row: number) => number) => {
      let total = 0
      for (let row = 0; row < size; row++) {
        const own = columnOf(row) < 0 ? noPair : score[row * size + columnOf(row)]!
        if (own !== noPair) total += own
      }
      return total
    }
    const ways = {
      pilotgate: () => {
        const solution = solve({ rows: size, columns: size, capacity, scores: { kind: 'matrix', score } })
        totals.pilotgate = solution.optimal ? solution.total : Number.NaN
      },
      'pilotgate matrix kernel': () => {
        const { match } = solveMatrix(score, size, size, 0)
        totals['pilotgate matrix kernel'] = totalOf((row) => match[row]!)
      },
      munkres: (rows: Float64Array[]) => {
        const columns = new Map(munkres(rows))
        totals.munkres = totalOf((row) => columns.get(row) ?? -1)
      },
      'linear-sum-assignment': (rows: Float64Array[]) => {
        const { rowAssignments } = linearSumAssignment(rows, { maximaze: false })
        totals['linear-sum-assignment'] = totalOf((row) => rowAssignments[row]!)
      },
    }
    const timings = interleaved(ways, costs, runs)
    const ours = timings.pilotgate!
    return {
      kind,
      size,
      forbidden: rounded((score.filter((own) => own === noPair).length / score.length) * 100),
      sameTotal: new Set(Object.values(totals)).size === 1,
      load: load(),
      solvers: Object.entries(timings).map(([name, { first, least }]) => ({
        name,
        first: rounded(first),
        least: rounded(least),
        timesOurFirst: rounded(first / ours.first),
        timesOurLeast: rounded(least / ours.least),
      })),
    }
  })
