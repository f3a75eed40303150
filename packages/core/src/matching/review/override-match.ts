import { DomainError } from '../../errors.ts'
import type { NewEvent } from '../../events.ts'
import type { Change } from '../../ports.ts'
import type { Actor, Work } from '../../program/actor.ts'
import { loadOpenProgram } from '../../program/load.ts'
import { whileStale } from '../../program/while-stale.ts'
import type { MatchRecord, overrideReasons } from '../match-record.ts'
import { placeFreed, takePlace } from './caseload.ts'
import { loadMatch } from './load-matching.ts'
import { mayApprove } from './may-approve.ts'
import { demandPair } from './pair.ts'
import { approvedBy, replacement } from './replacement.ts'

export type OverrideInput = { providerId: string; reason: (typeof overrideReasons)[number]; text: string }

/**
 * A reviewer puts another provider in place of the proposed one, with a reason from the taxonomy and in their own words (M7).
 * The old match stays as history; the new one is approved at once when the reviewer may approve it, else it waits for who may.
 * Hard rules cannot be overridden (M4).
 * @returns the new match
 * @throws DomainError `NotFound`, `InvalidInput`, `NotPossibleNow` (published; hard rule; no place), `Conflict`, `AlreadyDecided`
 */
export const overrideMatch = (
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
    demandOpen(old, providerId)
    const { verdict, caseload } = await demandPair(store, program, { ...old, providerId }, now)
    const { replaced, proposal } = replacement(old, providerId, verdict, now, `Overridden: ${reason}.`)
    const overridden: MatchRecord = {
      ...replaced,
      override: { reason, text, instead: providerId, by: actor.personId, at: now },
    }
    const approves = mayApprove(actor, old)
    const next = approves ? approvedBy(proposal, actor, { now }) : proposal
    const changes: Change[] = [
      { kind: 'match', record: overridden, expect: old.version },
      { kind: 'match', record: next, expect: 0 },
      ...(old.status === 'approved' ? await placeFreed(store, scope, old.providerId) : []),
      ...(approves ? [takePlace(caseload)] : []),
    ]
    const about = { tenantId: actor.tenantId, programId, at: now, by: actor.personId }
    const events: NewEvent[] = [{ type: 'match.overridden', ...about, matchId, replacedBy: next.id }]
    if (approves) events.push({ type: 'match.approved', ...about, matchId: next.id })
    await store.commit(changes, events)
    return { ...next, version: 1 }
  })

const demandOpen = (match: MatchRecord, providerId: string) => {
  if (match.status === 'published') {
    throw new DomainError('NotPossibleNow', 'This match is published. Reassign it instead.')
  }
  if (match.status === 'replaced') {
    throw new DomainError('Conflict', `This proposal is stale: "${match.replacedBy ?? 'a later run'}" took its place.`)
  }
  if (match.status !== 'proposed' && match.status !== 'approved') {
    throw new DomainError('AlreadyDecided', `This match is ${match.status}.`)
  }
  if (match.providerId !== providerId) return
  const problem = 'Is proposed already. Approve the match, or name another provider.'
  throw new DomainError('InvalidInput', 'There is nothing to override.', {
    problems: [{ field: 'providerId', problem }],
  })
}
