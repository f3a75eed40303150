import type { Range } from '@pilotgate/core/measurement/roi/range'
import { reckon } from '@pilotgate/core/measurement/roi/reckon'
import type { BenefitInput, RoiInputs } from '@pilotgate/core/measurement/roi/roi-inputs'
import { type RoiRange, roiResult } from '@pilotgate/core/measurement/roi/roi-result'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { example } from './inputs.ts'

const rangeOf = (inputs: RoiInputs): RoiRange => {
  const result = reckon(inputs)
  if (result.status !== 'range') throw new Error(result.reasons.join(' '))
  return result
}
const all = (value: unknown) => ({ low: value, p10: value, p50: value, p90: value, high: value, likely: value })
const withBenefit = (change: Partial<BenefitInput>, more: Partial<RoiInputs> = {}) => {
  const inputs = example(more)
  return { ...inputs, benefits: [{ ...inputs.benefits[0]!, ...change }] }
}

describe('the example worked out by hand', () => {
  const result = rangeOf(example())

  test('gross, cost, net, per cent and payback', () => {
    expect(result.gross).toEqual(all(10_800_000))
    expect(result.cost).toEqual(all(6_750_000))
    expect(result.net).toEqual(all(4_050_000))
    expect(result.percent).toEqual(all(60))
    // 67,500 / (108,000 / 9 months) = 5.625 months
    expect(result.payback).toEqual(all(5.6))
    expect(result.chanceOfGain).toBe(1)
    expect(result.tornado).toEqual([])
  })

  test('each cost by itself, coach time as opportunity cost among them', () => {
    expect(result.costs.map(({ words, cents }) => [words, cents.likely])).toEqual([
      ['Training', 2_000_000],
      ['Coach time (opportunity cost)', 2_550_000],
      ['Supervision', 600_000],
      ['Platform', 1_280_000],
      ['Integration (year one)', 320_000],
    ])
  })

  test('integration is 20 to 30 % of the licences in year one, and nothing after it', () => {
    const { costs } = example()
    const shipped = rangeOf(example({ costs: { ...costs, integration: undefined } }))
    expect(shipped.costs.at(-1)!.cents).toMatchObject({ low: 256_000, likely: 320_000, high: 384_000 })
    expect(rangeOf(example({ yearOne: false })).cost.likely).toBe(6_430_000)
  })

  test('a program that is not paid back within its window says so', () => {
    const dear = rangeOf(withBenefit({ priceCents: { low: 6_000, likely: 6_000, high: 6_000 } }))
    expect(dear.payback.likely).toBe('beyond')
    expect(dear.net.likely).toBe(5_400_000 - 6_750_000)
    expect(dear.words).toContain('paid back not within 9 months')
  })
})

describe('counterfactual', () => {
  test.each([
    [{ counterfactual: undefined }, 'no counterfactual: say what it is compared with'],
    [{ counterfactual: { kind: 'previous period' as const, words: 'last year' } }, 'no baseline: the previous period'],
    [{ observed: undefined }, 'not measured with the participants'],
  ])('without it there is no data: %j', (change, words) => {
    const result = reckon(withBenefit(change))
    expect(result).toMatchObject({ status: 'no data', missing: [{ rule: 'turnaround-days' }] })
    expect(result.status === 'no data' && result.reasons.join(' ')).toContain(words)
  })

  test('a benefit without one is named and counts nothing; the others count', () => {
    const { benefits } = example()
    const more = rangeOf(example({ benefits: [...benefits, { ...benefits[0]!, counterfactual: undefined }] }))
    expect(more.gross).toEqual(all(10_800_000))
    expect(more.missing).toHaveLength(1)
  })

  test('before and after counts only the share that the program is taken to have caused', () => {
    const counterfactual = {
      kind: 'previous period' as const,
      words: 'last year',
      value: { low: 46, likely: 46, high: 46 },
    }
    expect(rangeOf(withBenefit({ counterfactual })).gross).toMatchObject({
      low: 3_240_000,
      likely: 5_400_000,
      high: 7_560_000,
    })
  })

  test('what got worse is a loss, and a rule where more is better counts the other way', () => {
    expect(rangeOf(withBenefit({ observed: { low: 50, likely: 50, high: 50 } })).gross.likely).toBe(-2_880_000)
    expect(rangeOf(withBenefit({ rule: 'releases-on-scope' })).gross.likely).toBe(-10_800_000)
  })
})

test('nothing is compared with a cost of 0', () => {
  const free = { low: 0, likely: 0, high: 0 }
  const costs = { training: free, coachHours: free, coachHour: free, supervision: free, platform: free, others: [] }
  expect(reckon(example({ costs }))).toMatchObject({
    status: 'no data',
    reasons: [expect.stringContaining('cost may be 0')],
  })
})

test('amounts beyond whole cents are refused', () => {
  const quantity = { low: 1e6, likely: 1e6, high: 1e6 }
  const priceCents = { low: 1e9, likely: 1e9, high: 1e9 }
  expect(() => reckon(withBenefit({ quantity, priceCents }))).toThrow('too large')
})

test('no number can be said without its range', () => {
  const { p10: _, ...net } = rangeOf(example()).net
  expect(roiResult.safeParse({ ...rangeOf(example()), net }).success).toBe(false)
  expect(roiResult.safeParse({ ...rangeOf(example()), net: 4_050_000 }).success).toBe(false)
})

describe('sensitivity', () => {
  const inputs = withBenefit({ priceCents: { low: 9_000, likely: 12_000, high: 15_000 } })
  inputs.costs.supervision = { low: 500_000, likely: 600_000, high: 800_000 }
  const result = rangeOf(inputs)

  test('the input that moves the net benefit most comes first', () => {
    // 15 days × 60 decisions × EUR 90 … 150, less EUR 67,500
    expect(result.tornado).toEqual([
      { words: 'Decisions that are made sooner: value of a day', atLow: 1_350_000, atHigh: 6_750_000 },
      { words: 'Supervision', atLow: 4_150_000, atHigh: 3_850_000 },
    ])
  })

  test('the grid has both together', () => {
    expect(result.grid!.net).toEqual([
      [1_450_000, 1_350_000, 1_150_000],
      [4_150_000, 4_050_000, 3_850_000],
      [6_850_000, 6_750_000, 6_550_000],
    ])
  })

  test('the percentiles of one triangle are those of the formula', () => {
    const one = rangeOf(withBenefit({ priceCents: { low: 9_000, likely: 12_000, high: 15_000 } }))
    // A symmetric triangle 9,000 … 15,000: p10 = 9,000 + √(0.1 × 6,000 × 3,000) = 10,342
    expect(one.gross.p10 / 900).toBeGreaterThan(10_250)
    expect(one.gross.p10 / 900).toBeLessThan(10_430)
    expect(one.gross.p50 / 900).toBeGreaterThan(11_900)
    expect(one.gross.p50 / 900).toBeLessThan(12_100)
  })
})

const range = (least: number, most: number): fc.Arbitrary<Range> =>
  fc
    .tuple(...Array.from({ length: 3 }, () => fc.integer({ min: least, max: most })))
    .map((three) => three.toSorted((a, b) => a - b))
    .map(([low, likely, high]) => ({ low: low!, likely: likely!, high: high! }))

const anyInputs = fc
  .record({
    observed: range(0, 60),
    without: range(0, 60),
    quantity: range(0, 200),
    price: range(0, 50_000),
    training: range(1, 5_000_000),
    seed: fc.nat(),
  })
  .map(({ observed, without, quantity, price, training, seed }) => {
    const inputs = withBenefit(
      {
        observed,
        quantity,
        priceCents: price,
        counterfactual: { kind: 'matched cohort', words: 'others', value: without },
      },
      { seed: seed % 2 ** 31 },
    )
    return { ...inputs, costs: { ...inputs.costs, training } }
  })

describe('for any inputs', () => {
  const runs = { numRuns: 25 }

  test('the range holds the likely value, and its percentiles are in order', () => {
    fc.assert(
      fc.property(anyInputs, (inputs) => {
        const { net, gross, cost, percent } = rangeOf(inputs)
        for (const { low, p10, p50, p90, high, likely } of [net, gross, cost, percent]) {
          expect([low, p10, p50, p90, high]).toEqual([low, p10, p50, p90, high].toSorted((a, b) => a - b))
          expect(likely).toBeGreaterThanOrEqual(low)
          expect(likely).toBeLessThanOrEqual(high)
        }
      }),
      runs,
    )
  })

  test('a better measure never lowers any number of the net benefit', () => {
    fc.assert(
      fc.property(anyInputs, fc.integer({ min: 0, max: 30 }), (inputs, days) => {
        const [benefit] = inputs.benefits
        const value = benefit!.counterfactual!.value!
        const higher = { low: value.low + days, likely: value.likely + days, high: value.high + days }
        const better = { ...benefit!, counterfactual: { ...benefit!.counterfactual!, value: higher } }
        const [one, other] = [rangeOf(inputs).net, rangeOf({ ...inputs, benefits: [better] }).net]
        for (const name of ['low', 'p10', 'p50', 'p90', 'high', 'likely'] as const) {
          expect(other[name]).toBeGreaterThanOrEqual(one[name])
        }
      }),
      runs,
    )
  })

  test('the same seed gives the same numbers, and every amount is whole cents', () => {
    fc.assert(
      fc.property(anyInputs, (inputs) => {
        const result = rangeOf(inputs)
        expect(reckon(inputs)).toEqual(result)
        for (const amount of [result.net, result.cost].flatMap((spread) => Object.values(spread))) {
          expect(Number.isSafeInteger(amount)).toBe(true)
        }
      }),
      runs,
    )
  })

  test('paid back within the window if and only if there is a gain', () => {
    fc.assert(
      fc.property(anyInputs, (inputs) => {
        const { net, payback } = rangeOf(inputs)
        expect(payback.likely === 'beyond').toBe(net.likely < 0)
        expect(payback.low === 'beyond').toBe(net.high < 0)
      }),
      runs,
    )
  })
})
