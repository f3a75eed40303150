import { parseArgs } from 'node:util'
import { crashRun } from './crash-run.ts'
import { shortPilot } from './short-pilot.ts'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '30' },
    seed: { type: 'string', default: '1' },
    short: { type: 'boolean', default: false },
  },
})

const started = performance.now()
const say = (line: string) =>
  console.error(`[${((performance.now() - started) / 1000).toFixed(1).padStart(5)} s] ${line}`)

const main = async () => {
  const kills = Number(values.kills)
  const seed = Number(values.seed)
  if (!Number.isSafeInteger(kills) || kills < 0)
    throw new Error(`--kills must be a whole number, not "${values.kills}".`)
  if (!Number.isSafeInteger(seed)) throw new Error(`--seed must be a whole number, not "${values.seed}".`)
  const template = values.short ? shortPilot : undefined
  say(`An undisturbed run, and one with ${kills} kills`)
  const undisturbed = crashRun({ seed, template, kills: 0 })
  const { record, mails, starts, deadLetters, ...run } = await crashRun({ seed, template, kills, log: say })
  const whole = await undisturbed
  const restarts = starts.slice(1).toSorted((a, b) => a - b)
  const differences = differing(whole.record, record)
  console.log(`Killed ${run.kills} times; served again after ${restarts[0]} to ${restarts.at(-1)} ms.`)
  console.log(
    `Mails: ${mails.sent} sent, ${mails.unknown} of unknown fate (${mails.lost} lost), ${mails.twice.length} sent twice.`,
  )
  console.log(differences.length === 0 ? 'The final record is the same.' : `Differs:\n${differences.join('\n')}`)
  const bad = differences.length + mails.twice.length + mails.claimed + deadLetters > 0 || run.kills !== kills
  process.exitCode = bad ? 1 : 0
}

/** Lines that only one of two records has. */
const differing = (whole: object, disturbed: object): string[] => {
  const lines = (record: object) =>
    Object.entries(record).flatMap(([name, value]) => [value].flat().map((each) => `${name}: ${each}`))
  const [before, after] = [lines(whole), lines(disturbed)]
  return [
    ...before.filter((line) => !after.includes(line)).map((line) => `- ${line}`),
    ...after.filter((line) => !before.includes(line)).map((line) => `+ ${line}`),
  ]
}

main().catch((error) => {
  console.error(error)
  process.exit(1)
})
