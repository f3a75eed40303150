import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { type SavedClock, virtualClock } from '../../packages/local/src/virtual-clock.ts'

const START = Date.parse('2026-01-05T08:00:00Z')
const paused = () => virtualClock({ start: START, running: false })
const turn = () => new Promise((resolve) => setImmediate(resolve))

describe('a paused clock', () => {
  it('stands still until it jumps, and fires alarms on the way in order, each at its own time', () => {
    const clock = paused()
    const fired: [string, number][] = []
    const set = (name: string, at: number) => clock.alarm(START + at, () => fired.push([name, clock.now() - START]))
    set('c', 30)
    set('a', 10)
    set('b1', 20)
    set('b2', 20)
    set('later', 100)
    expect([clock.now(), clock.nextDue()]).toEqual([START, START + 10])
    clock.jump(START + 50)
    expect(fired).toEqual([
      ['a', 10],
      ['b1', 20],
      ['b2', 20],
      ['c', 30],
    ])
    expect(clock.status()).toEqual({ now: START + 50, running: false, speed: 1, nextDue: START + 100 })
  })

  it('fires an alarm that an alarm sets on the way', () => {
    const clock = paused()
    const fired: number[] = []
    const again = () => {
      fired.push(clock.now() - START)
      clock.alarm(clock.now() + 10, again)
    }
    clock.alarm(START + 10, again)
    clock.jump(START + 35)
    expect(fired).toEqual([10, 20, 30])
  })

  it('fires an alarm in the past on the next turn, never at once', async () => {
    const clock = paused()
    const wake = vi.fn()
    clock.alarm(START - 1, wake)
    clock.alarm(START, wake)
    expect([wake.mock.calls.length, clock.nextDue()]).toEqual([0, START - 1])
    await turn()
    expect([wake.mock.calls.length, clock.nextDue()]).toEqual([2, undefined])
  })

  it('forgets a cancelled alarm, also from within another', async () => {
    const clock = paused()
    const wake = vi.fn()
    const second = clock.alarm(START + 2, wake)
    clock.alarm(START + 1, () => second.cancel())
    clock.jump(START + 5)
    const late = { cancel: () => {} }
    clock.alarm(START, () => late.cancel())
    Object.assign(late, clock.alarm(START, wake))
    await turn()
    expect(wake).not.toHaveBeenCalled()
  })

  it('refuses to go back', () => {
    const clock = paused()
    expect(() => clock.jump(START - 1)).toThrow(RangeError)
    expect(() => clock.jump(Number.NaN)).toThrow(RangeError)
    expect(() => clock.run(0)).toThrow(RangeError)
  })

  it('goes on after an alarm that throws', () => {
    const clock = paused()
    const wake = vi.fn()
    clock.alarm(START + 1, () => {
      throw new Error('boom')
    })
    clock.alarm(START + 2, wake)
    expect(() => clock.jump(START + 3)).toThrow('boom')
    expect(clock.now()).toBe(START + 1)
    clock.jump(START + 3)
    expect(wake).toHaveBeenCalledOnce()
  })
})

describe('a running clock', () => {
  it('runs at its speed and fires on time', () => {
    vi.useFakeTimers({ now: START, toFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'clearImmediate', 'Date'] })
    try {
      const clock = virtualClock({ start: START })
      const fired: number[] = []
      clock.run(60)
      clock.alarm(START + 60_000, () => fired.push(clock.now() - START))
      clock.alarm(START + 120_000, () => fired.push(clock.now() - START))
      vi.advanceTimersByTime(999)
      expect(fired).toEqual([])
      vi.advanceTimersByTime(1)
      expect(fired).toEqual([60_000])
      clock.pause()
      vi.advanceTimersByTime(5000)
      expect(fired).toEqual([60_000])
      clock.run(1)
      vi.advanceTimersByTime(60_000)
      expect(fired).toEqual([60_000, 120_000])
    } finally {
      vi.useRealTimers()
    }
  })

  it('reaches an alarm beyond the longest timer', () => {
    vi.useFakeTimers({ now: START, toFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'clearImmediate', 'Date'] })
    try {
      const clock = virtualClock({ start: START })
      const wake = vi.fn()
      clock.alarm(START + 60 * 86_400_000, wake)
      vi.advanceTimersByTime(59 * 86_400_000)
      expect(wake).not.toHaveBeenCalled()
      vi.advanceTimersByTime(86_400_000)
      expect(wake).toHaveBeenCalledOnce()
    } finally {
      vi.useRealTimers()
    }
  })

  it('never goes backwards when the machine does', () => {
    vi.useFakeTimers({ now: START, toFake: ['Date'] })
    try {
      const clock = virtualClock({ start: START })
      vi.setSystemTime(START + 1000)
      expect(clock.now()).toBe(START + 1000)
      vi.setSystemTime(START)
      expect(clock.now()).toBe(START + 1000)
    } finally {
      vi.useRealTimers()
    }
  })
})

describe('a saved clock', () => {
  it('comes back at the same time when paused, and counts the time it was down when running', () => {
    vi.useFakeTimers({ now: START, toFake: ['Date'] })
    try {
      let saved: SavedClock | undefined
      const persist = {
        load: () => saved,
        save: (state: SavedClock) => {
          saved = state
        },
      }
      const first = virtualClock({ start: 0, running: false, persist })
      first.jump(5000)
      vi.setSystemTime(START + 60_000)
      const second = virtualClock({ start: 0, persist })
      expect(second.status()).toMatchObject({ now: 5000, running: false })
      second.run(10)
      second.pause()
      second.run(10)
      vi.setSystemTime(START + 61_000)
      const third = virtualClock({ persist })
      expect(third.status()).toMatchObject({ now: 15_000, running: true, speed: 10 })
      third.pause()
    } finally {
      vi.useRealTimers()
    }
  })
})

describe('any alarms and jumps', () => {
  it('fire once each, in order, at their time', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 1000 })),
        fc.array(fc.integer({ min: 0, max: 300 })),
        (alarms, jumps) => {
          const clock = paused()
          const fired: number[] = []
          for (const at of alarms) {
            clock.alarm(START + at, () => {
              expect(clock.now()).toBe(START + at)
              fired.push(at)
            })
          }
          for (const by of jumps) clock.jump(clock.now() + by)
          const reached = clock.now() - START
          expect(fired).toEqual(alarms.filter((at) => at <= reached).sort((a, b) => a - b))
        },
      ),
    )
  })
})
