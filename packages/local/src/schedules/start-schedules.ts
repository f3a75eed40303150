import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Alarm, Clock } from '../clock.ts'
import type { LambdaInvoker } from '../lambda.ts'
import { latestBetween, type Occurrences, parseExpression } from './occurrences.ts'
import type { ScheduleStore } from './schedule-store.ts'

export interface Schedule {
  /** Unique; what was run is remembered by it. */
  name: string
  /** `rate(1 hour)` or `cron(0 * ? * MON *)`. */
  expression: string
  /** The IANA zone of a cron expression; UTC when absent. */
  zone?: string
  functionName: string
}

export interface SchedulesOptions {
  clock: Clock
  invoke: LambdaInvoker
  schedules: Schedule[]
  store: ScheduleStore
  region?: string
  log?: (line: string) => void
}

export interface Schedules {
  /** Whether an occurrence is being run. */
  busy(): boolean
  /** Resolves when none is. */
  settled(): Promise<void>
  /** No occurrence starts any more; resolves when those under way have ended. */
  stop(): Promise<void>
}

const ATTEMPTS = 3

/**
 * Runs schedules on the virtual clock with EventBridge's scheduled event. An occurrence is remembered when its function
 * has handled it, so it runs at least once; a repeat has the same event id. Of the occurrences missed while the runtime
 * was off only the latest runs: schedules look at the state of the world, and once is enough for that.
 */
export function startSchedules(options: SchedulesOptions): Schedules {
  const { clock, store, schedules } = options
  const alarms = new Map<string, Alarm>()
  // One at a time for each schedule, so that an occurrence never overtakes the one before it.
  const running = new Map<string, Promise<void>>()
  let stopped = false

  const run = (schedule: Schedule, anchor: number, at: number) => {
    const turn = (running.get(schedule.name) ?? Promise.resolve())
      .then(() => (stopped ? undefined : runOccurrence(options, schedule, anchor, at)))
      .finally(() => {
        if (running.get(schedule.name) === turn) running.delete(schedule.name)
      })
    running.set(schedule.name, turn)
  }

  const setAlarm = (schedule: Schedule, occurrences: Occurrences, anchor: number, after: number) => {
    const at = occurrences.next(after)
    if (at === undefined || stopped) return
    const alarm = clock.alarm(at, () => {
      run(schedule, anchor, at)
      setAlarm(schedule, occurrences, anchor, at)
    })
    alarms.set(schedule.name, alarm)
  }

  // All are parsed before the first starts: a misspelt expression must not leave half of them running.
  const parsed = schedules.map((schedule) => {
    const state = store.get(schedule.name) ?? { anchor: clock.now(), last: clock.now() }
    return { schedule, state, occurrences: parseExpression(schedule.expression, state.anchor, schedule.zone) }
  })
  for (const { schedule, state, occurrences } of parsed) {
    store.save(schedule.name, state)
    const missed = latestBetween(occurrences, state.last, clock.now())
    if (missed !== undefined) run(schedule, state.anchor, missed)
    setAlarm(schedule, occurrences, state.anchor, clock.now())
  }

  const settled = async () => {
    while (running.size) await Promise.all(running.values())
  }
  return {
    busy: () => running.size > 0,
    settled,
    async stop() {
      stopped = true
      for (const alarm of alarms.values()) alarm.cancel()
      await settled()
    },
  }
}

async function runOccurrence(options: SchedulesOptions, schedule: Schedule, anchor: number, at: number): Promise<void> {
  const { invoke, store, log = () => {}, region = 'us-east-1' } = options
  const event = scheduledEvent(schedule.name, at, region)
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    try {
      await invoke.invoke(schedule.functionName, event)
      break
    } catch (error) {
      log(`Schedule ${schedule.name} of ${event.time} failed (${attempt} of ${ATTEMPTS}): ${(error as Error).message}`)
      // Real time, as for the stream: the virtual clock may be waiting for us.
      if (attempt < ATTEMPTS) await sleep(100 * attempt)
    }
  }
  // Given up or not, the next occurrence looks at the same world: do not run this one again for ever.
  store.save(schedule.name, { anchor, last: at })
}

/** The event EventBridge sends; the id is derived, so that a repeat can be recognised as the same occurrence. */
function scheduledEvent(name: string, at: number, region: string) {
  const time = new Date(at).toISOString().replace('.000Z', 'Z')
  const digest = createHash('sha256').update(`${name}\n${time}`).digest('hex')
  return {
    version: '0',
    id: digest.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5'),
    'detail-type': 'Scheduled Event' as const,
    source: 'aws.events' as const,
    account: '000000000000',
    time,
    region,
    resources: [`arn:aws:events:${region}:000000000000:rule/${name}`],
    detail: {},
  }
}
