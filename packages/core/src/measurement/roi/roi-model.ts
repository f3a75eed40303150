import { type MonetisationRule, ruleOf } from './monetisation-rules.ts'
import { exactly, type Range } from './range.ts'
import { type BenefitInput, integrationShare, type RoiInputs, shareCaused } from './roi-inputs.ts'
import type { RoiResult } from './roi-result.ts'

/** An input that may vary. */
export type Driver = { words: string; range: Range }
/** A part of the benefit or the cost: `cents` from the values of its drivers, which are named by their place among all. */
export type Term = { words: string; uses: number[]; cents: (...values: number[]) => number }
export type Missing = RoiResult['missing'][number]

/** The benefit and the cost as functions of the drivers. Each term is linear in each of its drivers alone. */
export type RoiModel = { drivers: Driver[]; benefits: Term[]; costs: Term[]; missing: Missing[] }

const productOf = (...values: number[]): number => values.reduce((product, value) => product * value, 1)

/** What a benefit lacks before it can be reckoned; `undefined` when nothing. */
const lackOf = ({ effect, observed, counterfactual }: BenefitInput, { unit }: MonetisationRule): string | undefined => {
  if (!counterfactual) return 'no counterfactual: say what it is compared with'
  if (effect) return undefined
  if (!counterfactual.value) return `no baseline: the ${counterfactual.kind} has no value (${unit})`
  return observed ? undefined : `not measured with the participants (${unit})`
}

export const roiModel = ({ benefits, costs, months, yearOne }: RoiInputs): RoiModel => {
  const model: RoiModel = { drivers: [], benefits: [], costs: [], missing: [] }
  const driver = (words: string, range: Range): number => model.drivers.push({ words, range }) - 1

  for (const input of benefits) {
    const rule = ruleOf(input.rule)
    const lacks = lackOf(input, rule)
    if (lacks) {
      model.missing.push({ rule: input.rule, words: rule.words, lacks })
      continue
    }
    const { kind, value } = input.counterfactual!
    const named = (what: string) => `${rule.words}: ${what}`
    const times = [
      driver(named(rule.quantity), input.quantity),
      driver(named(rule.price), input.priceCents),
      driver(named('share caused by the program'), input.caused ?? shareCaused[kind]),
    ]
    const repeated = rule.monthly ? months : 1
    if (input.effect) {
      const uses = [driver(named(`difference to the ${kind}`), input.effect), ...times]
      model.benefits.push({ words: rule.words, uses, cents: (...values) => productOf(...values) * repeated })
    } else {
      const way = rule.better === 'higher' ? 1 : -1
      const uses = [driver(named('participants'), input.observed!), driver(named(kind), value!), ...times]
      const cents = (observed: number, without: number, ...others: number[]) =>
        way * (observed - without) * productOf(...others) * repeated
      model.benefits.push({ words: rule.words, uses, cents })
    }
  }

  const cost = (words: string, ...uses: number[]) => model.costs.push({ words, uses, cents: productOf })
  cost('Training', driver('Training', costs.training))
  cost(
    'Coach time (opportunity cost)',
    driver('Hours of coaches and mentors', costs.coachHours),
    driver('Loaded cost of an hour of a coach', costs.coachHour),
  )
  cost('Supervision', driver('Supervision', costs.supervision))
  const licences = driver('Platform licences', costs.platform)
  cost('Platform', licences)
  const share = yearOne ? (costs.integration ?? integrationShare) : exactly(0)
  cost('Integration (year one)', licences, driver('Integration, share of the licences', share))
  for (const { item, cents } of costs.others) cost(item, driver(item, cents))
  return model
}
