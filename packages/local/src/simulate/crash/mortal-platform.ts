import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Refused } from '../../seed/client.ts'
import type { Platform } from '../platform.ts'

/** When a life ends: so many milliseconds after it began to serve, or after its clock was told to move for the n-th time. */
export type Life = { jumps: number; ms: number }

type MortalOptions = {
  port: number
  /** The data folder, which outlives the process. */
  data: string
  /** Where the clock stands in the beginning. */
  start: number
  /** How long each life lasts; when they are used up, the last life has no end. */
  lives: Life[]
  log?: (line: string) => void
}

export type MortalPlatform = Platform & {
  /** How long each start took until it served, in milliseconds; the first is that of the new folder. */
  starts: number[]
  /** Ends the process politely. */
  stop(): Promise<void>
}

/**
 * The platform in a process of its own that is killed (SIGKILL) at the given moments and started again on the same folder each
 * time. It is spoken to over HTTP only.
 */
export const mortalPlatform = async ({
  port,
  data,
  start,
  lives,
  log = () => {},
}: MortalOptions): Promise<MortalPlatform> => {
  const origin = `http://127.0.0.1:${port}`
  const starts: number[] = []
  const left = [...lives]
  let outages = 0
  let child: ChildProcess
  let serving: Promise<void>
  let ending = false
  let jumpsLeft = Number.POSITIVE_INFINITY
  let doomed: NodeJS.Timeout | undefined
  let doom = () => {}

  const launch = async (): Promise<void> => {
    const began = performance.now()
    // A life without an end needs no database on disk.
    const database = lives.length === 0 ? 'memory' : 'disk'
    const words = [join(import.meta.dirname, 'child.ts'), String(port), data, String(start), database]
    child = spawn(process.execPath, words, { stdio: ['pipe', 'pipe', 'pipe'], env: ownEnvironment() })
    let said = ''
    child.stderr!.on('data', (chunk) => {
      said = `${said}${chunk}`.slice(-4000)
    })
    const died = once(child, 'exit').then(([code, signal]) => signal ?? `exit code ${code}`)
    const first = await Promise.race([once(child.stdout!, 'data').then(() => 'ready'), died])
    if (first !== 'ready') throw new Error(`The platform did not start (${first}): ${said}`)
    starts.push(Math.round(performance.now() - began))
    const life = left.shift()
    jumpsLeft = life?.jumps ?? Number.POSITIVE_INFINITY
    const mine = child
    doom = () => {
      jumpsLeft = Number.POSITIVE_INFINITY
      doomed = setTimeout(() => mine.kill('SIGKILL'), life?.ms)
    }
    if (jumpsLeft === 0) doom()
    died.then((how) => {
      clearTimeout(doomed)
      if (ending) return
      outages += 1
      // A death that nobody ordered is a defect: the next request reports it.
      serving =
        how === 'SIGKILL' ? launch() : Promise.reject(new Error(`The platform died by itself (${how}): ${said}`))
      serving.catch(() => {})
      const when = life?.jumps ? `into jump ${life.jumps} of its life` : 'after it served'
      log(`Killed for the ${outages}. time, ${life?.ms} ms ${when}`)
    })
  }

  const insist = async <T>(act: () => Promise<T>): Promise<T> => {
    for (;;) {
      await serving
      const before = outages
      try {
        return await act()
      } catch (error) {
        if (!isBrokenOff(error)) throw error
        // The connection breaks a moment before the end of the process is known.
        for (const until = Date.now() + 1000; outages === before && Date.now() < until; ) await sleep(5)
      }
    }
  }

  const control = (what: string, body = {}) =>
    insist(async () => {
      const response = await fetch(`${origin}/local/clock/${what}`, { method: 'POST', body: JSON.stringify(body) })
      const text = await response.text()
      if (!response.ok) throw new Error(`POST /local/clock/${what}: ${response.status} ${text}`)
    })

  serving = launch()
  await serving
  return {
    origin,
    starts,
    clock: () =>
      insist(async () => {
        const { now, nextDue } = (await (await fetch(`${origin}/local/clock`)).json()) as Record<string, string | null>
        return { now: Date.parse(now!), nextDue: nextDue ? Date.parse(nextDue) : undefined }
      }),
    jump: (to) => {
      jumpsLeft -= 1
      if (jumpsLeft === 0) doom()
      return control('jump', { to: new Date(to).toISOString() })
    },
    settled: () => control('settle'),
    insist,
    outages: () => outages,
    async stop() {
      await serving
      ending = true
      child.kill('SIGTERM')
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    },
  }
}

/** The environment without the settings of a platform that this very process may run. */
const ownEnvironment = () =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('AWS_')))

/** Whether trying again may help: there was no answer, or the platform said that it is busy. */
const isBrokenOff = (error: unknown): boolean =>
  error instanceof Refused
    ? error.problem.code === 'Unavailable' || error.problem.code === 'RequestInProgress'
    : error instanceof TypeError && /fetch failed|terminated/.test(error.message)
