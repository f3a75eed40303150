import { DomainError, type FieldProblem } from '../../errors.ts'
import type { Change, Scope } from '../../ports.ts'
import { type Actor, platform, type Work } from '../../program/actor.ts'
import { loadPeople } from '../../program/load.ts'
import type { CohortPlan, Learner, Pinned } from '../cohort.ts'
import type { MatchingRunRecord, MatchRecord } from '../match-record.ts'
import { planCohort } from '../plan-cohort.ts'
import {
  allOf,
  holdsPlace,
  loadLearners,
  loadOpenProgram,
  loadProviders,
  loadSettings,
  type NotReady,
  solverSettings,
} from './load-matching.ts'
import { alternativesShown, dayOf, judgePair } from './pair.ts'
import { whileStale } from './while-stale.ts'

/** Rows of one transaction; the proposals of one participant are never parted. */
const batch = 90

export type ProposeInput = Partial<Pinned> & { objective?: MatchingRunRecord['objective'] }

/**
 * Proposes matches for the whole cohort (M5): participants with submitted intake, a service decision and consent; providers who
 * are selected and have free places. Approved and published matches stay and hold their places; earlier proposals that nobody
 * decided are replaced. Whoever stays unmatched is on the wait-list with the reason (C). The run is written last: a proposal
 * without its run is not yet there, and the next run overwrites it.
 * @throws DomainError `NotPossibleNow` (program over), `InvalidInput` (a pinned pair names nobody)
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
  const program = await loadOpenProgram(store, scope)
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
  const chosen = pairsChosen(matches, (match) => {
    const learner = toMatch.find(({ personId }) => personId === match.participantId)
    const provider = providers.find(({ personId }) => personId === match.providerId)
    if (!learner || !provider) return 0
    const verdict = judgePair(settings, { learner, provider, service: match.service, week })
    return 'result' in verdict ? provider.free : 0
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
    pinned: {
      reserved: [...(input.reserved ?? []), ...chosen],
      forbidden: [...(input.forbidden ?? []), ...pairsThatFailed(matches)],
    },
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
    stage: 'matching owner',
  }
  for (const changes of inBatches(proposalChanges(scope, plan, matches, runId))) await store.commit(changes)
  await store.commit(
    [{ kind: 'matchingRun', record: run, expect: 0 }],
    [{ type: 'matching.proposed', tenantId: actor.tenantId, programId, at: now, by: actor.personId, runId }],
  )
  return { ...run, version: 1 }
}

/** `R001`, `R002` … : the same run again as long as it is not written whole. */
export const nextRunId = (known: string[]): string => {
  const last = known.reduce((highest, id) => Math.max(highest, Number(id.slice(1))), 0)
  return `R${String(last + 1).padStart(3, '0')}`
}

/** The same participant, run and service always give the same match. */
export const matchId = (participantId: string, runId: string, service: string): string =>
  `${participantId}.${runId}.${service}`

/** Participants with the services they have no approved or published match for. */
const stillToMatch = (learners: Learner[], matches: MatchRecord[]): Learner[] => {
  const held = new Set(matches.filter(holdsPlace).map((match) => `${match.participantId} ${match.service}`))
  return learners.flatMap((learner) => {
    const services = learner.services.filter(({ service }) => !held.has(`${learner.personId} ${service}`))
    return services.length > 0 ? [{ ...learner, services }] : []
  })
}

/** Pairs that a person has turned down or ended: they are not proposed again (M7, M8). */
const pairsThatFailed = (matches: MatchRecord[]): Pinned['forbidden'] =>
  matches
    .filter(({ endedBy, override }) => (endedBy !== undefined && endedBy !== platform) || override !== undefined)
    .map(({ participantId, providerId }) => [participantId, providerId])

/**
 * Pairs that a person chose and nobody has approved yet: a reviewer's override, a participant's ranked choice. They stay, as far
 * as they are still possible.
 * @param placesFor the places free for such a pair, 0 when it may no longer be matched
 */
const pairsChosen = (matches: MatchRecord[], placesFor: (match: MatchRecord) => number): Pinned['reserved'] => {
  const used = new Map<string, number>()
  return matches
    .filter(({ status, replaces }) => status === 'proposed' && replaces !== undefined)
    .flatMap((match): Pinned['reserved'] => {
      const before = used.get(match.providerId) ?? 0
      if (before >= placesFor(match)) return []
      used.set(match.providerId, before + 1)
      return [[match.participantId, match.providerId]]
    })
}

const notReadyNow = (notReady: NotReady[], matches: MatchRecord[]): NotReady[] => {
  const held = new Set(matches.filter(holdsPlace).map(({ participantId }) => participantId))
  return notReady.filter(({ participantId }) => !held.has(participantId))
}

const pinnedProblems = ({ reserved = [], forbidden = [] }: ProposeInput, known: Set<string>): FieldProblem[] => {
  const check = (field: string, pairs: [string, string][]) =>
    pairs.flatMap((pair, index) =>
      pair.flatMap((id, side) =>
        known.has(id) ? [] : [{ field: `${field}.${index}.${side}`, problem: `Nobody to match has the id "${id}".` }],
      ),
    )
  return [...check('reserved', reserved), ...check('forbidden', forbidden)]
}

/** What each participant's part of the plan changes: the new proposals, and the undecided earlier ones they replace. */
const proposalChanges = (
  scope: Scope,
  { proposals }: CohortPlan,
  matches: MatchRecord[],
  runId: string,
): Map<string, Change[]> => {
  const known = new Map(matches.map((match) => [match.id, match]))
  const changes = new Map<string, Change[]>()
  const add = (participantId: string, change: Change) => {
    const list = changes.get(participantId)
    if (list) list.push(change)
    else changes.set(participantId, [change])
  }
  const written = new Map<string, string>()
  for (const proposal of proposals) {
    const id = matchId(proposal.participantId, runId, proposal.service)
    const record: MatchRecord = {
      ...scope,
      id,
      version: 0,
      ...proposal,
      runId,
      status: 'proposed',
      signedBy: [],
    }
    written.set(`${proposal.participantId} ${proposal.service}`, id)
    add(proposal.participantId, { kind: 'match', record, expect: known.get(id)?.version ?? 0 })
  }
  const now = new Set(written.values())
  for (const match of matches) {
    if (match.status !== 'proposed' || now.has(match.id)) continue
    const replacedBy = written.get(`${match.participantId} ${match.service}`)
    const endedBecause = replacedBy ? undefined : `Run ${runId} proposes nothing for this participant and service.`
    const record: MatchRecord = { ...match, status: 'replaced', replacedBy, endedBecause }
    add(match.participantId, { kind: 'match', record, expect: match.version })
  }
  return changes
}

const inBatches = (changes: Map<string, Change[]>): Change[][] => {
  const batches: Change[][] = [[]]
  for (const own of changes.values()) {
    if (batches.at(-1)!.length + own.length > batch) batches.push([])
    batches.at(-1)!.push(...own)
  }
  return batches.filter((each) => each.length > 0)
}
