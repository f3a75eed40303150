import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startRuntime } from '../runtime.ts'
import { inProcess } from './platform.ts'
import { reportOn, tableOf } from './report.ts'
import { simulatePilot, simulationStart } from './simulate.ts'

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, json: { type: 'boolean', default: false } },
})

const started = performance.now()
const seconds = () => Math.round((performance.now() - started) / 100) / 10
// With --json, standard output holds the one result and nothing else.
const say = (line: string) => console.error(`[${seconds().toFixed(1).padStart(5)} s] ${line}`)

const main = async () => {
  const seed = Number(values.seed)
  if (!Number.isSafeInteger(seed)) throw new Error(`--seed must be a whole number, not "${values.seed}".`)
  const data = mkdtempSync(join(tmpdir(), 'pilotgate-simulation-'))
  try {
    const runtime = await startRuntime({
      port: 0,
      data,
      memory: true,
      long: true,
      paused: true,
      start: simulationStart,
      log: say,
    })
    const pilot = await simulatePilot(inProcess(runtime), { seed, onGate: (gate) => say(`At gate ${gate}`) })
    const report = await reportOn(pilot, seconds())
    await runtime.stop()
    if (values.json) return console.log(JSON.stringify(report))
    const { answered, tooLate, ignored, droppedOut } = pilot.fate
    console.log(`\n${tableOf(report)}\n`)
    console.log(`${report.mails} mails, ${report.historyEvents} history events, ${report.wallSeconds} s.`)
    console.log(
      `${answered} tasks answered, ${tooLate} answers too late, ${ignored} tasks ignored, ${droppedOut.length} drop-out.`,
    )
    console.log(`Final steering decision: ${report.decision}`)
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
}

main().then(
  () => process.exit(0),
  (error) => {
    console.error(error)
    process.exit(1)
  },
)
