import { parseArgs } from 'node:util'
import { Temporal } from 'temporal-polyfill'
import { buildConsole } from './console/build-console.ts'
import { startRuntime } from './runtime.ts'
import { createSamplePilot, lacksSamplePilot } from './seed/sample-programs.ts'

const help = `Usage: npm start -- [options]

  --port NUMBER   port of the console, API and mailbox (default 4100)
  --data FOLDER   where everything is kept (default .pilotgate)
  --speed NUMBER  virtual seconds per second (default 1); 86400 is a day a second
  --fresh         remove the data folder's content first
  --empty         do not set up the sample pilot
`

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4100' },
    data: { type: 'string', default: '.pilotgate' },
    speed: { type: 'string' },
    fresh: { type: 'boolean', default: false },
    empty: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

const started = performance.now()
const say = (line: string) =>
  console.log(`[${((performance.now() - started) / 1000).toFixed(1).padStart(5)} s] ${line}`)

const number = (name: 'port' | 'speed', low: number, high: number): number | undefined => {
  const text = values[name]
  if (text === undefined) return undefined
  const value = Number(text)
  if (value >= low && value <= high) return value
  throw new Error(`--${name} must be a number from ${low} to ${high}, not "${text}".`)
}

const main = async () => {
  if (values.help) return console.log(help)
  say('Starting Pilotgate on this machine')
  await buildConsole(say)
  const runtime = await startRuntime({
    port: number('port', 0, 65_535)!,
    data: values.data,
    fresh: values.fresh,
    speed: number('speed', 0.1, 1_000_000),
    log: say,
  })
  const end = async (signal: string) => {
    say(`${signal}: stopping; everything is kept in ${values.data}`)
    await runtime.stop()
    process.exit(0)
  }
  process.once('SIGINT', () => end('Interrupted'))
  process.once('SIGTERM', () => end('Told to stop'))

  if (!values.empty && (await lacksSamplePilot(runtime.origin))) {
    say('Setting up the sample pilot')
    await createSamplePilot(runtime.origin, nextWorkday(runtime.clock.now()))
  }
  const { origin } = runtime
  say('Ready')
  console.log(`
  Console     ${origin}/
  API         ${origin}/api
  Mailbox     ${origin}/mailbox
  Sign-in     ${origin}/sign-in
  Data        ${values.data}  (remove it, or start with --fresh, to begin anew)

  Virtual time ${new Date(runtime.clock.now()).toISOString()}. Stop with Ctrl+C; start again to go on.
`)
}

/** Today in the sample pilot's zone, or Monday when the working week is over. */
const nextWorkday = (now: number): string => {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO('Europe/Berlin').toPlainDate()
  return (today.dayOfWeek > 4 ? today.add({ days: 8 - today.dayOfWeek }) : today).toString()
}

main().catch((error: Error) => {
  // Causes with a remedy are for people; anything else is a fault of ours and shows where it came from.
  const known = error.name === 'CannotStart' || error.name === 'DatabaseProblem' || error.message.startsWith('--')
  console.error(known ? error.message : error)
  process.exit(1)
})
