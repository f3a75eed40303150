import { endsAt, firstOverlap, type Meeting, overlap } from '@pilotgate/core/engagement/sessions/overlap'
import { blueprintOf } from '@pilotgate/core/engagement/sessions/session-blueprint'
import fc from 'fast-check'
import { expect, it } from 'vitest'

const base = Date.parse('2027-02-01T00:00:00Z')
const meeting = fc
  .record({ minute: fc.integer({ min: 0, max: 600 }), minutes: fc.integer({ min: 15, max: 240 }) })
  .map(({ minute, minutes }): Meeting => ({ startsAt: new Date(base + minute * 60_000).toISOString(), minutes }))

/** The minutes that a meeting takes, one by one. */
const taken = ({ startsAt, minutes }: Meeting) =>
  new Set(Array.from({ length: minutes }, (_, index) => Date.parse(startsAt) / 60_000 + index))

it('is there exactly when two meetings share a minute', () => {
  fc.assert(
    fc.property(meeting, meeting, (one, other) => {
      const both = [...taken(one)].some((minute) => taken(other).has(minute))
      expect(overlap(one, other)).toBe(both)
      expect(overlap(other, one)).toBe(both)
    }),
    { numRuns: 200 },
  )
})

it('finds the earliest of all that are in the way, and none where all are free', () => {
  fc.assert(
    fc.property(meeting, fc.array(meeting, { maxLength: 8 }), (one, others) => {
      const inTheWay = others.filter((other) => overlap(one, other)).map(({ startsAt }) => startsAt)
      expect(firstOverlap(one, others)?.startsAt).toBe(inTheWay.toSorted()[0])
    }),
  )
})

it('lets one begin when the other ends', () => {
  const one = { startsAt: '2027-02-01T09:00:00Z', minutes: 60 }
  const next = { startsAt: endsAt(one), minutes: 60 }
  expect(next.startsAt).toBe('2027-02-01T10:00:00.000Z')
  expect(overlap(one, next)).toBe(false)
  expect(overlap({ ...one, minutes: 61 }, next)).toBe(true)
})

it('has a blueprint that fills the session without a gap, and that of 60 minutes to the minute (E3)', () => {
  expect(blueprintOf(60).map(({ from, to, part }) => `${from}-${to} ${part}`)).toEqual([
    '0-8 status',
    '8-20 evidence',
    '20-40 problem',
    '40-50 micro-learning',
    '50-58 commitments',
    '58-60 escalation',
  ])
  for (let minutes = 15; minutes <= 240; minutes += 1) {
    const parts = blueprintOf(minutes)
    expect([parts[0]!.from, parts.at(-1)!.to]).toEqual([0, minutes])
    expect(parts.slice(1).map(({ from }) => from)).toEqual(parts.slice(0, -1).map(({ to }) => to))
  }
})
