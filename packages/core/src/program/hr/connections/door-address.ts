import { linkKey } from '../../link-key.ts'
import { organisation } from '../../record.ts'
import { vendors } from '../vendors/index.ts'
import type { ConnectionRecord } from './connection-record.ts'

const keyOf = ({ tenantId, id }: Pick<ConnectionRecord, 'tenantId' | 'id'>, secret: string): string =>
  linkKey({ tenantId, scope: organisation, id }, secret)

/** Where an HR system delivers, or an identity provider writes; nothing where people hand in files. */
export const doorAddress = (connection: ConnectionRecord, publicUrl: string): string | undefined => {
  if (connection.vendor === 'scim') return `${publicUrl}/v1/scim/v2`
  return vendors[connection.vendor].door && `${publicUrl}/v1/doors/${keyOf(connection, connection.doorSecret)}`
}

/** A secret that was made here, as it is shown once: for SCIM the bearer token, which says besides whose it is. */
export const shownSecret = (connection: ConnectionRecord, secret: string): string =>
  connection.vendor === 'scim' ? keyOf(connection, secret) : secret
