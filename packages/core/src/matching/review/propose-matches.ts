import { DomainError } from '../../errors.ts'
import type { Scope } from '../../ports.ts'
import type { Actor, Work } from '../../program/actor.ts'
import { allOf, loadOpenProgram, loadPeople } from '../../program/load.ts'
import { whileStale } from '../../program/while-stale.ts'
import type { Learner, Pinned } from '../cohort.ts'
import type { MatchingRunRecord, MatchRecord } from '../match-record.ts'
import { planCohort } from '../plan-cohort.ts'
import {
  holdsPlace,
  loadLearners,
  loadProviders,
  loadSettings,
  type NotReady,
  solverSettings,
} from './load-matching.ts'
import { alternativesShown, dayOf, judgePair } from './pair.ts'
import { pinnedPairs, pinnedProblems } from './pinned-pairs.ts'
import { inBatches, nextRunId, proposalChanges } from './proposal-changes.ts'

export type ProposeInput = Partial<Pinned> & { objective?: MatchingRunRecord['objective'] }

/**
 * Proposes matches for the whole cohort (M5): participants with submitted intake, a service decision and consent; providers who
 * are selected and have free places. Approved and published matches stay and hold their places; earlier proposals that nobody
 * decided are replaced. Whoever stays unmatched is on the wait-list with the reason (C). The run is written last: a proposal
 * without its run is not yet there, and the next run overwrites it.
 * What people chose before and nobody has approved stays, as far as it can; the run says what could not be kept, and why.
 * @throws DomainError `NotPossibleNow` (program over), `InvalidInput` (a pair asked for names nobody, or cannot be reserved)
 */
export const proposeMatches = (work: Work, actor: Actor, programId: string, input: ProposeInput = {}) =>
  whileStale(() => propose(work, actor, programId, input))

const propose = async (
  { store, now }: Work,
  actor: Actor,
  programId: string,
  input: ProposeInput,
): Promise<MatchingRunRecord> => {
  const scope: Scope = { tenantId: actor.tenantId, scope: programId }
  const program = await loadOpenProgram(store, scope.tenantId, scope.scope)
  const [{ learners, notReady }, providers, record, matches, runs] = await Promise.all([
    loadLearners(store, scope),
    loadProviders(store, scope),
    loadSettings(store, scope),
    allOf(store, 'match', scope),
    allOf(store, 'matchingRun', scope),
  ])
  const problems = pinnedProblems(input, new Set([...learners, ...providers].map(({ personId }) => personId)))
  if (problems.length > 0) throw new DomainError('InvalidInput', 'These pairs cannot be pinned.', { problems })
  const settings = { ...solverSettings(record), ...(input.objective && { objective: input.objective }) }
  const toMatch = stillToMatch(learners, matches)
  const week = dayOf(program, now)
  const providerOf = new Map(providers.map((provider) => [provider.personId, provider]))
  const { pinned, notKept } = pinnedPairs(input, matches, providerOf, ({ participantId, providerId, service }) => {
    const learner = toMatch.find(({ personId }) => personId === participantId)
    const provider = providerOf.get(providerId)
    if (!provider) return 'The provider has left.'
    if (!learner) {
      const unready = notReady.find((each) => each.participantId === participantId)
      return unready?.why ?? 'The participant needs no other match now.'
    }
    const verdict = judgePair(settings, { learner, provider, service, week })
    return 'forbidden' in verdict ? verdict.forbidden : undefined
  })
  const names = await loadPeople(
    store,
    actor.tenantId,
    [...toMatch, ...providers].map(({ personId }) => personId),
  )
  const plan = planCohort({
    learners: toMatch,
    providers,
    settings,
    pinned,
    week,
    k: alternativesShown,
    cohort: learners,
    nameOf: (personId) => names.get(personId)?.name ?? personId,
  })
  const runId = nextRunId(runs.map(({ id }) => id))
  const run: MatchingRunRecord = {
    ...scope,
    id: runId,
    version: 0,
    objective: settings.objective,
    at: now,
    by: actor.personId,
    proposed: plan.proposals.length,
    total: plan.total,
    optimal: plan.optimal,
    unmatched: [...plan.unmatched, ...notReadyNow(notReady, matches)],
    notKept,
    stage: 'matching owner',
  }
  for (const changes of inBatches(proposalChanges(scope, plan, matches, runId))) await store.commit(changes)
  await store.commit(
    [{ kind: 'matchingRun', record: run, expect: 0 }],
    [{ type: 'matching.proposed', tenantId: actor.tenantId, programId, at: now, by: actor.personId, runId }],
  )
  return { ...run, version: 1 }
}

/** Participants with the services they have no approved or published match for. */
const stillToMatch = (learners: Learner[], matches: MatchRecord[]): Learner[] => {
  const held = new Set(matches.filter(holdsPlace).map((match) => `${match.participantId} ${match.service}`))
  return learners.flatMap((learner) => {
    const services = learner.services.filter(({ service }) => !held.has(`${learner.personId} ${service}`))
    return services.length > 0 ? [{ ...learner, services }] : []
  })
}

const notReadyNow = (notReady: NotReady[], matches: MatchRecord[]): NotReady[] => {
  const held = new Set(matches.filter(holdsPlace).map(({ participantId }) => participantId))
  return notReady.filter(({ participantId }) => !held.has(participantId))
}
