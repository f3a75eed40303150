import { DomainError } from '../../../errors.ts'
import type { Store, Vault } from '../../../ports.ts'
import type { Actor, Work } from '../../actor.ts'
import { allOf } from '../../load.ts'
import { organisation } from '../../record.ts'
import { vendors } from '../vendors/index.ts'
import { checkConnection } from './check-connection.ts'
import { connectionChanged } from './connection-changed.ts'
import type { ConnectionRecord } from './connection-record.ts'
import { sealCredentials, subjectOf } from './connection-secrets.ts'
import { loadConnection } from './load-connection.ts'

/** The connections of an organisation, oldest first. */
export const listConnections = (store: Store, tenantId: string): Promise<ConnectionRecord[]> =>
  allOf(store, 'connection', { tenantId, scope: organisation })

export type ConnectionEdit = Partial<
  Pick<ConnectionRecord, 'name' | 'zone' | 'settings' | 'offers' | 'status'> & { credentials: Record<string, string> }
>

/**
 * Changes a connection. Settings and offers are replaced as a whole, credentials one by one.
 * @param expected the version the caller read (`If-Match`)
 * @throws DomainError `NotFound`, `StaleVersion`, `InvalidInput`, `Unavailable`
 */
export const editConnection = async (
  { store, now }: Work,
  vault: Vault,
  actor: Actor,
  connectionId: string,
  expected: number,
  { credentials, ...plain }: ConnectionEdit,
): Promise<ConnectionRecord> => {
  const connection = await loadConnection(store, actor.tenantId, connectionId)
  if (connection.version !== expected) {
    throw new DomainError(
      'StaleVersion',
      `The connection is at version ${connection.version} now. Read it again, then repeat the change.`,
    )
  }
  await checkConnection(store, actor.tenantId, vendors[connection.vendor], { ...plain, credentials }, false)
  const sealed = await sealCredentials(vault, connection, credentials ?? {})
  const edited = { ...connection, ...plain, credentials: { ...connection.credentials, ...sealed } }
  const fields = Object.keys({ ...plain, ...(credentials && { credentials }) })
  await store.commit(
    [{ kind: 'connection', record: edited, expect: expected }],
    [connectionChanged(actor, connectionId, now, fields)],
  )
  return { ...edited, version: expected + 1 }
}

/**
 * Removes a connection; people and their history stay, what it has told is forgotten soon after (`forget-connection.ts`). Its secrets go
 * first: whatever happens then, nothing is left that they open.
 * @throws DomainError `NotFound`, `StaleVersion`, `Unavailable`
 */
export const removeConnection = async (
  { store, now }: Work,
  vault: Vault,
  actor: Actor,
  connectionId: string,
): Promise<void> => {
  const connection = await loadConnection(store, actor.tenantId, connectionId)
  await vault.erase(subjectOf(connection))
  await store.commit(
    [{ kind: 'connection', record: connection, expect: connection.version, remove: true }],
    [connectionChanged(actor, connectionId, now, ['removed'])],
  )
}
