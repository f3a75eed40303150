import { DomainError } from '../../../errors.ts'
import type { Store } from '../../../ports.ts'
import { organisation } from '../../record.ts'
import type { ConnectionRecord } from './connection-record.ts'

/** @throws DomainError `NotFound`; another organisation's connection, and what cannot be an id, answer exactly like an unknown one. */
export const loadConnection = async (
  store: Store,
  tenantId: string,
  connectionId: string,
): Promise<ConnectionRecord> => {
  const found = /^[0-9A-Za-z]{1,64}$/.test(connectionId)
    ? await store.get('connection', { tenantId, scope: organisation }, connectionId)
    : undefined
  if (!found) throw new DomainError('NotFound', `There is no connection "${connectionId}".`)
  return found
}
