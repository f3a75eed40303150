import { DomainError } from '../../errors.ts'
import type { Actor, Work } from '../../program/actor.ts'
import { loadOpenProgram } from '../../program/load.ts'
import { whileStale } from '../../program/while-stale.ts'
import type { MatchRecord } from '../match-record.ts'
import { placeFreed } from './caseload.ts'
import { loadMatch } from './load-matching.ts'

/**
 * A reviewer turns a match down before it is published; the pair is not proposed again. An approved one gives its place back in
 * the same transaction. The same again changes nothing.
 * @throws DomainError `NotFound`, `NotPossibleNow` (published: reassign it), `Conflict` (replaced), `AlreadyDecided` (ended)
 */
export const withdrawMatch = (
  { store, now }: Work,
  actor: Actor,
  programId: string,
  matchId: string,
  because: string,
): Promise<MatchRecord> =>
  whileStale(async () => {
    const scope = { tenantId: actor.tenantId, scope: programId }
    await loadOpenProgram(store, scope.tenantId, scope.scope)
    const match = await loadMatch(store, scope, matchId)
    if (match.status === 'withdrawn') return match
    if (match.status === 'published') {
      throw new DomainError('NotPossibleNow', 'This match is published. Reassign it instead.')
    }
    if (match.status === 'replaced') {
      throw new DomainError('Conflict', 'This proposal is stale: it was replaced. Look at the one that took its place.')
    }
    if (match.status === 'ended') throw new DomainError('AlreadyDecided', 'This match has ended already.')
    const withdrawn: MatchRecord = {
      ...match,
      status: 'withdrawn',
      endedBecause: because,
      endedBy: actor.personId,
      endedAt: now,
    }
    const freed = match.status === 'approved' ? await placeFreed(store, scope, match.providerId) : []
    const about = { tenantId: actor.tenantId, programId, at: now, by: actor.personId }
    await store.commit(
      [{ kind: 'match', record: withdrawn, expect: match.version }, ...freed],
      [{ type: 'match.withdrawn', ...about, matchId, because }],
    )
    return { ...withdrawn, version: match.version + 1 }
  })
