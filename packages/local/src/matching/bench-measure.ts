import { loadavg } from 'node:os'

export type Timing = { first: number; least: number; runs: number }

/**
 * Times several ways to do the same work in turns, so that a busy moment of the machine hits all alike, and keeps the
 * first and the least time of each. `prepare` runs untimed before each run.
 */
export const interleaved = <Work>(
  ways: Record<string, (work: Work) => unknown>,
  prepare: () => Work,
  runs: number,
): Record<string, Timing> => {
  const timings: Record<string, Timing> = {}
  for (let run = 0; run < runs; run++) {
    for (const [name, way] of Object.entries(ways)) {
      const work = prepare()
      const started = performance.now()
      way(work)
      const took = performance.now() - started
      const timing = timings[name]
      timings[name] = timing
        ? { first: timing.first, least: Math.min(timing.least, took), runs: run + 1 }
        : { first: took, least: took, runs: 1 }
    }
  }
  return timings
}

/** Adds up the time between calls under the name given at the earlier one. */
export const stopwatch = () => {
  const spent: Record<string, number> = {}
  let at = performance.now()
  let stage: string | undefined
  const begin = (next?: string) => {
    const now = performance.now()
    if (stage) spent[stage] = (spent[stage] ?? 0) + now - at
    stage = next
    at = now
  }
  return { begin, spent }
}

/** The value below which the given share of all values lies (nearest rank). */
export const percentile = (values: number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(values.length * share) - 1)] ?? 0

export const rounded = (value: number): number => Math.round(value * 10) / 10

export const load = (): number => rounded(loadavg()[0]!)

/** Most memory this process has held so far, in MB. */
export const peakMemory = (): number => Math.round(process.resourceUsage().maxRSS / 1024)
