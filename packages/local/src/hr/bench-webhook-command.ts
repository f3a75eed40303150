import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { barePuts } from '../dynamodb/bare-puts.ts'
import { load, rounded } from '../matching/bench-measure.ts'
import { startRuntime, tableName } from '../runtime.ts'
import { signInAs } from '../seed/client.ts'
import { sampleOwner } from '../seed/sample-programs.ts'
import { batchOf } from './bench/batch.ts'
import { inFigures, median } from './bench/figures.ts'
import { type Reconciled, reconcile } from './bench/reconcile.ts'
import { type Sent, serveSender, startSender } from './bench/sender.ts'
import { type Connected, connectVendor } from './connect-vendor.ts'
import type { RawHttpRequest } from './raw-http.ts'

const help = `Usage: npm run bench:webhook [-- options]

How many signed deliveries a second the doors take durably: different events answered with 200, divided by the time. Each round puts
bare rows of the same size on a condition, in the same database, and then delivers to each door; what a door took in a round is compared
with the puts of that round, and the median of these ratios is printed. One in ten is sent again, outside of what is timed. In the end,
whether each was worked through exactly once. The sender is a process of its own.

  --disk            the database on disk, not in memory
  --count NUMBER    deliveries and puts a round (default 1000)
  --rounds NUMBER   (default 3)
  --at-once NUMBER  requests under way at a time (default 32)
  --json            print the numbers as JSON
`

const { values } = parseArgs({
  options: {
    disk: { type: 'boolean', default: false },
    count: { type: 'string', default: '1000' },
    rounds: { type: 'string', default: '3' },
    'at-once': { type: 'string', default: '32' },
    json: { type: 'boolean', default: false },
    sender: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

const number = (name: 'count' | 'rounds' | 'at-once'): number => {
  const value = Number(values[name])
  if (Number.isInteger(value) && value > 0) return value
  throw new Error(`--${name} must be a whole number from 1 on, not "${values[name]}".`)
}

/** One in so many deliveries of a round is sent again. */
const oneAgainIn = 10

const say = (line: string) => console.error(line)
const perSecond = (count: number, ms: number) => Math.round(count / (ms / 1000))
const isTaken = (status: number) => status === 200

const atOnce = number('at-once')
const count = number('count')

type Measured = { rates: number[]; answersMs: number[]; refused: number; inboxIds: string[] }

const main = async () => {
  const data = mkdtempSync(join(tmpdir(), 'pilotgate-bench-'))
  const runtime = await startRuntime({ port: 0, data, memory: !values.disk, long: true, log: say })
  const sender = startSender(import.meta.filename)
  try {
    const { origin, clock } = runtime
    const owner = await signInAs(origin, sampleOwner())
    const doors = [await connectVendor(owner, 'standard'), await connectVendor(owner, 'bamboohr')]
    const measured = new Map<Connected, Measured>(
      doors.map((door) => [door, { rates: [], answersMs: [], refused: 0, inboxIds: [] }]),
    )
    const newRequests = (door: Connected, size: number): RawHttpRequest[] => {
      const { requests, inboxIds } = batchOf(door, size, clock.now())
      measured.get(door)!.inboxIds.push(...inboxIds)
      return requests
    }
    const deliver = async (door: Connected, requests: RawHttpRequest[]): Promise<Sent> => {
      const sent = await sender.send({ origin, atOnce, requests })
      measured.get(door)!.refused += sent.statuses.filter((status) => !isTaken(status)).length
      return sent
    }
    const put = (name: string, size: number) => barePuts(tableName, { name, count: size, atOnce, rowBytes: 450 })

    // Workers have machines of their own in AWS; here they wait until the doors have been measured.
    runtime.hold()
    await put('warm-up', Math.min(count, 300))
    for (const door of doors) {
      // Each beside its copy: both come at once, and one of them is kept.
      await deliver(
        door,
        newRequests(door, Math.min(count, 300)).flatMap((request) => [request, request]),
      )
    }
    const bare: number[] = []
    for (let round = 1; round <= number('rounds'); round += 1) {
      bare.push(perSecond(count, await put(`round-${round}`, count)))
      for (const [door, of] of measured) {
        const requests = newRequests(door, count)
        const { tookMs, statuses, answersMs } = await deliver(door, requests)
        of.rates.push(perSecond(statuses.filter(isTaken).length, tookMs))
        of.answersMs.push(...answersMs)
        // A copy stores nothing, so it does not count as one that was taken.
        await deliver(
          door,
          requests.filter((_, index) => index % oneAgainIn === 0),
        )
      }
      say(
        `Round ${round}: ${bare.at(-1)} puts/s, ${doors.map((each) => `${measured.get(each)!.rates.at(-1)} ${each.vendor}/s`).join(', ')}`,
      )
    }
    runtime.release()
    say('Working through')
    const began = performance.now()
    await runtime.settled()
    const drainedS = rounded((performance.now() - began) / 1000)
    const found: ({ vendor: string; sent: number } & Omit<Measured, 'answersMs' | 'inboxIds'> & Reconciled)[] = []
    for (const [door, { answersMs: _, inboxIds, ...rest }] of measured) {
      found.push({
        vendor: door.vendor,
        sent: inboxIds.length,
        ...rest,
        ...(await reconcile(owner, door.connectionId, inboxIds)),
      })
    }
    report(bare, [...measured], found, drainedS)
  } finally {
    sender.stop()
    await runtime.stop()
    rmSync(data, { recursive: true, force: true })
  }
}

const report = (
  bare: number[],
  measured: [Connected, Measured][],
  found: ({ vendor: string; sent: number; refused: number } & Reconciled)[],
  drainedS: number,
) => {
  const doors = measured.map(([{ vendor }, { rates, answersMs }]) => ({
    vendor,
    ...inFigures(bare, rates, answersMs),
  }))
  const bad = found.some(({ missing, double, unknown, refused }) => missing + double + unknown + refused > 0)
  process.exitCode = bad ? 1 : 0
  const where = values.disk ? 'on disk' : 'in memory'
  if (values.json) {
    console.log(JSON.stringify({ where, atOnce, bare, doors, drainedS, found, load: load() }, undefined, 2))
    return
  }
  console.log(
    `Database ${where}, ${atOnce} at once; medians. Bare conditional puts: ${median(bare)}/s (rounds: ${bare.join(', ')})`,
  )
  for (const { vendor, perSecond: rate, rounds, ofBarePercent, p50Ms, p99Ms } of doors) {
    console.log(
      `${vendor}: ${rate}/s taken (rounds: ${rounds.join(', ')}), ${ofBarePercent} % of the bare puts of its round; answers p50 ${p50Ms} ms, p99 ${p99Ms} ms`,
    )
  }
  for (const { vendor, sent, logged, missing, double, unknown, refused, results } of found) {
    console.log(
      `${vendor}: ${sent} sent, some of them twice, ${refused} refused, ${logged} logged: ${missing} missing, ${double} double, ${unknown} unknown; ${JSON.stringify(results)}`,
    )
  }
  console.log(`Worked through in ${drainedS} s. Node.js ${process.version}, load ${load()}.`)
}

if (values.help) console.log(help)
else if (values.sender) serveSender()
else await main()
