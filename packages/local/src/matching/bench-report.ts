import type { benchDense } from './bench-dense.ts'
import type { benchDecisions, benchLarge } from './bench-large.ts'
import type { benchStretch } from './bench-stretch.ts'

type Large = ReturnType<typeof benchLarge>

export type Found = {
  machine: { node: string; cores: number; loadBefore: number; loadAfter: number }
  dense: ReturnType<typeof benchDense>
  large: Large
  decisions: ReturnType<typeof benchDecisions>
  stretch: ReturnType<typeof benchStretch>
  [growth: `growth-${number}`]: Large
}

const line = (...cells: (string | number)[]): string =>
  cells.map((cell, at) => (at === 0 ? String(cell).padEnd(26) : String(cell).padStart(12))).join('')

const yes = (value: boolean): string => (value ? 'yes' : 'NO')

/** The numbers as tables for people; milliseconds unless it says otherwise. */
export const report = (found: Found): string => {
  const { machine, dense, large, decisions, stretch } = found
  const growth = Object.entries(found).flatMap(([name, value]) => (name.startsWith('growth-') ? [value as Large] : []))
  return [
    `Node ${machine.node}, ${machine.cores} cores, load ${machine.loadBefore} before and ${machine.loadAfter} after (ms)`,
    ...dense.flatMap(({ kind, size, forbidden, sameTotal, load, solvers }) => [
      '',
      `Dense ${size} x ${size}, ${kind}, ${forbidden} % forbidden; same total: ${yes(sameTotal)}; load ${load}`,
      line('solver', 'first', 'least', 'x our first', 'x our least'),
      ...solvers.map((own) => line(own.name, own.first, own.least, own.timesOurFirst, own.timesOurLeast)),
    ]),
    '',
    `${large.rows} x ${large.columns}, ${large.pairs / 1e6} million pairs; certified: ${yes(large.certified)}; load ${large.load}`,
    line('first', large.first),
    line('least', large.least),
    ...Object.entries(large.split).map(([stage, ms]) => line(`  ${stage}`, ms)),
    line('peak memory, MB', large.peakMb),
    '',
    `Decisions on that plan; equals a fresh solve: ${yes(decisions.equalsFreshSolve)}; load ${decisions.load}`,
    line('decision', 'count', 'p50', 'p95', 'max'),
    ...decisions.timings.map((own) =>
      line(own.decision, own.decided, own.p50.toFixed(2), own.p95.toFixed(2), own.max.toFixed(2)),
    ),
    '',
    'Growth, scoring included',
    line('rows x columns', 'pairs, M', 'ms', 'peak MB', 'rounds', 'certified'),
    ...growth.map((own) =>
      line(`${own.rows} x ${own.columns}`, own.pairs / 1e6, own.first, own.peakMb, own.rounds, yes(own.certified)),
    ),
    '',
    `Stretch ${stretch.rows} x ${stretch.columns}, ${stretch.edges} pairs listed; certified: ${yes(stretch.certified)}`,
    line('ms after lists', stretch.ms),
    line('matched', stretch.matched),
    line('peak memory, MB', stretch.peakMb),
  ].join('\n')
}
