import type { Store } from '../ports.ts'
import type { RecordOf } from '../records.ts'
import { readLinkKey } from './link-key.ts'

/** Whether the store takes this as a scope or id; a link may hold anything. */
const isScopeName = (text: string): boolean => /^[^#]{1,200}$/.test(text)

/** The record that a link names, and the secret that was sent for it. Whether it is the right one is not looked at here. */
export const findLinked = async <K extends 'reference' | 'task' | 'calendarFeed'>(
  store: Store,
  kind: K,
  key: string,
): Promise<{ record: RecordOf<K>; secret: string } | undefined> => {
  const parts = readLinkKey(key)
  if (!parts || !isScopeName(parts.programId) || !isScopeName(parts.tenantId) || parts.id.length > 200) {
    return undefined
  }
  const record = await store.get(kind, { tenantId: parts.tenantId, scope: parts.programId }, parts.id)
  return record && { record, secret: parts.secret }
}
