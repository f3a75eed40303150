import { coverageOf } from '@pilotgate/core/measurement/telemetry/coverage'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const now = '2027-04-20T12:00:00.000Z'
const hoursAgo = (hours: number) => new Date(Date.parse(now) - hours * 3_600_000).toISOString()
const held = (...versions: number[]) => heldFor(1, ...versions)
const heldFor = (hours: number, ...versions: number[]) =>
  versions.map((version, index) => ({ sessionId: `S${index}`, version, recordedAt: hoursAgo(hours) }))
const arrived = (versions: (number | undefined)[], newestRecordedAt: string | undefined = hoursAgo(1)) => ({
  sessions: versions.flatMap((rowVersion, index) =>
    rowVersion === undefined ? [] : [{ sessionId: `S${index}`, rowVersion, status: 'attended' as const }],
  ),
  newestRecordedAt,
})

describe('coverage and freshness of the telemetry (W16)', () => {
  it.each([
    ['all is there', held(1, 2), arrived([1, 2]), { covered: 2, held: 2, fresh: true, reasons: [] }],
    ['a later version is there', held(1), arrived([2]), { covered: 1, reasons: [] }],
    ['a session is missing', held(1, 1), arrived([1]), { covered: 1, reasons: ['1 session of 2 not arrived'] }],
    [
      'an older version is there',
      held(3, 3, 1),
      arrived([2, 1, 1]),
      { covered: 1, reasons: ['2 sessions of 3 arrived in an older version only'] },
    ],
    [
      'nothing has arrived of what was just recorded',
      held(1),
      { sessions: [], newestRecordedAt: undefined },
      { covered: 0, held: 1, newestRecordedAt: undefined, fresh: true, reasons: ['1 session of 1 not arrived'] },
    ],
    ['it has taken as long as may be', heldFor(48, 1), arrived([]), { covered: 0, fresh: true }],
    [
      'it takes longer',
      heldFor(49.5, 1, 2),
      arrived([1, 1]),
      {
        covered: 1,
        fresh: false,
        reasons: ['1 session of 2 arrived in an older version only', '1 session recorded more than 48 hours ago'],
      },
    ],
    ['nothing was recorded for a month', heldFor(700, 1), arrived([1], hoursAgo(700)), { covered: 1, fresh: true }],
    ['more arrived than is held', held(1), arrived([1, 1, 1]), { covered: 1, held: 1, reasons: [] }],
  ])('%s', (_, ours, theirs, expected) => {
    expect(coverageOf(ours, theirs, now)).toMatchObject(expected)
  })

  it('takes another limit of freshness', () => {
    expect(coverageOf(heldFor(3, 1), arrived([]), now, 2)).toMatchObject({ fresh: false })
    expect(coverageOf(heldFor(3, 1), arrived([]), now, 3)).toMatchObject({ fresh: true })
  })

  it('counts as covered exactly the sessions held that arrived in their version or a later one', () => {
    const version = fc.integer({ min: 1, max: 4 })
    fc.assert(
      fc.property(fc.array(fc.tuple(version, fc.option(version, { nil: undefined }))), (pairs) => {
        const found = coverageOf(held(...pairs.map(([ours]) => ours)), arrived(pairs.map(([, theirs]) => theirs)), now)
        expect(found.covered).toBe(pairs.filter(([ours, theirs]) => theirs !== undefined && theirs >= ours).length)
        expect(found.reasons.length === 0).toBe(found.covered === found.held && found.fresh)
      }),
    )
  })
})
