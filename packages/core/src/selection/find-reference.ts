import { DomainError } from '../errors.ts'
import type { Store } from '../ports.ts'
import type { ReferenceRecord } from './candidacy.ts'
import { readReferenceKey } from './reference-key.ts'
import { sameSecret } from './same-secret.ts'

/** What the store takes as a scope; a link may hold anything. */
const scopeName = /^[^#]{1,200}$/

/**
 * The reference that a link opens. Whatever is wrong with the link, the answer is the same: it tells nothing of what there is.
 * @throws DomainError `NotFound`
 */
export const findReference = async (store: Store, key: string): Promise<ReferenceRecord> => {
  const parts = readReferenceKey(key)
  const known =
    parts && scopeName.test(parts.programId) && scopeName.test(parts.tenantId) && parts.referenceId.length <= 200
      ? await store.get('reference', { tenantId: parts.tenantId, scope: parts.programId }, parts.referenceId)
      : undefined
  if (parts && known && sameSecret(parts.secret, known.secret)) return known
  throw new DomainError(
    'NotFound',
    'This link opens no reference. Copy the whole link from the mail, or ask whoever named you.',
  )
}
