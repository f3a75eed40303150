import { afterEach, describe, expect, it } from 'vitest'
import type { Clock } from '../../../packages/local/src/clock.ts'
import { openScheduleStore } from '../../../packages/local/src/schedules/schedule-store.ts'
import { type Schedule, type Schedules, startSchedules } from '../../../packages/local/src/schedules/start-schedules.ts'

/** A clock moved by hand. */
function handClock(start: string) {
  let now = Date.parse(start)
  let alarms: { at: number; wake: () => void }[] = []
  return {
    now: () => now,
    alarm(at: number, wake: () => void) {
      const alarm = { at, wake }
      alarms.push(alarm)
      const cancel = () => {
        alarms = alarms.filter((other) => other !== alarm)
      }
      return { cancel }
    },
    nextDue: () => alarms.map(({ at }) => at).sort((one, other) => one - other)[0],
    jump(to: number) {
      for (;;) {
        const [next] = alarms.filter(({ at }) => at <= to).sort((one, other) => one.at - other.at)
        if (!next) break
        alarms = alarms.filter((other) => other !== next)
        now = Math.max(now, next.at)
        next.wake()
      }
      now = to
    },
  } as unknown as Clock
}

const hourly: Schedule = { name: 'sweep', expression: 'cron(0 * * * ? *)', functionName: 'sweep-tasks' }
const started: Schedules[] = []
afterEach(async () => {
  for (const schedules of started.splice(0)) await schedules.stop()
})

function start(
  clock: Clock,
  store = openScheduleStore(':memory:'),
  handler: (event: { time: string }) => unknown = () => {},
) {
  const events: { id: string; time: string }[] = []
  const schedules = startSchedules({
    ...{ clock, store, schedules: [hourly] },
    invoke: {
      invoke: async (_, event) => {
        events.push(event as { id: string; time: string })
        await handler(event as { time: string })
      },
    },
  })
  started.push(schedules)
  return { events, schedules, store }
}

describe('schedules on the virtual clock', () => {
  it('runs each occurrence on the way of a jump, with the event of EventBridge', async () => {
    const clock = handClock('2026-01-05T08:30:00Z')
    const { events, schedules } = start(clock)
    expect(clock.nextDue()).toBe(Date.parse('2026-01-05T09:00:00Z'))
    clock.jump(Date.parse('2026-01-05T11:00:00Z'))
    expect(schedules.busy()).toBe(true)
    await schedules.settled()
    expect(schedules.busy()).toBe(false)
    expect(events.map(({ time }) => time)).toEqual([
      '2026-01-05T09:00:00Z',
      '2026-01-05T10:00:00Z',
      '2026-01-05T11:00:00Z',
    ])
    expect(events[0]).toEqual({
      version: '0',
      id: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
      'detail-type': 'Scheduled Event',
      source: 'aws.events',
      account: '000000000000',
      time: '2026-01-05T09:00:00Z',
      region: 'us-east-1',
      resources: ['arn:aws:events:us-east-1:000000000000:rule/sweep'],
      detail: {},
    })
  })

  it('runs only the latest missed occurrence after a restart, and nothing twice', async () => {
    const clock = handClock('2026-01-05T08:30:00Z')
    const { schedules, store } = start(clock)
    clock.jump(Date.parse('2026-01-05T09:10:00Z'))
    await schedules.stop()
    clock.jump(Date.parse('2026-01-07T12:20:00Z'))
    const again = start(clock, store)
    await again.schedules.settled()
    expect(again.events.map(({ time }) => time)).toEqual(['2026-01-07T12:00:00Z'])
    await again.schedules.stop()
    const third = start(clock, store)
    await third.schedules.settled()
    expect(third.events).toEqual([])
  })

  it('repeats an occurrence that was cut short, under the same id', async () => {
    const clock = handClock('2026-01-05T08:30:00Z')
    const { events, store } = start(clock, undefined, () => new Promise(() => {}))
    clock.jump(Date.parse('2026-01-05T09:10:00Z'))
    await new Promise((resolve) => setTimeout(resolve, 5))
    started.length = 0 // As if killed: the invocation never comes back.
    const again = start(clock, store)
    await again.schedules.settled()
    expect(again.events).toEqual(events)
  })

  it('tries three times, then leaves it to the next occurrence', async () => {
    const clock = handClock('2026-01-05T08:30:00Z')
    const { events, schedules } = start(clock, undefined, ({ time }) => {
      if (time.includes('T09')) throw new Error('no')
    })
    clock.jump(Date.parse('2026-01-05T10:00:00Z'))
    await schedules.settled()
    expect(events.map(({ time }) => time.slice(11, 13))).toEqual(['09', '09', '09', '10'])
  })

  it('refuses a misspelt expression before anything runs', () => {
    const clock = handClock('2026-01-05T08:30:00Z')
    const schedules = [hourly, { ...hourly, name: 'bad', expression: 'cron(x)' }]
    const options = { clock, schedules, store: openScheduleStore(':memory:'), invoke: { invoke: async () => {} } }
    expect(() => startSchedules(options)).toThrow(SyntaxError)
    expect(clock.nextDue()).toBeUndefined()
  })
})
