import { execFileSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import type { Event } from '@pilotgate/core/events'
import { countEvent, emptyFold, rollupsOf } from '@pilotgate/core/measurement/kpis/fold'
import { interleaved, load, peakMemory, rounded } from '../matching/bench-measure.ts'
import { drawnEvents } from './drawn-events.ts'

const help = `Usage: npm run bench:rollup [-- options]

Times the pure fold of KPI counters over drawn events, beside parsing the same events from JSON, from 1,000 to 1,000,000 events.
Each size runs in a process of its own.

  --json          print the numbers as JSON
  --events COUNT  only this many (in this process)
  --zone ZONE     the program's zone (default Europe/Berlin)
`

const sizes = [1_000, 10_000, 100_000, 1_000_000]

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    events: { type: 'string' },
    zone: { type: 'string', default: 'Europe/Berlin' },
    help: { type: 'boolean', default: false },
  },
})

const foldAll = (events: Event[]) => {
  const fold = emptyFold()
  for (const event of events) countEvent(fold, event, values.zone)
  return fold
}

type Measured = {
  events: number
  rows: number
  rollups: number
  firstNs: number
  foldNs: number
  eventsPerSecond: number
  parseNs: number
  foldToParse: number
  /** Memory that the fold itself holds, and the most of the process: the events, their JSON and the folds of all runs. */
  foldMb: number
  peakMb: number
}

/** What a thing made takes of the heap, in MB. */
const weighed = <T>(make: () => T): [made: T, mb: number] => {
  const heap = () => {
    globalThis.gc?.()
    return process.memoryUsage().heapUsed
  }
  const before = heap()
  const made = make()
  return [made, Math.round((heap() - before) / 1_000_000)]
}

const measure = (count: number): Measured => {
  const events = drawnEvents(count)
  const lines = events.map((event) => JSON.stringify(event))
  const runs = count >= 1_000_000 ? 3 : 7
  const ways = {
    fold: () => foldAll(events),
    parse: () => {
      for (const line of lines) JSON.parse(line)
    },
  }
  const { fold, parse } = interleaved(ways, () => undefined, runs)
  const perEvent = (ms: number) => Math.round((ms * 1_000_000) / count)
  const [counted, foldMb] = weighed(() => foldAll(events))
  return {
    events: count,
    rows: counted.contributions.size,
    rollups: rollupsOf(counted).size,
    firstNs: perEvent(fold!.first),
    foldNs: perEvent(fold!.least),
    eventsPerSecond: Math.round(count / (fold!.least / 1_000)),
    parseNs: perEvent(parse!.least),
    foldToParse: rounded(fold!.least / parse!.least),
    foldMb,
    peakMb: peakMemory(),
  }
}

const apart = (count: number): Measured => {
  const args = [
    ...process.execArgv,
    '--expose-gc',
    import.meta.filename,
    '--json',
    '--events',
    `${count}`,
    '--zone',
    values.zone,
  ]
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 24 })) as Measured
}

if (values.help) console.log(help)
else if (values.events !== undefined) {
  const found = measure(Number(values.events))
  console.log(values.json ? JSON.stringify(found) : found)
} else {
  const before = load()
  const found = sizes.map((size) => apart(size))
  if (values.json) console.log(JSON.stringify({ node: process.version, loadBefore: before, found }, undefined, 2))
  else {
    console.table(found)
    console.log(
      `Nanoseconds an event: the first run (cold) and the least of several, in turns with JSON.parse of the same events.`,
    )
    console.log(`Node.js ${process.version}, load ${before} before, ${load()} after.`)
  }
}
