import { DomainError } from '../errors.ts'
import type { Store } from '../ports.ts'
import { findLinked } from '../program/find-linked.ts'
import { sameSecret } from '../program/same-secret.ts'
import type { ReferenceRecord } from './candidacy.ts'

/**
 * The reference that a link opens. Whatever is wrong with the link, the answer is the same: it tells nothing of what there is.
 * @throws DomainError `NotFound`
 */
export const findReference = async (store: Store, key: string): Promise<ReferenceRecord> => {
  const found = await findLinked(store, 'reference', key)
  if (found && sameSecret(found.secret, found.record.secret)) return found.record
  throw new DomainError(
    'NotFound',
    'This link opens no reference. Copy the whole link from the mail, or ask whoever named you.',
  )
}
