import { DomainError } from '../../errors.ts'
import type { Actor, Work } from '../../program/actor.ts'
import { allOf, loadOpenProgram } from '../../program/load.ts'
import { whileStale } from '../../program/while-stale.ts'
import type { MatchingRunRecord, MatchRecord } from '../match-record.ts'
import { placeFreed, takePlace } from './caseload.ts'
import { holdsPlace, loadMatch } from './load-matching.ts'
import { demandApprover } from './may-approve.ts'
import type { OverrideInput } from './override-match.ts'
import { demandPair } from './pair.ts'
import { matchId as idOf, nextRunId } from './proposal-changes.ts'
import { replacement } from './replacement.ts'

/**
 * Gives the participant of a published match another provider (M8): the old match ends with a reason and frees its place, the new
 * one takes a place, in one transaction; each names the other, so that the whole history stays. The new match has a run of its
 * own, so that it is published, signed, and checked for chemistry like any other.
 * @returns the new match, approved
 * @throws DomainError `NotFound`, `NotAllowed`, `AlreadyDecided` (ended), `NotPossibleNow` (not published; hard rule; no place), `InvalidInput`
 */
export const reassignMatch = (
  { store, now }: Work,
  actor: Actor,
  programId: string,
  matchId: string,
  { providerId, reason, text }: OverrideInput,
): Promise<MatchRecord> =>
  whileStale(async () => {
    const scope = { tenantId: actor.tenantId, scope: programId }
    const program = await loadOpenProgram(store, scope.tenantId, scope.scope)
    const old = await loadMatch(store, scope, matchId)
    demandPublished(old, providerId)
    demandApprover(actor, old)
    const { verdict, caseload } = await demandPair(store, program, { ...old, providerId }, now)
    const [runs, matches] = await Promise.all([allOf(store, 'matchingRun', scope), allOf(store, 'match', scope)])
    // Proposals of a run that broke off must not become part of this one.
    const runId = nextRunId([...runs.map(({ id }) => id), ...matches.map((match) => match.runId)])
    const { proposal } = replacement(old, providerId, verdict, now, `Reassigned: ${reason}.`)
    const next: MatchRecord = {
      ...proposal,
      id: idOf(old.participantId, runId, old.service),
      runId,
      status: 'approved',
      approvedBy: actor.personId,
      approvedAt: now,
    }
    const because = `${reason}: ${text}`
    const ended: MatchRecord = {
      ...old,
      status: 'ended',
      endedBecause: because,
      endedBy: actor.personId,
      endedAt: now,
      replacedBy: next.id,
    }
    const run: MatchingRunRecord = {
      ...scope,
      id: runId,
      version: 0,
      objective: runs.find(({ id }) => id === old.runId)?.objective ?? 'best-score',
      at: now,
      by: actor.personId,
      proposed: 1,
      total: verdict.result.score,
      optimal: false,
      unmatched: [],
      stage: 'matching owner',
    }
    const about = { tenantId: actor.tenantId, programId, at: now, by: actor.personId }
    await store.commit(
      [
        { kind: 'match', record: ended, expect: old.version },
        { kind: 'match', record: next, expect: 0 },
        { kind: 'matchingRun', record: run, expect: 0 },
        ...(holdsPlace(old) ? await placeFreed(store, scope, old.providerId) : []),
        takePlace(caseload),
      ],
      [
        { type: 'match.ended', ...about, matchId, because: reason },
        { type: 'matching.proposed', ...about, runId },
      ],
    )
    return { ...next, version: 1 }
  })

const demandPublished = (match: MatchRecord, providerId: string) => {
  if (match.status === 'ended') throw new DomainError('AlreadyDecided', 'This match has ended already.')
  if (match.status !== 'published') {
    throw new DomainError('NotPossibleNow', `This match is ${match.status}; only a published one is reassigned.`)
  }
  if (match.providerId !== providerId) return
  const problem = 'Is the present provider. Name another.'
  throw new DomainError('InvalidInput', 'There is nothing to reassign.', {
    problems: [{ field: 'providerId', problem }],
  })
}
