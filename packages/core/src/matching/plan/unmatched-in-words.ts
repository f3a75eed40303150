import { noPair, type Objective } from '../assignment/instance.ts'
import { consentsToMatching, excludedInWords, type HardRule, hardRules, violations } from '../hard-rules.ts'
import type { ReferenceWeek } from '../score/reference-week.ts'
import { pointsInWords } from '../score/sentence.ts'
import type { ServiceRows } from './service-rows.ts'

/** Why somebody is without a provider in a plan, for the person who has to do something about it (M5). */
export const unmatchedInWords = (
  rows: ServiceRows,
  row: number,
  plan: { taken: ArrayLike<number>; objective: Objective; week: ReferenceWeek; nameOf: (id: string) => string },
): string => {
  const { service, learners, providers } = rows
  if (providers.length === 0) return `There is no ${service} in the pool.`
  if (!consentsToMatching(learners[row]!)) {
    return 'There is nothing to match on: consent to use goals or skills for matching is missing.'
  }
  const scores = new Int32Array(providers.length)
  rows.scoreRow(row, scores)
  const feasible = [...scores.keys()].filter((column) => scores[column] !== noPair)
  if (feasible.length === 0) return excludedByRule(rows, row, plan.week)
  const open = feasible.filter((column) => plan.taken[column]! < providers[column]!.free)
  if (open.length > 0) {
    return `Every ${service} with a place left fits in nothing (score 0). With the objective "most-matched" somebody would still be proposed.`
  }
  const fitting = feasible.filter((column) => scores[column]! > 0)
  const best = (fitting.length > 0 ? fitting : feasible).toSorted((a, b) => scores[b]! - scores[a]! || a - b)
  const named = best
    .slice(0, 3)
    .map((column) => `${plan.nameOf(providers[column]!.personId)} (${pointsInWords(scores[column]! / 100)})`)
  const more = best.length > 3 ? ` and ${best.length - 3} more` : ''
  const elsewhere =
    plan.objective === 'best-score' &&
    providers.some(({ free, record }, column) => record.status === 'selected' && plan.taken[column]! < free)
      ? ' The objective "most-matched" may find a place by moving others.'
      : ''
  return `All places that would fit are taken in this plan: ${named.join(', ')}${more}. One more place there would help.${elsewhere}`
}

/** Counts each provider once, under the first rule that excludes them. */
const excludedByRule = (
  { service, learners, providers, isForbidden }: ServiceRows,
  row: number,
  week: ReferenceWeek,
): string => {
  const counts = new Map<HardRule, number>()
  let byDecision = 0
  providers.forEach((provider, column) => {
    const rule = violations(learners[row]!, provider, week)[0]?.rule
    if (rule) counts.set(rule, (counts.get(rule) ?? 0) + 1)
    else if (isForbidden(row, column)) byDecision += 1
  })
  const reasons = hardRules.flatMap((rule) =>
    counts.has(rule) ? [excludedInWords(rule, counts.get(rule)!, service)] : [],
  )
  if (byDecision > 0)
    reasons.push(`${byDecision} ${byDecision === 1 ? 'is' : 'are'} ruled out for this participant by a decision`)
  const pool =
    providers.length === 1
      ? `The only ${service} cannot be matched`
      : `None of the ${providers.length} ${service === 'coach' ? 'coaches' : 'mentors'} can be matched`
  return `${pool}: ${reasons.join('; ')}.`
}
