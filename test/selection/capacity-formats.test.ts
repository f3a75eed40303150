import { isDomainError } from '@pilotgate/core/errors'
import { compareFormats, oneToOneHours, sharesOf, type WhatIf } from '@pilotgate/core/selection/capacity-formats'
import { cadences, formatNames } from '@pilotgate/core/selection/format-basis'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const compare = (changes: Partial<WhatIf> = {}) =>
  compareFormats({ service: 'mentor', providers: 4, hoursPerMonth: 3.75, demand: 20, shares: sharesOf({}), ...changes })

describe('what the formats serve (C)', () => {
  it('reckons each by its hours', () => {
    const { hours, formats } = compare()
    expect(hours).toBe(15)
    expect(formats).toEqual([
      // 60 minutes a month and a quarter on top.
      expect.objectContaining({
        format: 'one to one',
        hoursPerParticipant: 1.25,
        participants: 12,
        providersNeeded: 7,
      }),
      // 90 minutes and a quarter on top are 1.875 hours for five: eight groups.
      expect.objectContaining({
        format: 'small group',
        hoursPerParticipant: 0.38,
        participants: 40,
        providersNeeded: 2,
      }),
      // A weekly hour is 4 1/3 hours a month with 13 slots of 20 minutes: three of them.
      expect.objectContaining({
        format: 'office hours',
        hoursPerParticipant: 0.33,
        participants: 39,
        providersNeeded: 3,
      }),
    ])
  })

  it.each<[string, Partial<WhatIf>, number[]]>([
    ['a coach, every two weeks', { service: 'coach', hoursPerMonth: 17 }, [25, 80, 195]],
    ['a coach, weekly', { service: 'coach', hoursPerMonth: 17, cadence: 'weekly' }, [12, 40, 195]],
    ['groups of eight', { groupSize: 8 }, [12, 64, 39]],
    ['slots of 15 minutes', { slotMinutes: 15 }, [12, 40, 51]],
    ['no provider', { providers: 0 }, [0, 0, 0]],
    ['no time', { hoursPerMonth: 0 }, [0, 0, 0]],
  ])('serves with %s', (_, changes, participants) => {
    expect(compare(changes).formats.map((each) => each.participants)).toEqual(participants)
  })

  it('does not lose a participant to floating point', () => {
    // 11 places of three coaches: their hours divided and multiplied again give 10.999999999999998.
    const hoursPerMonth = (11 * oneToOneHours('coach')) / 3
    expect(compare({ service: 'coach', providers: 3, hoursPerMonth }).formats[0]!.participants).toBe(11)
  })

  it('divides the hours', () => {
    const { mix } = compare({ shares: sharesOf({ groupShare: 0.5 }) })
    expect(mix).toEqual({
      parts: [
        { format: 'one to one', share: 0.5, hours: 7.5, participants: 6 },
        { format: 'small group', share: 0.5, hours: 7.5, participants: 20 },
        { format: 'office hours', share: 0, hours: 0, participants: 0 },
      ],
      participants: 26,
      served: 20,
      waiting: 0,
      providersNeeded: 4,
    })
  })

  it('has no number of providers who would do without time, unless nobody asks', () => {
    expect(compare({ hoursPerMonth: 0 }).mix).not.toHaveProperty('providersNeeded')
    expect(compare({ hoursPerMonth: 0, demand: 0 }).mix.providersNeeded).toBe(0)
  })

  it.each<[string, Partial<WhatIf>, number | undefined, RegExp]>([
    ['1:1 is enough', { demand: 12 }, 0, /^1:1 is enough/],
    // One group of five for two who give 1:1 up.
    ['one more than that', { demand: 13 }, 0.13, /^Move 13 % .* All of it 1:1 would take 5 providers, 1 more\.$/],
    ['all in groups', { demand: 40 }, 1, /^Move 100 %/],
    ['groups are not enough', { demand: 41 }, undefined, /^Small groups alone are not enough\. Add office hours/],
    ['nobody asks', { demand: 0 }, 0, /^Nobody asks/],
    ['no time', { hoursPerMonth: 0 }, undefined, /more providers\.$/],
  ])('advises groups before more 1:1: %s', (_, changes, share, advice) => {
    const found = compare(changes)
    expect(found.leastGroupShare).toBe(share)
    expect(found.advice).toMatch(advice)
  })
})

describe('any mix', () => {
  const shares = fc
    .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }))
    .map(([one, other]) => [Math.min(one, other), Math.max(one, other)] as const)
    .map(([few, more]) => sharesOf({ groupShare: few / 100, officeHoursShare: (more - few) / 100 }))
  const asked: fc.Arbitrary<WhatIf> = fc.record({
    service: fc.constantFrom('coach' as const, 'mentor' as const),
    providers: fc.integer({ min: 0, max: 50 }),
    hoursPerMonth: fc.integer({ min: 1, max: 80 }).map((quarters) => quarters / 4),
    demand: fc.integer({ min: 0, max: 300 }),
    cadence: fc.constantFrom(...cadences),
    groupSize: fc.integer({ min: 2, max: 20 }),
    slotMinutes: fc.integer({ min: 15, max: 20 }),
    shares,
  })

  it('serves or keeps waiting everyone, and nobody waits longer for more providers', () => {
    fc.assert(
      fc.property(asked, (each) => {
        const { mix } = compareFormats(each)
        expect(mix.served + mix.waiting).toBe(each.demand)
        const more = compareFormats({ ...each, providers: each.providers + 1 })
        expect(more.mix.waiting).toBeLessThanOrEqual(mix.waiting)
      }),
    )
  })

  it('needs the fewest providers who serve the demand', () => {
    fc.assert(
      fc.property(asked, (each) => {
        const needed = compareFormats(each).mix.providersNeeded!
        expect(compareFormats({ ...each, providers: needed }).mix.waiting).toBe(0)
        if (needed > 0) expect(compareFormats({ ...each, providers: needed - 1 }).mix.waiting).toBeGreaterThan(0)
      }),
    )
  })
})

describe('shares of the hours', () => {
  it.each([
    [{}, [1, 0, 0]],
    [{ groupShare: 0.3, officeHoursShare: 0.1 }, [0.6, 0.3, 0.1]],
    [{ oneToOneShare: 0.7, groupShare: 0.2, officeHoursShare: 0.1 }, [0.7, 0.2, 0.1]],
    [{ oneToOneShare: 0, officeHoursShare: 1 }, [0, 0, 1]],
  ])('%j are divided into %j', (asked, expected) => {
    const shares = sharesOf(asked)
    expect(formatNames.map((name) => shares[name])).toEqual(expected)
  })

  it.each([
    [{ oneToOneShare: 0.5 }, ['oneToOneShare'], 0.5],
    [{ groupShare: 0.7, officeHoursShare: 0.4 }, ['groupShare', 'officeHoursShare'], 1.1],
    [{ oneToOneShare: 0.5, groupShare: 0.6 }, ['oneToOneShare', 'groupShare'], 1.1],
  ])('%j are refused, naming the fields', (asked, fields, sum) => {
    let refusal: unknown
    try {
      sharesOf(asked)
    } catch (error) {
      refusal = error
    }
    if (!isDomainError(refusal, 'InvalidInput')) throw refusal ?? new Error('It was not refused.')
    expect(refusal.problems.map(({ field }) => field)).toEqual(fields)
    expect(refusal.problems[0]!.problem).toContain(`are ${sum} together and must be 1`)
  })
})
