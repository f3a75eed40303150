import { nextAttempt, pauses, secondsOf, waitUntil } from '@pilotgate/core/program/webhooks/retry-schedule'
import { describe, expect, test } from 'vitest'
import { later, realNow, start } from './world.ts'

const hour = 3600

/** The times of all attempts of a delivery that nobody takes, each asked to wait at least so long. */
const attemptsOf = (atLeast: number): string[] => {
  const attempts = [start]
  for (;;) {
    const next = nextAttempt(attempts, attempts.at(-1)!, atLeast)
    if (next === undefined) return attempts
    attempts.push(next)
  }
}

describe('the schedule', () => {
  test('is ten attempts within three days', () => {
    const attempts = attemptsOf(0)
    const after = attempts.map((at) => (Date.parse(at) - Date.parse(start)) / 1000)
    const sums = [0, 5, 305, 2105, 9305, 27305, 63305, 113705, 185705, 257705]
    expect(after).toEqual(sums)
    expect(after.at(-1)! / hour).toBeCloseTo(71.6, 1)
    expect(pauses).toHaveLength(9)
  })

  test('waits as long as the receiver asks, and is over after three days all the same', () => {
    expect(nextAttempt([start], start, hour)).toBe(later(start, hour))
    expect(nextAttempt([start], start, 1)).toBe(later(start, 5))
    const patient = attemptsOf(12 * hour)
    expect(patient).toHaveLength(7)
    expect(Date.parse(patient.at(-1)!) - Date.parse(start)).toBe(72 * hour * 1000)
  })
})

describe('Retry-After', () => {
  test.each([
    [undefined, 0],
    ['120', 120],
    ['999999', 12 * hour],
    [new Date(realNow + 90_000).toUTCString(), 90],
    [new Date(realNow - 90_000).toUTCString(), 0],
    ['soon', 0],
    ['-5', 0],
    ['', 0],
  ])('%s is %s seconds', (header, seconds) => {
    expect(secondsOf(header, realNow)).toBe(seconds)
  })
})

describe('a message', () => {
  test('is kept back until its time, in parts that a queue takes', () => {
    expect(waitUntil(later(start, 5), start)).toBe(5)
    expect(waitUntil(later(start, 0.2), start)).toBe(1)
    expect(waitUntil(later(start, 20 * hour), start)).toBe(11 * hour)
    expect(waitUntil(start, later(start, 1))).toBe(0)
  })
})
