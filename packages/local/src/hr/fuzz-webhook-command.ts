import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { jumpThrough } from '../jump-through.ts'
import { startRuntime } from '../runtime.ts'
import { signInAs } from '../seed/client.ts'
import { sampleOwner } from '../seed/sample-programs.ts'
import { reconcile } from './bench/reconcile.ts'
import { fuzzDoors, type Miss } from './fuzz/fuzz-doors.ts'
import { openDoorsOfAll } from './fuzz/open-doors.ts'

const help = `Usage: npm run fuzz:webhook [-- options]

Sends mutated deliveries to a door of each vendor and compares each answer with what was worked out apart. Exit code 1 unless nothing
was taken or refused wrongly, everything was answered and nothing with 5xx, and all that was taken is in the logs once. Requests that
went wrong are printed as they went out, with the body in Base64. Statuses 0 and -1: the connection was closed, or nothing came in 10 s.

  --count NUMBER  deliveries (default 10000)
  --seed NUMBER   which kinds of changes are drawn (default 1); keys and secrets of the doors are new each time, and with them the bytes
  --from NUMBER   the number of the first one (default 0)
  --quick         do not work through what was taken
`

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
    quick: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

const number = (name: 'count' | 'seed' | 'from'): number => {
  const value = Number(values[name])
  if (Number.isSafeInteger(value) && value >= 0) return value
  throw new Error(`--${name} must be a whole number, not "${values[name]}".`)
}

const shown = (what: string, misses: Miss[]) => {
  console.log(`${what}: ${misses.length}`)
  for (const { index, vendor, status, request } of misses.slice(0, 10)) {
    console.log(`  number ${index}, ${vendor}, answered ${status}: ${request}`)
  }
}

const main = async () => {
  const started = performance.now()
  const data = mkdtempSync(join(tmpdir(), 'pilotgate-fuzz-'))
  const runtime = await startRuntime({
    ...{ port: 0, data, memory: true, paused: true, start: Date.parse('2027-01-04T09:00:00Z') },
    log: (line) => console.error(line),
  })
  try {
    const owner = await signInAs(runtime.origin, sampleOwner())
    const doors = await openDoorsOfAll(owner)
    await runtime.settled()
    runtime.hold()
    const options = { seed: number('seed'), count: number('count'), from: number('from'), now: runtime.clock.now() }
    const found = await fuzzDoors(runtime.origin, doors, options)
    console.log(
      `${found.sent} sent with seed ${values.seed}: ${found.taken} taken, ${found.refused} refused; answers ${JSON.stringify(found.statuses)}`,
    )
    shown('Taken wrongly', found.takenWrongly)
    shown('Refused wrongly', found.refusedWrongly)
    shown('5xx, or no answer', found.faults)
    let bad = found.takenWrongly.length + found.refusedWrongly.length + found.faults.length
    runtime.release()
    if (!values.quick) {
      // Some vendors are asked only some time after their event.
      await runtime.settled()
      await jumpThrough(runtime, runtime.clock.now() + 600_000)
      for (const [connectionId, ids] of found.inboxIds) {
        const { vendor } = doors.find((door) => door.connectionId === connectionId)!
        const { logged, missing, double, unknown, results } = await reconcile(owner, connectionId, [...ids])
        console.log(
          `${vendor}: ${logged} logged, ${missing} missing, ${double} double, ${unknown} unknown; ${JSON.stringify(results)}`,
        )
        bad += missing + double + unknown
      }
    }
    console.log(`${((performance.now() - started) / 1000).toFixed(0)} s`)
    process.exitCode = bad === 0 ? 0 : 1
  } finally {
    await runtime.stop()
    rmSync(data, { recursive: true, force: true })
  }
}

if (values.help) console.log(help)
else await main()
