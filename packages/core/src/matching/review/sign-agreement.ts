import type { Actor, Work } from '../../program/actor.ts'
import { loadOpenProgram } from '../../program/load.ts'
import { whileStale } from '../../program/while-stale.ts'
import type { MatchRecord } from '../match-record.ts'
import { loadOwnMatch } from './own-match.ts'

/**
 * Participant or provider signs the working agreement of their published match; both have to (W04). Once each: signing again
 * changes nothing.
 * @throws DomainError `NotFound` (not theirs), `NotPossibleNow` (ended, program over)
 */
export const signAgreement = (
  { store, now }: Work,
  actor: Actor,
  programId: string,
  matchId: string,
): Promise<MatchRecord> =>
  whileStale(async () => {
    await loadOpenProgram(store, actor.tenantId, programId)
    const match = await loadOwnMatch(store, actor, programId, matchId, 'either')
    const { personId } = actor
    if (match.signedBy.includes(personId)) return match
    const signed = { ...match, signedBy: [...match.signedBy, personId] }
    await store.commit(
      [{ kind: 'match', record: signed, expect: match.version }],
      [{ type: 'match.signed', tenantId: actor.tenantId, programId, at: now, by: personId, matchId, personId }],
    )
    return { ...signed, version: match.version + 1 }
  })

export const isSigned = ({ signedBy, participantId, providerId }: MatchRecord): boolean =>
  signedBy.includes(participantId) && signedBy.includes(providerId)
