import type { Store } from '../../ports.ts'
import { loadPeople } from '../../program/load.ts'
import { inOneLine } from '../hard-rules.ts'
import type { MatchRecord } from '../match-record.ts'

/** How one of a pair manages the other now, in words (domain §1, M4); `undefined` when neither does. */
export const lineConflict = async (
  store: Store,
  {
    tenantId,
    participantId,
    providerId,
    service,
  }: Pick<MatchRecord, 'tenantId' | 'participantId' | 'providerId' | 'service'>,
): Promise<string | undefined> => {
  const people = await loadPeople(store, tenantId, [participantId, providerId])
  const of = (personId: string) => ({ personId, managerId: people.get(personId)?.managerId })
  return inOneLine(of(participantId), of(providerId), service)[0]
}
