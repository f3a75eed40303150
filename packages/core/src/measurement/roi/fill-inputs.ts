import { DomainError, type FieldProblem } from '../../errors.ts'
import type { DeliverableRecord } from '../deliverables/deliverable.ts'
import type { ImpactRecord } from '../impact/impact-record.ts'
import { type Budget, costsOfBudget } from './costs-of-budget.ts'
import { ruleOf } from './monetisation-rules.ts'
import { exactly } from './range.ts'
import { type BenefitInput, type CostInputs, costInputs, type RoiInputs } from './roi-inputs.ts'
import type { RoiRequest } from './roi-request.ts'

/** What the platform knows for a return on investment. */
export type Known = {
  /** An impact report by id, or the newest for `latest`. */
  impactOf: (id: string) => ImpactRecord | undefined
  budget: DeliverableRecord | undefined
  /** Hours of sessions held. */
  sessionHours: number
}

type AskedBenefit = RoiRequest['benefits'][number]

/** The measured effect of a report as the difference of a benefit, above 0 where it is better. */
const fromImpact = (input: AskedBenefit, { id, better, report }: ImpactRecord): BenefitInput => {
  const { impact: _, ...benefit } = input
  const words = `impact report ${id}: ${report.people.matched} matched participants, ${report.label}`
  const counterfactual = { kind: 'matched cohort' as const, words }
  if (!report.effect) return { ...benefit, counterfactual }
  const { estimate, interval } = report.effect
  const way = better === 'higher' ? 1 : -1
  const all = [estimate, ...interval].map((value) => value * way)
  const effect = { low: Math.min(...all), likely: estimate * way, high: Math.max(...all) }
  return { ...benefit, counterfactual, effect }
}

/**
 * Completes what was asked with what the platform knows, and says what came from where.
 * @throws DomainError `InvalidInput` naming what is neither given nor known
 */
export const fillInputs = (asked: RoiRequest, known: Known): { inputs: RoiInputs; filledIn: string[] } => {
  const problems: FieldProblem[] = []
  const filledIn: string[] = []
  const benefits = asked.benefits.map((input, place) => {
    const { impact, ...benefit } = input
    if (!impact) return benefit
    const found = known.impactOf(impact)
    if (found) {
      filledIn.push(`${ruleOf(input.rule).words}: difference from impact report ${found.id} (${found.report.label})`)
      return fromImpact(input, found)
    }
    problems.push({ field: `benefits.${place}.impact`, problem: 'There is no such impact report. Measure it first.' })
    return benefit
  })
  const costs: Partial<CostInputs> = { ...budgetCosts(asked, known, filledIn), ...asked.costs }
  costs.others ??= []
  if (!costs.coachHours) {
    costs.coachHours = exactly(known.sessionHours)
    filledIn.push(`Hours of coaches and mentors: ${known.sessionHours} h of sessions held`)
  }
  const found = costInputs.safeParse(costs)
  for (const name of ['training', 'coachHour', 'supervision', 'platform'] as const) {
    if (costs[name]) continue
    const remedy = name === 'coachHour' ? 'Give it.' : `Give it, or make a budget ready that has a line "${name}".`
    problems.push({ field: `costs.${name}`, problem: `Is missing. ${remedy}` })
  }
  if (problems.length > 0 || !found.success) {
    throw new DomainError('InvalidInput', 'The return on investment cannot be reckoned yet.', { problems })
  }
  const { currency, months, yearOne, seed } = asked
  return { inputs: { currency, months, yearOne, seed, benefits, costs: found.data }, filledIn }
}

const budgetCosts = ({ currency, costs }: RoiRequest, { budget }: Known, filledIn: string[]): Partial<CostInputs> => {
  if (!budget) return {}
  const form = budget.form as Budget
  const found = costsOfBudget(form)
  const used = (Object.keys(found) as (keyof CostInputs)[]).filter((name) => !costs[name])
  if (used.length === 0) return {}
  if (form.currency !== currency) {
    throw new DomainError('InvalidInput', `The budget ${budget.id} is in ${form.currency}.`, {
      problems: [{ field: 'currency', problem: `Use ${form.currency}, or give all costs in ${currency}.` }],
    })
  }
  filledIn.push(`${used.join(', ')}: from the budget ${budget.id} as of ${form.asOf}`)
  return found
}
