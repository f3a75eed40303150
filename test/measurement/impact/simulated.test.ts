import { bootstrapInterval } from '@pilotgate/core/measurement/impact/bootstrap-interval'
import { comparisonsOf } from '@pilotgate/core/measurement/impact/comparison'
import { toleratedGamma, worstP } from '@pilotgate/core/measurement/impact/hidden-bias'
import { measureImpact } from '@pilotgate/core/measurement/impact/measure-impact'
import { permutationP } from '@pilotgate/core/measurement/impact/permutation-p'
import { randomStream } from '@pilotgate/core/random-stream'
import fc from 'fast-check'
import { mean } from 'simple-statistics'
import { describe, expect, it } from 'vitest'
import { pilot, pilotCovariates } from './people.ts'

const seeds = Array.from({ length: 60 }, (_, seed) => seed + 1)
const measure = (seed: number, effect: number) => {
  const rows = pilot(seed, 300, effect)
  const report = measureImpact(rows, { covariates: pilotCovariates, seed, bootstrap: 400, permutations: 400 })
  const outcomes = (treated: boolean) => rows.filter((row) => row.treated === treated).map(({ outcome }) => outcome)
  return { report, naive: mean(outcomes(true)) - mean(outcomes(false)) }
}

describe('sixty pilots of 300 people in which taking part adds 2', () => {
  const pilots = seeds.map((seed) => measure(seed, 2))

  it('have the effect in their interval nine times out of ten', () => {
    const covered = pilots.filter(({ report: { effect } }) => effect!.interval[0] <= 2 && effect!.interval[1] >= 2)
    expect(covered.length).toBeGreaterThanOrEqual(54)
  })

  it('are right on average, where the plain difference is not', () => {
    expect(Math.abs(mean(pilots.map(({ report }) => report.effect!.estimate)) - 2)).toBeLessThan(0.15)
    expect(mean(pilots.map(({ naive }) => naive)) - 2).toBeGreaterThan(0.8)
  })
})

describe('sixty pilots in which taking part adds nothing', () => {
  const values = seeds.map((seed) => measure(seed, 0).report.effect!.pValue)

  it('raise a false alarm about as rarely as promised, and give no small chance', () => {
    expect(values.filter((value) => value < 0.05).length).toBeLessThanOrEqual(6)
    expect(mean(values)).toBeGreaterThan(0.35)
    expect(mean(values)).toBeLessThan(0.65)
  })
})

describe('the chance by permutation', () => {
  const outcomes = fc.array(
    fc.record({ treated: fc.integer({ min: -9, max: 9 }), other: fc.integer({ min: -9, max: 9 }) }),
    {
      minLength: 2,
      maxLength: 30,
    },
  )

  it('is above 0 and at most 1', () => {
    fc.assert(
      fc.property(outcomes, fc.nat(), (pairs, seed) => {
        const sets = pairs.map(({ treated, other }) => [{ treated, others: [other] }])
        const value = permutationP(sets, 100, randomStream(seed))
        expect(value).toBeGreaterThan(0)
        expect(value).toBeLessThanOrEqual(1)
      }),
      { seed: 7 },
    )
  })

  it('comes near to the exact one: of ten pairs all in favour, 2 of 1,024 orders are as extreme', () => {
    const sets = Array.from({ length: 10 }, (_, pair) => [{ treated: pair + 1, others: [0] }])
    expect(permutationP(sets, 100_000, randomStream(1))).toBeCloseTo(2 / 1024, 3)
  })

  it('lets anybody of a larger set be the participant: highest of three in five sets is 1 of 243', () => {
    const sets = Array.from({ length: 5 }, () => [{ treated: 10, others: [0, 1] }])
    expect(permutationP(sets, 100_000, randomStream(1))).toBeCloseTo(1 / 243, 3)
  })

  it('is 1 when nothing differs', () => {
    expect(permutationP([[{ treated: 3, others: [3] }], [{ treated: 1, others: [1] }]], 100, randomStream(1))).toBe(1)
  })
})

describe('sets that share a comparison person', () => {
  const sets = [
    { treated: 0, comparison: [10, 11] },
    { treated: 1, comparison: [11, 12] },
    { treated: 2, comparison: [13] },
    { treated: 3, comparison: [12] },
  ]
  const outcomes = Array.from({ length: 14 }, (_, row) => row)

  it('count as one comparison, also through others', () => {
    const parted = comparisonsOf(sets, outcomes).map((each) => each.map(({ treated }) => treated))
    expect(parted).toEqual([[0, 1, 3], [2]])
  })

  it('are drawn together: two comparisons give three possible means', () => {
    const [low, high] = bootstrapInterval(comparisonsOf(sets, outcomes), 1_000, randomStream(1))
    expect(low).toBe(-11)
    expect(high).toBeCloseTo((-10.5 - 10.5 - 9) / 3, 12)
  })

  it('hold in a chain of ten thousand', () => {
    const chain = Array.from({ length: 10_000 }, (_, link) => ({
      treated: link,
      comparison: [link + 20_001, link + 20_000],
    }))
    expect(comparisonsOf(chain, [])).toHaveLength(1)
  })
})

describe('hidden differences', () => {
  const differences = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 3, maxLength: 60 })

  it('make an effect less sure the larger they are, and the tolerated ones leave just 5 %', () => {
    fc.assert(
      fc.property(differences, (each) => {
        const bounds = [1, 1.5, 2, 4].map((gamma) => worstP(each, gamma))
        expect(bounds).toEqual(bounds.toSorted((a, b) => a - b))
        const gamma = toleratedGamma(each)
        if (gamma === null) expect(bounds[0]).toBeGreaterThan(0.05)
        else expect(worstP(each, gamma)).toBeCloseTo(0.05, 5)
      }),
      { numRuns: 300, seed: 7 },
    )
  })

  it('of yes-or-no outcomes are those of McNemar: only pairs that differ count', () => {
    const differ = [...new Array(18).fill(1), ...new Array(4).fill(-1)]
    const bound = (gamma: number) => {
      const share = gamma / (1 + gamma)
      return (18 - 22 * share) / Math.sqrt(22 * share * (1 - share))
    }
    const gamma = toleratedGamma([...differ, 0, 0, 0, 0, 0])!
    expect(bound(gamma)).toBeCloseTo(1.645, 3)
  })
})
