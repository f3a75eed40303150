import { overrideReasons } from '@pilotgate/core/matching/match-record'
import { suggestWeights, type WeighedOverride } from '@pilotgate/core/matching/suggest-weights'
import { profiles, type Signal, signals, weights as weightsSchema } from '@pilotgate/core/matching/weights'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const values = (all: Partial<Record<Signal, number>>) => signals.map((signal) => ({ signal, value: all[signal] }))
const towards = (signal: Signal, reason: WeighedOverride['reason'] = 'other'): WeighedOverride => ({
  reason,
  proposed: values({ skills: 0.5, goals: 0.5, [signal]: 0.1 }),
  chosen: values({ skills: 0.5, goals: 0.5, [signal]: 0.9 }),
})

describe('weights suggested from overrides (M7)', () => {
  it('need three that speak of weights', () => {
    const overrides = [towards('goals'), towards('goals'), towards('goals', 'capacity'), towards('goals', 'conflict')]
    expect(suggestWeights(overrides, profiles.default)).toEqual({
      weights: profiles.default,
      changes: [],
      words: '2 overrides that speak of weights; 3 are needed for a suggestion.',
    })
  })

  it('go up for what reviewers choose, at the cost of the others, with the reason', () => {
    const { weights, changes, words } = suggestWeights(
      Array(6).fill(towards('sponsorship', 'strategic sponsor')),
      profiles.default,
    )
    expect(weights.sponsorship).toBeGreaterThan(25)
    expect(weights.skills).toBeLessThan(35)
    expect(changes.find(({ signal }) => signal === 'sponsorship')!.why).toBe(
      'Of 6 overrides the person chosen was stronger in it 6 times and weaker 0 times; 6 overrides name it as the reason.',
    )
    expect(changes.find(({ signal }) => signal === 'skills')!.why).toContain('it gives way to the others')
    expect(words).toMatch(/^From 6 overrides: /)
  })

  it('stay when overrides cancel each other out', () => {
    const back = { reason: 'other' as const, proposed: towards('goals').chosen, chosen: towards('goals').proposed }
    expect(suggestWeights([towards('goals'), back, towards('goals'), back], profiles.default)).toMatchObject({
      weights: profiles.default,
      words: 'The overrides point in no clear direction; keep the weights.',
    })
  })

  it('refuse to start from weights that are none', () => {
    expect(() => suggestWeights([], { ...profiles.default, goals: Number.NaN })).toThrow(/weights\.goals/)
  })

  it('always add up to 100 and are never NaN', () => {
    const value = fc.option(fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constant(Number.NaN)), {
      nil: undefined,
    })
    const side = fc
      .array(value, { minLength: 5, maxLength: 5 })
      .map((all) => signals.map((signal, index) => ({ signal, value: all[index] })))
    const override = fc.record({ reason: fc.constantFrom(...overrideReasons), proposed: side, chosen: side })
    const present = fc.constantFrom(...Object.values(profiles), {
      skills: 100,
      goals: 0,
      sponsorship: 0,
      availability: 0,
      success: 0,
    })
    fc.assert(
      fc.property(fc.array(override, { maxLength: 12 }), present, (overrides, weights) => {
        expect(weightsSchema.safeParse(suggestWeights(overrides, weights).weights).error).toBeUndefined()
      }),
    )
  })
})
