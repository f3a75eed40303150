import { randomUUID } from 'node:crypto'
import { repeatableUlids, ulids } from '@pilotgate/aws/ids'
import type { Ids } from '@pilotgate/core/ports'
import { describe, expect, it } from 'vitest'

/** What every `Ids` does. */
const idsContract = (name: string, make: () => Ids): void => {
  describe(`${name} as ids`, () => {
    it('never repeat and sort in the order they were made', () => {
      const ids = make()
      const made = Array.from({ length: 20_000 }, () => ids.next())
      expect(new Set(made).size).toBe(made.length)
      expect([...made].sort()).toEqual(made)
    })

    it('sort by the time they are given, and by making within it', () => {
      const ids = make()
      const [second, first] = ['2027-01-04T08:00:00.001Z', '2027-01-04T08:00:00Z']
      const made = [ids.next(second), ids.next(first), ids.next(second), ids.next(first)]
      expect([...made].sort()).toEqual([made[1], made[3], made[0], made[2]])
    })

    it('are safe in keys, addresses and names of executions', () => {
      const ids = make()
      for (let count = 0; count < 100; count += 1) expect(ids.next()).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/)
    })

    it('make secrets of 128 bits and more that never repeat', () => {
      const [one, two] = [make(), make()]
      const made = Array.from({ length: 1_000 }, () => [one.secret(), two.secret()]).flat()
      expect(new Set(made).size).toBe(made.length)
      for (const secret of made) expect(secret).toMatch(/^[\w-]{22,}$/)
    })

    it('of two processes do not meet', () => {
      const [one, two] = [make(), make()]
      const made = Array.from({ length: 5_000 }, () => [
        one.next('2027-01-04T08:00:00Z'),
        two.next('2027-01-04T08:00:00Z'),
      ])
      expect(new Set(made.flat()).size).toBe(10_000)
    })
  })
}

idsContract('ULIDs', () => ulids())
idsContract('Repeatable ULIDs', () => repeatableUlids(randomUUID(), '2027-01-04T08:00:00.000Z'))

describe('Repeatable ULIDs', () => {
  const make = (seed: string, startedAt = '2027-01-04T08:00:00.000Z') => {
    const ids = repeatableUlids(seed, startedAt)
    return [ids.next(), ids.next()]
  }

  it('are the same for the same seed, and others for another', () => {
    expect(make('a key')).toEqual(make('a key'))
    expect(new Set([...make('a key'), ...make('another')]).size).toBe(4)
  })

  it('make other secrets each time: who knows the request must not know them', () => {
    const secrets = [1, 2].map(() => repeatableUlids('a key', '2027-01-04T08:00:00.000Z').secret())
    expect(secrets[0]).not.toBe(secrets[1])
  })

  it('sort with other ids by the time of the start', () => {
    const [before, after] = ['2027-01-04T07:59:59.999Z', '2027-01-04T08:00:00.001Z'].map((at) => ulids().next(at))
    const [first, second] = make('a key')
    expect([first, before, after, second].toSorted()).toEqual([before, first, second, after])
  })
})

describe('ULIDs', () => {
  it('do not step back with the clock of the machine', () => {
    const times = [1_000, 500, 500, 1_001]
    const ids = ulids(() => times.shift()!)
    const made = [ids.next(), ids.next(), ids.next(), ids.next()]
    expect([...made].sort()).toEqual(made)
  })
})
