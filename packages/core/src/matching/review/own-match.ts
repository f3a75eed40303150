import { DomainError } from '../../errors.ts'
import type { Scope, Store } from '../../ports.ts'
import type { Actor } from '../../program/actor.ts'
import type { MatchRecord } from '../match-record.ts'
import { loadMatch } from './load-matching.ts'

/**
 * A published match of the actor, as one side or the other. A match of others answers exactly like an unknown one.
 * @throws DomainError `NotFound`, `NotPossibleNow` (ended, or not published yet)
 */
export const loadOwnMatch = async (
  store: Store,
  actor: Actor,
  programId: string,
  matchId: string,
  as: 'participant' | 'either',
): Promise<MatchRecord> => {
  const scope: Scope = { tenantId: actor.tenantId, scope: programId }
  const match = await loadMatch(store, scope, matchId)
  const sides = as === 'participant' ? [match.participantId] : [match.participantId, match.providerId]
  // Until it is published, the two sides do not know of it.
  if (!sides.includes(actor.personId) || !match.publishedAt) {
    throw new DomainError('NotFound', `There is no match "${matchId}" in this program.`)
  }
  if (match.status === 'published') return match
  throw new DomainError('NotPossibleNow', `This match is ${match.status}.`)
}
