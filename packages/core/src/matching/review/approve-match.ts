import { DomainError, isDomainError } from '../../errors.ts'
import type { Change, Scope, Store } from '../../ports.ts'
import type { Actor, Work } from '../../program/actor.ts'
import { allOf, loadOpenProgram } from '../../program/load.ts'
import { whileStale } from '../../program/while-stale.ts'
import type { MatchRecord } from '../match-record.ts'
import { takePlace } from './caseload.ts'
import { loadMatch } from './load-matching.ts'
import { demandApprover } from './may-approve.ts'
import { lookAtPair } from './pair.ts'

/**
 * A person approves a proposal (M6). Everything it rests on is checked again: the proposal is the present one, consent stands,
 * the provider is still selected, the hard rules hold (M4); then it takes a place of the provider in the same transaction, so
 * that capacity is never exceeded (C, F15). The same person approving again changes nothing.
 * @param seen the version the reviewer looked at, if they say so
 * @throws DomainError `NotFound`, `NotAllowed`, `AlreadyDecided`, `Conflict` (stale), `NotPossibleNow` (what no longer holds)
 */
export const approveMatch = (work: Work, actor: Actor, programId: string, matchId: string, seen?: number) =>
  whileStale(async (): Promise<MatchRecord> => {
    const scope = { tenantId: actor.tenantId, scope: programId }
    const match = await loadMatch(work.store, scope, matchId)
    demandApprover(actor, match)
    if (decidedBefore(actor, match)) return match
    if (seen !== undefined && seen !== match.version) {
      throw new DomainError(
        'Conflict',
        `The proposal has changed since you saw it (it is at version ${match.version}).`,
      )
    }
    await demandWholeRun(work.store, scope, match)
    const { approved, changes } = await approval(work, actor, programId, match)
    await work.store.commit(
      [{ kind: 'match', record: approved, expect: match.version }, ...changes],
      [{ type: 'match.approved', tenantId: actor.tenantId, programId, at: work.now, by: actor.personId, matchId }],
    )
    return { ...approved, version: match.version + 1 }
  })

/** The approved match and the place it takes, still to be committed together. */
const approval = async (
  { store, now }: Work,
  actor: Actor,
  programId: string,
  match: MatchRecord,
): Promise<{ approved: MatchRecord; changes: Change[] }> => {
  const scope = { tenantId: actor.tenantId, scope: programId }
  const program = await loadOpenProgram(store, scope.tenantId, scope.scope)
  await demandFreshConsent(store, scope, match)
  const { verdict, caseload } = await lookAtPair(store, program, match, now)
  if ('forbidden' in verdict) {
    throw new DomainError('NotPossibleNow', `This match can no longer be made. ${verdict.forbidden}`)
  }
  return {
    approved: { ...match, status: 'approved', approvedBy: actor.personId, approvedAt: now },
    changes: [takePlace(caseload)],
  }
}

/** @throws DomainError for what was decided otherwise; `true` when this person has approved it before. */
const decidedBefore = (actor: Actor, match: MatchRecord): boolean => {
  switch (match.status) {
    case 'proposed':
      return false
    case 'approved':
    case 'published':
      if (match.approvedBy === actor.personId) return true
      throw new DomainError('AlreadyDecided', `Somebody else approved this match on ${match.approvedAt}.`)
    case 'replaced': {
      const by = match.replacedBy ? ` "${match.replacedBy}" took its place: look at that one.` : ''
      throw new DomainError('Conflict', `This proposal is stale: it was replaced.${by}`)
    }
    default:
      throw new DomainError('AlreadyDecided', `This match is ${match.status}. ${match.endedBecause ?? ''}`.trim())
  }
}

/** Until the run is written, its proposals are not all there. */
const demandWholeRun = async (store: Store, scope: Scope, { runId }: MatchRecord) => {
  if (await store.get('matchingRun', scope, runId)) return
  throw new DomainError('Conflict', `Run ${runId} was not finished. Propose again, then approve.`)
}

/** A score that rests on consent which was revoked since must be worked out again first (I3). */
const demandFreshConsent = async (store: Store, scope: Scope, match: MatchRecord) => {
  const scoredAt = match.scoredAt ?? (await store.get('matchingRun', scope, match.runId))?.at ?? ''
  const consents = await allOf(store, 'consent', scope, `${match.participantId}.`)
  const revoked = consents.some(({ purpose, granted, at }) => purpose === 'matching' && !granted && at > scoredAt)
  if (!revoked) return
  throw new DomainError(
    'Conflict',
    'The participant has revoked consent since this was scored. It is being scored again: read it again in a moment.',
  )
}

/** What became of one match of a bulk approval. */
export type BulkOutcome = { matchId: string; outcome: 'approved' | 'refused'; code?: string; problem?: string }

/**
 * Approves many proposals at once (M6): each on its own, with its own outcome; one that is refused holds up no other. Matches
 * that need a look of their own (`manual`) or the program owner are refused here.
 */
export const approveMatches = async (
  work: Work,
  actor: Actor,
  programId: string,
  matchIds: string[],
): Promise<BulkOutcome[]> => {
  const outcomes: BulkOutcome[] = []
  for (const matchId of new Set(matchIds)) {
    try {
      await demandBulk(work.store, { tenantId: actor.tenantId, scope: programId }, matchId)
      await approveMatch(work, actor, programId, matchId)
      outcomes.push({ matchId, outcome: 'approved' })
    } catch (error) {
      if (!isDomainError(error) || error.code === 'Unavailable') throw error
      outcomes.push({ matchId, outcome: 'refused', code: error.code, problem: error.message })
    }
  }
  return outcomes
}

const demandBulk = async (store: Store, scope: Scope, matchId: string) => {
  const { review, reviewReason } = await loadMatch(store, scope, matchId)
  if (review === 'bulk') return
  throw new DomainError('NotPossibleNow', `This match is approved on its own, not in bulk. ${reviewReason}`)
}
