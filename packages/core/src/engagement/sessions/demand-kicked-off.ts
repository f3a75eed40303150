import { DomainError } from '../../errors.ts'
import type { Store } from '../../ports.ts'
import type { EngagementRecord } from '../engagement-record.ts'
import { demandAll } from '../kickoff/kick-off.ts'
import { kickoffItems } from '../kickoff/kickoff-items.ts'
import { loadKickoff } from '../kickoff/load-kickoff.ts'

/**
 * Sessions are scheduled between the kickoff and the closing of an engagement (E1).
 * @throws DomainError `NotPossibleNow` naming what the kickoff still lacks
 */
export const demandKickedOff = async (store: Store, engagement: EngagementRecord, now: string): Promise<void> => {
  if (engagement.status === 'active') return
  if (engagement.status === 'closing') {
    throw new DomainError('NotPossibleNow', 'This engagement is closing. Renew it first to go on with sessions.')
  }
  demandAll(kickoffItems(engagement, await loadKickoff(store, engagement), now))
  throw new DomainError(
    'NotPossibleNow',
    'All items of the kickoff are there. Hold the kickoff first; it makes the first three sessions.',
  )
}
