import { isDomainError } from '../../../errors.ts'
import type { Ids, Vault, Web } from '../../../ports.ts'
import { localDate } from '../../calendar.ts'
import type { Account } from '../vendors/vendor.ts'
import type { ConnectionRecord } from './connection-record.ts'

type Named = Pick<ConnectionRecord, 'tenantId' | 'id'>

/** Whose data key seals the secrets of a connection. */
export const subjectOf = ({ tenantId, id }: Named) => ({ tenantId, personId: `connection.${id}` })

/** A secret of a connection, as it is kept. @throws DomainError `Unavailable` */
export const sealSecret = async (
  vault: Vault,
  connection: Named,
  { id, secret, now }: { id: string; secret: string; now: string },
): Promise<ConnectionRecord['secrets'][number]> => ({
  id,
  sealed: await vault.seal(subjectOf(connection), `secret ${id}`, secret),
  addedAt: now,
})

/** Credentials as they are kept, by name. @throws DomainError `Unavailable` */
export const sealCredentials = async (
  vault: Vault,
  connection: Named,
  credentials: Record<string, string>,
): Promise<ConnectionRecord['credentials']> => {
  const sealed: ConnectionRecord['credentials'] = {}
  for (const [name, text] of Object.entries(credentials)) {
    sealed[name] = await vault.seal(subjectOf(connection), `credential ${name}`, text)
  }
  return sealed
}

/** What is sealed, unless its key was destroyed with the connection. @throws DomainError `Unavailable` */
const openOne = async (
  vault: Vault,
  connection: Named,
  about: string,
  sealed: Parameters<Vault['open']>[2],
): Promise<string | undefined> => {
  try {
    return await vault.open(subjectOf(connection), about, sealed)
  } catch (error) {
    if (isDomainError(error, 'NotFound')) return undefined
    throw error
  }
}

/** The secrets that deliveries may be signed with, or that a bearer token may hold. @throws DomainError `Unavailable` */
export const openSecrets = async (vault: Vault, connection: ConnectionRecord): Promise<string[]> => {
  const opened = await Promise.all(
    connection.secrets.map(({ id, sealed }) => openOne(vault, connection, `secret ${id}`, sealed)),
  )
  return opened.filter((secret) => secret !== undefined)
}

/**
 * What is needed to ask the HR system of a connection.
 * @param endpoints where APIs answer instead of their usual addresses, by vendor
 * @throws DomainError `Unavailable`
 */
export const accountOf = async (
  { vault, web, endpoints }: { vault: Vault; web: Web; endpoints: Record<string, string> },
  connection: ConnectionRecord,
  now: string,
): Promise<Account> => {
  const credentials: Record<string, string> = {}
  for (const [name, sealed] of Object.entries(connection.credentials)) {
    const text = await openOne(vault, connection, `credential ${name}`, sealed)
    if (text !== undefined) credentials[name] = text
  }
  const { vendor, settings, zone } = connection
  return { web, settings, credentials, endpoint: endpoints[vendor], now, today: localDate(now, zone) }
}

const base64Of = (base64url: string): string => base64url.replaceAll('-', '+').replaceAll('_', '/')

/** A secret of Pilotgate's own making; that of Standard Webhooks is written as its libraries take it. */
export const makeSecret = (ids: Ids, vendor: ConnectionRecord['vendor']): string =>
  vendor === 'standard' ? `whsec_${base64Of(ids.secret())}` : ids.secret()
