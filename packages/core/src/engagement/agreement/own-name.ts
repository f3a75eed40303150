import { DomainError } from '../../errors.ts'
import type { Store } from '../../ports.ts'
import type { Actor } from '../../program/actor.ts'
import { loadPeople } from '../../program/load.ts'

/**
 * The signer's name as they wrote it; capitals and spaces may differ from the roster.
 * @throws DomainError `InvalidInput` when it is not their own
 */
export const demandOwnName = async (store: Store, { tenantId, personId }: Actor, name: string): Promise<string> => {
  const signer = (await loadPeople(store, tenantId, [personId])).get(personId)
  const written = name.normalize('NFC').trim().replace(/\s+/g, ' ')
  if (signer && written.toLowerCase() === plain(signer.name)) return written
  const problem = `Write your own name as the roster has it: "${signer?.name ?? ''}".`
  throw new DomainError('InvalidInput', 'The signature does not count.', { problems: [{ field: 'name', problem }] })
}

const plain = (name: string): string => name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()
