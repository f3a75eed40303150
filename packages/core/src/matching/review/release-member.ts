import type { NewEvent } from '../../events.ts'
import { platform, type Work } from '../../program/actor.ts'
import type { MatchRecord } from '../match-record.ts'
import { placeFreed } from './caseload.ts'
import { allOf, holdsPlace } from './load-matching.ts'
import { whileStale } from './while-stale.ts'

/**
 * Somebody left the program: their open proposals are withdrawn, their matches end and free the places they held (domain §11).
 * Repeatable.
 */
export const releaseMember = async (
  { store, now }: Pick<Work, 'store' | 'now'>,
  { tenantId, programId, personId }: { tenantId: string; programId: string; personId: string },
): Promise<void> => {
  const scope = { tenantId, scope: programId }
  const open = ({ status, participantId, providerId }: MatchRecord) =>
    [participantId, providerId].includes(personId) && ['proposed', 'approved', 'published'].includes(status)
  const ids = (await allOf(store, 'match', scope)).filter(open).map(({ id }) => id)
  for (const id of ids) {
    await whileStale(async () => {
      const match = await store.get('match', scope, id)
      if (!match || !open(match)) return
      const because = match.participantId === personId ? 'The participant left.' : 'The provider left.'
      const status = match.status === 'proposed' ? 'withdrawn' : 'ended'
      const record: MatchRecord = { ...match, status, endedBecause: because, endedBy: platform, endedAt: now }
      const freed = holdsPlace(match) ? await placeFreed(store, scope, match.providerId) : []
      const about = { tenantId, programId, at: now, by: platform, matchId: id, because }
      const event: NewEvent =
        status === 'withdrawn' ? { type: 'match.withdrawn', ...about } : { type: 'match.ended', ...about }
      await store.commit([{ kind: 'match', record, expect: match.version }, ...freed], [event])
    })
  }
}
