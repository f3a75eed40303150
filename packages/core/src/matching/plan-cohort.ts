import { DomainError } from '../errors.ts'
import { services } from '../intake/intake-record.ts'
import type { CohortPlan, Learner, MatchingSettings, Pinned, Provider } from './cohort.ts'
import { reviewLevels } from './impact.ts'
import { type Planning, planService } from './plan/plan-service.ts'
import { reservedPairs } from './plan/reserved-pairs.ts'
import { serviceRows } from './plan/service-rows.ts'
import { checkWeights } from './score/points.ts'
import { referenceWeek } from './score/reference-week.ts'
import { profileNames } from './weights.ts'

export type CohortToPlan = {
  /** Who is to be matched now, with the services each is to get. */
  learners: readonly Learner[]
  providers: readonly Provider[]
  settings: MatchingSettings
  pinned?: Pinned
  /** A date in the week on which hours in different zones are compared (`YYYY-MM-DD`). */
  week: string
  /** Alternatives per proposal; 3 unless given. */
  k?: number
  /** Everybody in the program, for the top 20 % by impact (M6); the learners unless given. */
  cohort?: readonly Learner[]
  /** Told what is being done, for people who wait. */
  onProgress?: (words: string) => void
  /** How people are called in the explanations; their ids unless given. */
  nameOf?: (personId: string) => string
}

/**
 * Matches a whole cohort at once (M5): per service the plan with the best total score, or the most people matched, within free
 * places and hard rules (M4), keeping reserved and leaving out forbidden pairs. A provider gives one service, so coaches and
 * mentors are two pools, each solved for itself; somebody with both services gets two proposals, never with the same provider.
 * The same people give the same plan whatever order they come in. Nothing here is final: each proposal says who must approve
 * it (M6).
 *
 * `total` is the sum of the scores. `optimal` is proven by prices; a preference for external or internal (D6) is part of the
 * choice proven best, at 10 points.
 * @throws DomainError `InvalidInput` for unusable weights, the same person twice, or reserved pairs that cannot be kept
 */
export const planCohort = (input: CohortToPlan): CohortPlan => {
  const { learners, providers, settings, pinned = { reserved: [], forbidden: [] } } = input
  for (const name of profileNames) checkWeights(settings.profiles[name], `profiles.${name}`)
  noneTwice(learners, providers)
  const week = referenceWeek(input.week)
  const planning: Planning = {
    settings,
    week,
    k: input.k ?? 3,
    reviews: reviewLevels(input.cohort ?? learners),
    nameOf: input.nameOf ?? ((id) => id),
    onProgress: input.onProgress ?? (() => {}),
  }
  const pools = services.map((service) =>
    serviceRows(service, { learners, providers }, { profiles: settings.profiles, week, pinned }),
  )
  const reserved = reservedPairs(pools, pinned, week)
  const plan: CohortPlan = { proposals: [], unmatched: [], total: 0, optimal: true }
  pools.forEach((rows, index) => {
    const { proposals, unmatched, optimal } = planService(rows, reserved[index]!, planning)
    plan.proposals.push(...proposals)
    plan.unmatched.push(...unmatched)
    plan.optimal &&= optimal
  })
  const points = plan.proposals.reduce((sum, { result }) => sum + Math.round(result.score * 100), 0)
  plan.proposals.sort(
    (a, b) => compare(a.participantId, b.participantId) || a.order - b.order || compare(a.service, b.service),
  )
  plan.unmatched.sort((a, b) => compare(a.participantId, b.participantId) || compare(a.service, b.service))
  return { ...plan, total: points / 100 }
}

const noneTwice = (learners: readonly Learner[], providers: readonly Provider[]): void => {
  for (const [who, people] of [
    ['participant', learners],
    ['provider', providers],
  ] as const) {
    const seen = new Set<string>()
    for (const { personId } of people) {
      if (seen.has(personId))
        throw new DomainError('InvalidInput', `The ${who} ${personId} is given twice. Give each once.`)
      seen.add(personId)
    }
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
