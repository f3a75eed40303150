import type { Scope, Store } from '../../ports.ts'
import { allOf, holders } from '../../program/load.ts'
import { poolForecast } from '../../selection/pool-forecast.ts'
import type { CohortPlan } from '../cohort.ts'
import { fairnessReport } from '../fairness.ts'
import { type MatchRecord, overrideReasons } from '../match-record.ts'
import { suggestWeights, type WeighedOverride } from '../suggest-weights.ts'
import { type ProfileName, profileNames } from '../weights.ts'
import { holdsPlace, loadLearners, loadProviders, loadSettings, solverSettings } from './load-matching.ts'
import { waitList } from './read-matches.ts'

/** Overrides by reason, each of them, and what they say about the weights of each profile (M7). */
export const overrideReport = async (store: Store, scope: Scope) => {
  const [matches, settings] = await Promise.all([allOf(store, 'match', scope), loadSettings(store, scope)])
  const byId = new Map(matches.map((match) => [match.id, match]))
  const overrides = matches.filter(({ override }) => override !== undefined)
  const proposed = matches.filter(({ replaces }) => replaces === undefined).length
  const { profiles } = solverSettings(settings)
  return {
    overrides: overrides.length,
    proposed,
    reasons: overrideReasons.map((reason) => ({
      reason,
      count: overrides.filter((match) => match.override?.reason === reason).length,
    })),
    rows: overrides.map(({ id, participantId, providerId, override }) => ({
      matchId: id,
      participantId,
      providerId,
      ...override!,
    })),
    suggestions: profileNames.map((profile) => ({
      profile,
      ...suggestWeights(weighed(overrides, byId, profile), profiles[profile]),
    })),
  }
}

const weighed = (overrides: MatchRecord[], byId: Map<string, MatchRecord>, profile: ProfileName): WeighedOverride[] =>
  overrides
    .filter(({ result }) => result.profile === profile)
    .flatMap(({ override, replacedBy, result }) => {
      const chosen = byId.get(replacedBy ?? '')
      if (!chosen) return []
      const { reason } = override!
      return [{ reason, proposed: result.contributions, chosen: chosen.result.contributions }]
    })

/** How reassignments stand (M8): of all matches ever published, those that were ended for another. */
export const reassignmentRate = (matches: MatchRecord[]): { reassigned: number; published: number } => {
  const published = everPublished(matches)
  return { reassigned: published.filter(wasReassigned).length, published: published.length }
}

/** Matches that both people were told of, whatever became of them. */
export const everPublished = (matches: MatchRecord[]): MatchRecord[] =>
  matches.filter(({ publishedAt }) => publishedAt !== undefined)

export const wasReassigned = ({ status, replacedBy }: MatchRecord): boolean =>
  status === 'ended' && replacedBy !== undefined

/**
 * Scores and match rate by group (M11): the group is the participant's role, shown only for those who consent to its use for
 * analytics.
 */
export const readFairness = async (store: Store, scope: Scope) => {
  const [matches, providers, { learners }, unmatched] = await Promise.all([
    allOf(store, 'match', scope),
    loadProviders(store, scope),
    loadLearners(store, scope),
    waitList(store, scope),
  ])
  const proposals = matches.filter((match) => holdsPlace(match) || match.status === 'proposed')
  const groups = new Map(
    learners
      .filter(({ consent }) => consent.has('career analytics'))
      .map(({ personId, answers }) => [personId, answers.role]),
  )
  const known = unmatched.filter((each): each is CohortPlan['unmatched'][number] => each.service !== undefined)
  return fairnessReport({ proposals, unmatched: known }, providers, (participantId) => groups.get(participantId))
}

/** Whether there are enough coaches and mentors for those who still need one (C). */
export const readForecast = async (store: Store, scope: Scope) => {
  const [providers, { learners, notReady }, matches, members] = await Promise.all([
    loadProviders(store, scope),
    loadLearners(store, scope),
    allOf(store, 'match', scope),
    allOf(store, 'member', scope),
  ])
  const held = new Set(matches.filter(holdsPlace).map((match) => `${match.participantId} ${match.service}`))
  const poolOf = (service: 'coach' | 'mentor') => {
    const own = providers.filter(({ record }) => record.service === service && record.status === 'selected')
    return { people: own.length, freePlaces: own.reduce((sum, { free }) => sum + free, 0) }
  }
  const demandOf = (service: 'coach' | 'mentor') =>
    learners.filter(
      ({ personId, services }) =>
        services.some((each) => each.service === service) && !held.has(`${personId} ${service}`),
    ).length
  return {
    lines: poolForecast({
      activeLeaders: holders(members, 'participant').length,
      coaches: poolOf('coach'),
      mentors: poolOf('mentor'),
      demand: { coach: demandOf('coach'), mentor: demandOf('mentor') },
    }),
    notReady: notReady.length,
  }
}
