import { DomainError } from '../../errors.ts'
import { drawValues } from './draw-model.ts'
import { moneyInWords } from './money-in-words.ts'
import type { RoiInputs } from './roi-inputs.ts'
import { type RoiModel, roiModel, type Term } from './roi-model.ts'
import type { Months, RoiRange, RoiResult } from './roi-result.ts'
import { combine, type Sample, sampleOf, spreadOf } from './sample.ts'
import { sensitivityOf } from './sensitivity.ts'

/** Enough that the 10th and the 90th percentile move little from seed to seed (docs/roi.md has the figures). */
const draws = 10_000

const tenths = (value: number): number => Math.round(value * 10) / 10
const sum = (a: number, b: number): number => a + b

/** Months of the window until the benefits, which come evenly, have paid the cost. */
const paidBackAfter = (months: number) => (gross: number, cost: number) =>
  gross >= cost ? (cost / gross) * months : Number.POSITIVE_INFINITY

const monthsOf = (value: number): Months => (Number.isFinite(value) ? tenths(value) : 'beyond')

const noData = (reasons: string[], { missing }: RoiModel): RoiResult => ({ status: 'no data', reasons, missing })

/**
 * Reckons the return on investment (domain §8): counterfactual → money by the documented rule → gross benefit → cost → net → per
 * cent and payback, each as a range from 10,000 seeded draws. A benefit that lacks its counterfactual or its measure counts
 * nothing and is named; when none is left, or there is no cost to compare with, there is no data.
 * @throws DomainError `InvalidInput` when the amounts are too large to be counted in whole cents
 */
export const reckon = (inputs: RoiInputs): RoiResult => {
  const model = roiModel(inputs)
  if (model.benefits.length === 0) {
    const reasons = model.missing.map(({ words, lacks }) => `${words}: ${lacks}.`)
    return noData(reasons, model)
  }
  const values = drawValues(model.drivers, draws, inputs.seed)
  const sampled = (terms: Term[]) => terms.map((term) => sampleOf(term, model, values))
  const total = (samples: Sample[]) => samples.reduce((one, other) => combine(one, other, sum))
  const [benefits, costs] = [sampled(model.benefits), sampled(model.costs)]
  const [gross, cost] = [total(benefits), total(costs)]
  if (![gross.low, gross.high, cost.high].every(Number.isSafeInteger)) throw tooLarge()
  if (cost.low <= 0) return noData(['The cost may be 0: fill in what the program costs.'], model)

  const net = combine(gross, cost, (g, c) => g - c)
  const percent = combine(gross, cost, (g, c) => (g / c - 1) * 100)
  const payback = spreadOf(combine(gross, cost, paidBackAfter(inputs.months)), (value) => value)
  const named = (terms: Term[], samples: Sample[]) =>
    terms.map(({ words }, place) => ({ words, cents: spreadOf(samples[place]!, Math.round) }))
  const result = {
    status: 'range' as const,
    benefits: named(model.benefits, benefits),
    costs: named(model.costs, costs),
    gross: spreadOf(gross, Math.round),
    cost: spreadOf(cost, Math.round),
    net: spreadOf(net, Math.round),
    percent: spreadOf(percent, tenths),
    payback: {
      low: monthsOf(payback.low),
      p10: monthsOf(payback.p10),
      p50: monthsOf(payback.p50),
      p90: monthsOf(payback.p90),
      high: monthsOf(payback.high),
      likely: monthsOf(payback.likely),
    },
    chanceOfGain: net.draws.filter((value) => value > 0).length / draws,
    ...sensitivityOf(model),
    draws,
    missing: model.missing,
  }
  return { ...result, words: inWords(result, inputs) }
}

const tooLarge = () =>
  new DomainError('InvalidInput', 'The amounts are too large to be counted in whole cents.', {
    problems: [{ field: 'benefits', problem: 'Check quantities and prices: prices are cents of one unit.' }],
  })

export const monthsInWords = (value: Months, window: number): string =>
  value === 'beyond' ? `not within ${window} months` : `after ${value} months`

/** A share of draws as per cent that never reads 0 or 100 where it is not. */
export const chanceInWords = (chance: number): string => {
  if (chance > 0 && chance < 0.01) return 'less than 1 %'
  return chance > 0.99 && chance < 1 ? 'more than 99 %' : `${Math.round(chance * 100)} %`
}

const paidBackInWords = ({ p10, p90 }: RoiRange['payback'], window: number): string => {
  if (p10 === 'beyond') return monthsInWords(p10, window)
  return p90 === 'beyond'
    ? `after ${p10} months or later, or not within ${window} months`
    : `after ${p10} to ${p90} months`
}

const inWords = ({ net, percent, chanceOfGain, payback }: Omit<RoiRange, 'words'>, { currency, months }: RoiInputs) => {
  const money = (cents: number) => moneyInWords(cents, currency)
  return [
    `In 8 of 10 draws the net benefit is between ${money(net.p10)} and ${money(net.p90)} (${percent.p10} % to ${percent.p90} % of the cost);`,
    `with all inputs likely it is ${money(net.likely)} (${percent.likely} %).`,
    `It is above 0 in ${chanceInWords(chanceOfGain)} of the draws.`,
    `In 8 of 10 draws it is paid back ${paidBackInWords(payback, months)}.`,
  ].join(' ')
}
