import type { Store } from '../../ports.ts'
import { allOf } from '../../program/load.ts'
import type { MatchRecord } from '../match-record.ts'
import type { Who } from './end-each.ts'

/** The published matches of somebody, on either side; paused ones, too. */
export const pairsOf = async (store: Store, { tenantId, programId, personId }: Who): Promise<MatchRecord[]> =>
  (await allOf(store, 'match', { tenantId, scope: programId })).filter(
    ({ status, participantId, providerId }) =>
      status === 'published' && (participantId === personId || providerId === personId),
  )
