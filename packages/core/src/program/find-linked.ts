import type { Store } from '../ports.ts'
import type { RecordOf } from '../records.ts'
import { readLinkKey } from './link-key.ts'

/** What the store takes as a scope; a link may hold anything. */
const scopeName = /^[^#]{1,200}$/

/** The record that a link names, and the secret that was sent for it. Whether it is the right one is not looked at here. */
export const findLinked = async <K extends 'reference' | 'task'>(
  store: Store,
  kind: K,
  key: string,
): Promise<{ record: RecordOf<K>; secret: string } | undefined> => {
  const parts = readLinkKey(key)
  if (!parts || !scopeName.test(parts.programId) || !scopeName.test(parts.tenantId) || parts.id.length > 200) {
    return undefined
  }
  const record = await store.get(kind, { tenantId: parts.tenantId, scope: parts.programId }, parts.id)
  return record && { record, secret: parts.secret }
}
