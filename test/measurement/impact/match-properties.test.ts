import type { ImpactRow } from '@pilotgate/core/measurement/impact/impact-rows'
import { matchNearest, weightsOf } from '@pilotgate/core/measurement/impact/matched-sets'
import { measureImpact } from '@pilotgate/core/measurement/impact/measure-impact'
import { randomStream } from '@pilotgate/core/random-stream'
import fc from 'fast-check'
import { sampleStandardDeviation } from 'simple-statistics'
import { describe, expect, it } from 'vitest'
import { lalonde, lalondeCovariates, pilot, pilotCovariates } from './people.ts'

const person = fc.record({
  treated: fc.boolean(),
  logit: fc.double({ min: -3, max: 3, noNaN: true }),
  role: fc.constantFrom('lead', 'engineer'),
})
const options = fc.record({
  exact: fc.constantFrom<string[]>([], ['role']),
  distance: fc.constantFrom('propensity' as const, 'logit' as const),
  caliper: fc.constantFrom(null, 0.05, 0.5),
  ratio: fc.integer({ min: 1, max: 3 }),
  replacement: fc.boolean(),
  order: fc.constantFrom('largest' as const, 'random' as const),
})
const cohort = fc
  .array(person, { minLength: 4, maxLength: 40 })
  .filter((people) => people.some(({ treated }) => !treated))

/** Any cohort matched in any way, with what the rules are checked against. */
const matched = fc.tuple(cohort, options, fc.nat(1_000)).map(([people, method, seed]) => {
  const rows = people.map(
    ({ treated, role }, number): ImpactRow => ({ id: `p${number}`, treated, outcome: 0, covariates: { role } }),
  )
  const logits = people.map(({ logit }) => logit)
  const scores = logits.map((logit) => 1 / (1 + Math.exp(-logit)))
  const reach = method.caliper === null ? Number.POSITIVE_INFINITY : method.caliper * sampleStandardDeviation(logits)
  const near = method.distance === 'logit' ? logits : scores
  const within = (one: number, other: number) =>
    Math.abs(logits[one]! - logits[other]!) <= reach &&
    (method.exact.length === 0 || people[one]!.role === people[other]!.role)
  return { rows, method, near, within, ...matchNearest(rows, { scores, logits }, method, randomStream(seed)) }
})
type Matched = typeof matched extends fc.Arbitrary<infer Value> ? Value : never
const always = (holds: (each: Matched) => void) => fc.assert(fc.property(matched, holds), { numRuns: 300, seed: 7 })

describe('a matching', () => {
  it('has every participant once, matched or not, and only others beside them', () => {
    always(({ rows, sets, unmatched }) => {
      const participants = [...sets.map(({ treated }) => treated), ...unmatched.map(({ row }) => row)].toSorted(
        (a, b) => a - b,
      )
      expect(participants).toEqual(rows.flatMap((row, number) => (row.treated ? [number] : [])))
      expect(sets.flatMap(({ comparison }) => comparison).filter((other) => rows[other]!.treated)).toEqual([])
    })
  })

  it('uses nobody twice in a set, and without replacement nobody twice at all', () => {
    always(({ method, sets }) => {
      for (const { comparison } of sets) {
        expect(new Set(comparison).size).toBe(comparison.length)
        expect(comparison.length).toBeLessThanOrEqual(method.ratio)
      }
      const all = sets.flatMap(({ comparison }) => comparison)
      if (!method.replacement) expect(new Set(all).size).toBe(all.length)
    })
  })

  it('respects the caliper and exact columns', () => {
    always(({ sets, within }) => {
      for (const { treated, comparison } of sets)
        for (const other of comparison) expect(within(treated, other)).toBe(true)
    })
  })

  it('with replacement takes the nearest there are', () => {
    always(({ rows, method, sets, near, within }) => {
      if (!method.replacement) return
      for (const { treated, comparison } of sets) {
        const apart = (other: number) => Math.abs(near[treated]! - near[other]!)
        const possible = rows.flatMap((row, number) => (!row.treated && within(treated, number) ? [apart(number)] : []))
        expect(comparison.map(apart)).toEqual(possible.toSorted((a, b) => a - b).slice(0, method.ratio))
      }
    })
  })

  it('leaves nobody unmatched for whom somebody is free, and says why', () => {
    always(({ rows, method, sets, unmatched, within }) => {
      const used = new Set(sets.flatMap(({ comparison }) => comparison))
      for (const { row, why } of unmatched) {
        const possible = rows.flatMap((other, number) => (!other.treated && within(row, number) ? [number] : []))
        expect(possible.filter((other) => method.replacement || !used.has(other))).toEqual([])
        if (possible.length > 0) expect(why).toContain('taken by others')
        else expect(why).toMatch(/^Nobody outside the program (has the same role|is near enough)/)
      }
    })
  })

  it('weighs both groups alike', () => {
    always(({ rows, sets }) => {
      const weights = weightsOf(sets, rows.length)
      const total = (treated: boolean) =>
        weights.reduce((sum, weight, row) => (rows[row]!.treated === treated ? sum + weight : sum), 0)
      expect(total(true)).toBe(sets.length)
      expect(total(false)).toBeCloseTo(sets.length, 9)
    })
  })
})

describe('a report', () => {
  const shuffled = <Item>(items: Item[], seed: number): Item[] => {
    const random = randomStream(seed)
    return items
      .map((item) => ({ item, key: random() }))
      .toSorted((a, b) => a.key - b.key)
      .map(({ item }) => item)
  }
  const quick = { bootstrap: 100, permutations: 100 }

  it.each([
    ['by default', {}],
    ['in random order', { order: 'random' as const }],
    ['with replacement', { replacement: true, ratio: 2 }],
  ])('%s is the same for the same people in any order', (_, more) => {
    const measure = (rows: ImpactRow[]) => measureImpact(rows, { covariates: lalondeCovariates, ...quick, ...more })
    const report = measure(lalonde)
    for (const seed of [1, 2, 3]) expect(measure(shuffled(lalonde, seed))).toEqual(report)
  })

  it('changes with the seed in what rests on chance, and in nothing else', () => {
    const measure = (seed: number) => measureImpact(lalonde, { covariates: lalondeCovariates, ...quick, seed })
    const [one, other] = [measure(1), measure(2)]
    expect(other.effect!.interval).not.toEqual(one.effect!.interval)
    expect({ ...other.effect, interval: 0, pValue: 0 }).toEqual({ ...one.effect, interval: 0, pValue: 0 })
    expect([other.pairs, other.balance]).toEqual([one.pairs, one.balance])
  })

  it('does not depend on units: what is counted in cents is a hundred times as much', () => {
    const rows = pilot(5, 200, 3)
    const measure = (people: ImpactRow[]) => measureImpact(people, { covariates: pilotCovariates, ...quick })
    const cents = measure(rows.map((row) => ({ ...row, outcome: row.outcome * 100 })))
    const whole = measure(rows)
    expect(cents.effect!.estimate).toBeCloseTo(whole.effect!.estimate * 100, 6)
    expect(cents.effect!.interval[0]).toBeCloseTo(whole.effect!.interval[0] * 100, 6)
    expect([cents.effect!.pValue, cents.pairs]).toEqual([whole.effect!.pValue, whole.pairs])
    expect(cents.effect!.gamma).toBeCloseTo(whole.effect!.gamma!, 9)
  })

  it('gives the effect as difference of its weighted means, within its interval', () => {
    for (const more of [{}, { ratio: 3 }, { replacement: true, ratio: 2 }]) {
      const rows = pilot(11, 250, 2)
      const { effect, pairs } = measureImpact(rows, { covariates: pilotCovariates, ...quick, ...more })
      const outcomes = new Map(rows.map(({ id, outcome }) => [id, outcome]))
      const average = (ids: string[]) => ids.reduce((sum, id) => sum + outcomes.get(id)!, 0) / ids.length
      const differences = pairs.map(({ treated, comparison }) => outcomes.get(treated)! - average(comparison))
      expect(effect!.estimate).toBeCloseTo(differences.reduce((sum, each) => sum + each, 0) / pairs.length, 9)
      expect(effect!.treatedMean - effect!.comparisonMean).toBeCloseTo(effect!.estimate, 9)
      expect(effect!.interval[0]).toBeLessThan(effect!.estimate)
      expect(effect!.interval[1]).toBeGreaterThan(effect!.estimate)
    }
  })
})
