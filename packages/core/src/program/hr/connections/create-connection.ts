import type { Vault } from '../../../ports.ts'
import type { Actor, Work } from '../../actor.ts'
import { organisation } from '../../record.ts'
import { vendors } from '../vendors/index.ts'
import { checkConnection, checkSecret } from './check-connection.ts'
import { connectionChanged } from './connection-changed.ts'
import type { ConnectionRecord } from './connection-record.ts'
import { makeSecret, sealCredentials, sealSecret } from './connection-secrets.ts'
import { shownSecret } from './door-address.ts'

export type NewConnection = Pick<ConnectionRecord, 'vendor' | 'name' | 'zone' | 'settings' | 'offers'> & {
  credentials: Record<string, string>
  secret?: string
}

/** A connection and the secret that Pilotgate made for it, to be shown this once. */
export type WithNewSecret = { connection: ConnectionRecord; newSecret: string | undefined }

/**
 * Connects an HR system. A vendor's own secret may come later: many show it only once they know the address of the door.
 * @throws DomainError `InvalidInput` (fields with remedies), `Unavailable`
 */
export const createConnection = async (
  { store, ids, now }: Work,
  vault: Vault,
  actor: Actor,
  input: NewConnection,
): Promise<WithNewSecret> => {
  const { tenantId } = actor
  const id = ids.next()
  // A request sent again brings the same ids (F13): what it made then is the answer now, without the secret that was shown.
  const made = await store.get('connection', { tenantId, scope: organisation }, id)
  if (made) return { connection: made, newSecret: undefined }
  const vendor = vendors[input.vendor]
  await checkConnection(store, tenantId, vendor, input, true)
  checkSecret(vendor, input.secret)
  const ownSecret = vendor.secret === 'made here' ? makeSecret(ids, input.vendor) : undefined
  const secret = ownSecret ?? input.secret
  const { credentials, secret: _, ...plain } = input
  const connection: ConnectionRecord = {
    ...{ tenantId, scope: organisation, id, version: 0, ...plain, status: 'on' },
    credentials: await sealCredentials(vault, { tenantId, id }, credentials),
    secrets: secret === undefined ? [] : [await sealSecret(vault, { tenantId, id }, { id: ids.next(), secret, now })],
    doorSecret: ids.secret(),
    ...{ createdAt: now, createdBy: actor.personId },
  }
  await store.commit(
    [{ kind: 'connection', record: connection, expect: 0 }],
    [connectionChanged(actor, id, now, ['created'])],
  )
  return { connection: { ...connection, version: 1 }, newSecret: ownSecret && shownSecret(connection, ownSecret) }
}
