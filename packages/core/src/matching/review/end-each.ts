import type { NewEvent } from '../../events.ts'
import type { Change } from '../../ports.ts'
import { platform, type Work } from '../../program/actor.ts'
import { allOf } from '../../program/load.ts'
import { whileStale } from '../../program/while-stale.ts'
import type { MatchRecord } from '../match-record.ts'
import { placeFreed } from './caseload.ts'
import { holdsPlace } from './load-matching.ts'

/** Somebody in a program. */
export type Who = { tenantId: string; programId: string; personId: string }

/**
 * Withdraws proposals and ends decided matches, each in its own transaction with the place it held.
 * @param whyEnd nothing: it stays
 * @param also what is written with it
 */
export const endEach = async (
  { store, now }: Pick<Work, 'store' | 'now'>,
  { tenantId, programId }: Omit<Who, 'personId'>,
  whyEnd: (match: MatchRecord) => string | undefined,
  also: (match: MatchRecord) => Change[] = () => [],
): Promise<void> => {
  const scope = { tenantId, scope: programId }
  const ids = (await allOf(store, 'match', scope)).filter(whyEnd).map(({ id }) => id)
  for (const id of ids) {
    await whileStale(async () => {
      const match = await store.get('match', scope, id)
      const because = match && whyEnd(match)
      if (!because) return
      const status = match.status === 'proposed' ? 'withdrawn' : 'ended'
      const record: MatchRecord = { ...match, status, endedBecause: because, endedBy: platform, endedAt: now }
      const freed = holdsPlace(match) ? await placeFreed(store, scope, match.providerId) : []
      const about = { tenantId, programId, at: now, by: platform, matchId: id, because }
      const event: NewEvent =
        status === 'withdrawn' ? { type: 'match.withdrawn', ...about } : { type: 'match.ended', ...about }
      await store.commit([{ kind: 'match', record, expect: match.version }, ...freed, ...also(match)], [event])
    })
  }
}
