import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../dynamodb/checks.ts'
import { openStreamStore } from '../../streams/stream-store.ts'
import { chanceOf } from '../chance.ts'
import { type PilotOptions, simulatePilot, simulationStart } from '../simulate.ts'
import { countMails, type FinalRecord, finalRecord, type MailCount } from './final-record.ts'
import { type Life, mortalPlatform } from './mortal-platform.ts'

export type CrashRun = {
  record: FinalRecord
  mails: MailCount
  kills: number
  /** Events that a consumer of the stream gave up. */
  deadLetters: number
  /** How long each start took until it served, in milliseconds. */
  starts: number[]
}

/** Moves of the clock that a life sees at most. A pilot of 24 weeks needs some two thousand. */
const longestLife = 60

type CrashOptions = Omit<PilotOptions, 'onGate'> & {
  kills: number
  /** Takes one line for the person at the terminal. */
  log?: (line: string) => void
}

/**
 * Runs a simulated pilot on a platform that is killed again and again, at moments that the seed draws: in turn between 20 ms and 3 s
 * after it began to serve, and, so that the kills reach all weeks, in the midst of what a move of the clock some way on causes.
 * Without kills it is the undisturbed run to compare with.
 */
export const crashRun = async ({ kills, log = () => {}, ...options }: CrashOptions): Promise<CrashRun> => {
  const data = mkdtempSync(join(tmpdir(), 'pilotgate-crash-'))
  const chance = chanceOf(options.seed)
  const lives = Array.from({ length: kills }, (_, index): Life => {
    const draw = chance('life', index)
    if (index % 2 === 0) return { jumps: 0, ms: Math.round(20 + draw * 2980) }
    return { jumps: Math.ceil(draw * longestLife), ms: Math.round(chance('moment', index) * 400) }
  })
  const platform = await mortalPlatform({ port: await freePort(), data, start: simulationStart, lives, log })
  try {
    const pilot = await simulatePilot(platform, { ...options, onGate: (gate) => log(`At gate ${gate}`) })
    const record = await platform.insist(() => finalRecord(pilot))
    const mails = await platform.insist(() => countMails(platform.origin, pilot))
    return { record, mails, kills: platform.outages(), starts: platform.starts, deadLetters: await end() }
  } finally {
    await platform.stop()
    rmSync(data, { recursive: true, force: true })
  }

  async function end() {
    await platform.stop()
    const positions = openStreamStore(join(data, 'streams.sqlite'))
    const letters = positions.deadLetters()
    positions.close()
    return letters.length
  }
}
