import { noPair } from '@pilotgate/core/matching/assignment/instance'
import { solve } from '@pilotgate/core/matching/assignment/solve'
import { below, randomStream } from '@pilotgate/core/random-stream'
import { load, peakMemory, rounded, stopwatch } from './bench-measure.ts'
import { pool } from './bench-pool.ts'

const seen = 400
const listed = 20

/**
 * A very large pool whose lists are given: each row's best 20 of 400 columns it was shown (a window at random; columns
 * come in no order). Solved exactly on that graph.
 */
export const benchStretch = (rows: number, columns: number) => {
  const { scoreRow } = pool(rows, columns)
  const random = randomStream(11)
  const into = new Int32Array(columns)
  const row = new Int32Array(rows * listed)
  const column = new Int32Array(rows * listed)
  const score = new Int32Array(rows * listed)
  let edges = 0
  for (let own = 0; own < rows; own++) {
    const from = below(random, columns - seen)
    scoreRow(own, into, from, from + seen)
    const allowed = Array.from({ length: seen }, (_, at) => from + at).filter((at) => into[at] !== noPair)
    for (const at of allowed.sort((a, b) => into[b]! - into[a]! || a - b).slice(0, listed)) {
      row[edges] = own
      column[edges] = at
      score[edges++] = into[at]!
    }
  }
  const scores = {
    kind: 'edges' as const,
    row: row.subarray(0, edges),
    column: column.subarray(0, edges),
    score: score.subarray(0, edges),
  }
  const capacity = new Int32Array(columns).fill(Math.ceil(rows / columns))
  const { begin, spent } = stopwatch()
  begin('check')
  const { total, matched, optimal } = solve({ rows, columns, capacity, scores }, { onStage: begin })
  begin()
  return {
    rows,
    columns,
    edges,
    ms: rounded(Object.values(spent).reduce((sum, ms) => sum + ms, 0)),
    split: Object.fromEntries(Object.entries(spent).map(([stage, ms]) => [stage, rounded(ms)])),
    total,
    matched,
    certified: optimal,
    peakMb: peakMemory(),
    load: load(),
  }
}
