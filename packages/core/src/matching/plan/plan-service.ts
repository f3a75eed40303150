import type { Pair } from '../assignment/instance.ts'
import type { CohortPlan, Learner, MatchingSettings, Proposal, Provider } from '../cohort.ts'
import { notChecked } from '../hard-rules.ts'
import { type Review, reviewLevels, withOpenChecks } from '../impact.ts'
import { profileFor } from '../score/profile-for.ts'
import type { ReferenceWeek } from '../score/reference-week.ts'
import { scorePair } from '../score/score-pair.ts'
import { alternativesOf } from './alternatives.ts'
import type { ServiceRows } from './service-rows.ts'
import { solveService } from './solve-service.ts'
import { spreadFeatured } from './spread-featured.ts'
import { unmatchedInWords } from './unmatched-in-words.ts'

export type Planning = {
  settings: MatchingSettings
  week: ReferenceWeek
  k: number
  reviews: Map<string, Review>
  nameOf: (id: string) => string
  onProgress: (words: string) => void
}

/** The proposals of one service, each explained, and who stays without one and why (M5). */
export const planService = (
  rows: ServiceRows,
  reserved: Pair[],
  planning: Planning,
): Pick<CohortPlan, 'proposals' | 'unmatched' | 'optimal'> => {
  const { settings, week, k, reviews, nameOf, onProgress } = planning
  const { service, learners, providers, decisions } = rows
  onProgress(`Comparing ${learners.length} participants with ${providers.length} for the service "${service}".`)
  const solved = solveService(rows, reserved, settings.objective)
  const explain = (row: number, column: number) => {
    const profile = profileFor(learners[row]!, service)
    return scorePair(learners[row]!, providers[column]!, { profile, weights: settings.profiles[profile], week })
  }
  const placed = learners.flatMap((_, row) => (solved.assignment[row]! >= 0 ? [row] : []))
  const lists = spreadFeatured(
    rows,
    placed.map((row, index) => {
      if (index % 100 === 0) onProgress(`Explaining matches: ${index} of ${placed.length}.`)
      return alternativesOf(rows, row, solved, { k, nameOf, explain })
    }),
  )
  const proposals = placed.map((row, index): Proposal => {
    const [learner, provider] = [learners[row]!, providers[solved.assignment[row]!]!]
    return {
      participantId: learner.personId,
      providerId: provider.personId,
      service,
      order: decisions[row]!.order,
      ...reviewOf(learner, provider, reviews, week),
      result: explain(row, solved.assignment[row]!),
      alternatives: lists[index]!.map(({ column, score, whyNot }) => ({
        providerId: providers[column]!.personId,
        score,
        whyNot,
      })),
    }
  })
  const unmatched = learners.flatMap(({ personId }, row) =>
    solved.assignment[row]! >= 0
      ? []
      : [{ participantId: personId, service, why: unmatchedInWords(rows, row, { ...solved, week, nameOf }) }],
  )
  return { proposals, unmatched, optimal: solved.optimal }
}

const reviewOf = (learner: Learner, provider: Provider, reviews: Map<string, Review>, week: ReferenceWeek): Review => {
  const known = reviews.get(learner.personId) ?? reviewLevels([learner]).get(learner.personId)!
  return withOpenChecks(known, notChecked(learner, provider, week))
}
