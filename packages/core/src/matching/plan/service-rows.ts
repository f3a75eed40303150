import type { Service, ServiceDecision } from '../../intake/intake-record.ts'
import { noPair } from '../assignment/instance.ts'
import type { Learner, MatchingSettings, Pinned, Provider } from '../cohort.ts'
import { bulkScores } from '../score/bulk-scores.ts'
import { profileFor } from '../score/profile-for.ts'
import type { ReferenceWeek } from '../score/reference-week.ts'

/** What a provider of the kind that a decision does not prefer (D6: external coach, internal mentor) is behind by in the choice, never in the score. */
const preferredKind = 1_000

/** One service of a cohort: who needs it, who gives it, and what each pair is worth. */
export type ServiceRows = {
  service: Service
  learners: Learner[]
  providers: Provider[]
  decisions: ServiceDecision['services']
  /** Scores in hundredths, `noPair` where a hard rule or a person forbids the pair. */
  scoreRow: (row: number, into: Int32Array) => void
  /** What the solve maximises: the score, less for a provider of a kind that is not preferred (D6). */
  valueRow: (row: number, into: Int32Array) => void
  isForbidden: (row: number, column: number) => boolean
  prefersOther: (row: number, column: number) => boolean
}

/** Everybody in a fixed order, so that the plan does not hang on the order of the input. */
const byId = (a: { personId: string }, b: { personId: string }): number =>
  a.personId < b.personId ? -1 : a.personId > b.personId ? 1 : 0

export const serviceRows = (
  service: Service,
  all: { learners: readonly Learner[]; providers: readonly Provider[] },
  { profiles, week, pinned }: { profiles: MatchingSettings['profiles']; week: ReferenceWeek; pinned: Pinned },
): ServiceRows => {
  const learners = all.learners.filter(({ services }) => services.some((each) => each.service === service)).sort(byId)
  const providers = all.providers.filter(({ record }) => record.service === service).sort(byId)
  const decisions = learners.map(({ services }) => services.find((each) => each.service === service)!)
  const columns = new Map(providers.map(({ personId }, column) => [personId, column]))
  const weightsOf = (learner: Learner) => profiles[profileFor(learner, service)]
  const bulk = bulkScores(learners, providers, { weightsOf, week })
  const forbidden = new Map<string, Set<string>>()
  for (const [participantId, providerId] of pinned.forbidden) {
    const group = forbidden.get(participantId)
    if (group) group.add(providerId)
    else forbidden.set(participantId, new Set([providerId]))
  }
  const isForbidden = (row: number, column: number) =>
    forbidden.get(learners[row]!.personId)?.has(providers[column]!.personId) ?? false
  const prefersOther = (row: number, column: number) => {
    const wanted = decisions[row]!.provider
    return wanted !== 'either' && (wanted === 'internal') !== providers[column]!.record.internal
  }
  const scoreRow = (row: number, into: Int32Array) => {
    bulk.scoreRow(row, into)
    for (const id of forbidden.get(learners[row]!.personId) ?? []) {
      const column = columns.get(id)
      if (column !== undefined) into[column] = noPair
    }
  }
  const valueRow = (row: number, into: Int32Array) => {
    scoreRow(row, into)
    if (decisions[row]!.provider === 'either') return
    for (let column = 0; column < providers.length; column++) {
      // Never down to 0: a fitting provider of the other kind is better than none.
      if (into[column]! > 0 && prefersOther(row, column)) into[column] = Math.max(1, into[column]! - preferredKind)
    }
  }
  return { service, learners, providers, decisions, scoreRow, valueRow, isForbidden, prefersOther }
}
