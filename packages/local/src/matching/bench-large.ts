import type { Instance } from '@pilotgate/core/matching/assignment/instance'
import { openPlan } from '@pilotgate/core/matching/assignment/reoptimise'
import { solve } from '@pilotgate/core/matching/assignment/solve'
import { below, randomStream } from '@pilotgate/core/random-stream'
import { load, peakMemory, percentile, rounded, stopwatch } from './bench-measure.ts'
import { pool } from './bench-pool.ts'

const instanceOf = (rows: number, columns: number): Instance => ({
  rows,
  columns,
  capacity: new Int32Array(columns).fill(Math.ceil(rows / columns)),
  scores: { kind: 'oracle', scoreRow: pool(rows, columns).scoreRow },
})

/** One pool solved and certified over all its pairs, scoring included; the first run of the process counts. */
export const benchLarge = (rows: number, columns: number, runs: number) => {
  const instance = instanceOf(rows, columns)
  const all = Array.from({ length: runs }, () => {
    const { begin, spent } = stopwatch()
    const solution = solve(instance, { onStage: begin })
    begin()
    const split = Object.fromEntries(Object.entries(spent).map(([stage, ms]) => [stage, rounded(ms)]))
    return { ms: Object.values(spent).reduce((sum, ms) => sum + ms, 0), split, solution }
  })
  const [best] = all.toSorted((a, b) => a.ms - b.ms)
  const { total, matched, optimal, gap, search } = best!.solution
  return {
    rows,
    columns,
    pairs: rows * columns,
    first: rounded(all[0]!.ms),
    least: rounded(best!.ms),
    split: best!.split,
    total,
    matched,
    certified: optimal && gap === 0,
    ...search,
    peakMb: peakMemory(),
    load: load(),
  }
}

/** A reviewer's decisions on a plan that is open: how long each takes, and that the total equals a fresh solve. */
export const benchDecisions = (rows: number, columns: number, each: number) => {
  const plan = openPlan(instanceOf(rows, columns))
  const random = randomStream(3)
  const placed = () => {
    for (;;) {
      const row = below(random, rows)
      if (plan.columnOf(row) >= 0) return row
    }
  }
  const decisions = {
    veto: () => {
      const row = placed()
      const column = plan.columnOf(row)
      return () => plan.forbid(row, column)
    },
    override: () => {
      const row = placed()
      const other = plan.columnOf(placed())
      return () => plan.reserve(row, other)
    },
    capacity: () => {
      const column = below(random, columns)
      const places = Math.ceil(rows / columns) + (random() < 0.5 ? 1 : -1)
      return () => plan.setCapacity(column, places)
    },
  }
  const timings = Object.entries(decisions).map(([decision, draw]) => {
    const took: number[] = []
    let refused = 0
    for (let turn = 0; turn < each; turn++) {
      const decide = draw()
      const started = performance.now()
      try {
        decide()
      } catch {
        // An override may name a pair that is not allowed: refused, and not counted.
        refused++
        continue
      }
      took.push(performance.now() - started)
    }
    return {
      decision,
      decided: took.length,
      refused,
      p50: percentile(took, 0.5),
      p95: percentile(took, 0.95),
      max: Math.max(...took),
    }
  })
  const fresh = solve(plan.instance())
  return { rows, columns, timings, equalsFreshSolve: fresh.optimal && fresh.total === plan.total(), load: load() }
}
