import { DomainError } from '../../../errors.ts'
import type { Store, Vault } from '../../../ports.ts'
import type { Actor, Work } from '../../actor.ts'
import { vendors } from '../vendors/index.ts'
import { checkSecret } from './check-connection.ts'
import { connectionChanged } from './connection-changed.ts'
import type { ConnectionRecord } from './connection-record.ts'
import { makeSecret, sealSecret } from './connection-secrets.ts'
import type { WithNewSecret } from './create-connection.ts'
import { shownSecret } from './door-address.ts'
import { loadConnection } from './load-connection.ts'

const most = 2

const save = async (
  store: Store,
  actor: Actor,
  connection: ConnectionRecord,
  secrets: ConnectionRecord['secrets'],
  now: string,
): Promise<ConnectionRecord> => {
  const record = { ...connection, secrets }
  await store.commit(
    [{ kind: 'connection', record, expect: connection.version }],
    [connectionChanged(actor, connection.id, now, ['secrets'])],
  )
  return { ...record, version: connection.version + 1 }
}

/**
 * Adds a secret beside the one there is, so that one can replace the other without losing a delivery.
 * @throws DomainError `NotFound`, `InvalidInput` (with the remedy), `NotPossibleNow` (there are two), `StaleVersion`, `Unavailable`
 */
export const addSecret = async (
  { store, ids, now }: Work,
  vault: Vault,
  actor: Actor,
  connectionId: string,
  entered: string | undefined,
): Promise<WithNewSecret> => {
  const connection = await loadConnection(store, actor.tenantId, connectionId)
  const id = ids.next()
  // Sent again, it brings the same id: what it added then is there.
  if (connection.secrets.some((each) => each.id === id)) return { connection, newSecret: undefined }
  const vendor = vendors[connection.vendor]
  checkSecret(vendor, entered)
  if (vendor.secret === 'none') {
    throw new DomainError('NotPossibleNow', `${vendor.words} has no secret: there is nothing to add.`)
  }
  const ownSecret = vendor.secret === 'made here' ? makeSecret(ids, connection.vendor) : undefined
  const secret = ownSecret ?? entered
  if (secret === undefined) {
    const problem = `Is missing. Enter the secret that ${vendor.words} signs with.`
    throw new DomainError('InvalidInput', 'A secret is needed.', { problems: [{ field: 'secret', problem }] })
  }
  if (connection.secrets.length >= most) {
    throw new DomainError(
      'NotPossibleNow',
      'There are two secrets already. Remove the one that is no longer used, then add the new one.',
    )
  }
  const added = [...connection.secrets, await sealSecret(vault, connection, { id, secret, now })]
  const saved = await save(store, actor, connection, added, now)
  return { connection: saved, newSecret: ownSecret && shownSecret(connection, ownSecret) }
}

/**
 * Removes a secret: what is signed with it is turned away from then on (running processes notice within seconds).
 * @throws DomainError `NotFound`, `NotPossibleNow` (it is the last one), `StaleVersion`
 */
export const removeSecret = async (
  { store, now }: Work,
  actor: Actor,
  connectionId: string,
  secretId: string,
): Promise<ConnectionRecord> => {
  const connection = await loadConnection(store, actor.tenantId, connectionId)
  const left = connection.secrets.filter(({ id }) => id !== secretId)
  if (left.length === connection.secrets.length) {
    throw new DomainError('NotFound', `There is no secret "${secretId}" in this connection.`)
  }
  if (left.length === 0) {
    throw new DomainError(
      'NotPossibleNow',
      'It is the only secret: without it every delivery would be turned away. Add the new one first, or turn the connection off.',
    )
  }
  return save(store, actor, connection, left, now)
}
