import { DomainError, isDomainError } from '@pilotgate/core/errors'
import type { Store, Vault } from '@pilotgate/core/ports'
import type { ConnectionRecord } from '@pilotgate/core/program/hr/connections/connection-record'
import { openSecrets } from '@pilotgate/core/program/hr/connections/connection-secrets'
import { loadConnection } from '@pilotgate/core/program/hr/connections/load-connection'
import { noteTurnedAway } from '@pilotgate/core/program/hr/connections/note-turned-away'
import { readLinkKey } from '@pilotgate/core/program/link-key'
import { organisation } from '@pilotgate/core/program/record'
import { sameSecret } from '@pilotgate/core/program/same-secret'

type With = { store: Store; secrets: Vault; now: string }

/**
 * The connection whose bearer token a request carries: organisation, connection and one of its secrets in one text. It is read each time:
 * identity providers come seldom, and a token that was taken back holds no longer at once.
 * @throws DomainError `NotSignedIn`, the same for a token that is missing, wrong or of a connection that is off; `Unavailable`
 */
export const callingConnection = async (
  { store, secrets, now }: With,
  authorization: string | undefined,
): Promise<ConnectionRecord> => {
  const token = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1]
  const key = token === undefined ? undefined : readLinkKey(token)
  if (key?.programId !== organisation) throw notSignedIn()
  const connection = await loadConnection(store, key.tenantId, key.id).catch((error: unknown) => {
    throw isDomainError(error, 'Unavailable') ? error : notSignedIn()
  })
  if (connection.vendor !== 'scim' || connection.status !== 'on') throw notSignedIn()
  const valid = await openSecrets(secrets, connection)
  // All are compared, so that the time tells nothing of which one it was.
  if (valid.map((secret) => sameSecret(key.secret, secret)).includes(true)) return connection
  await noteTurnedAway(store, connection, 'The bearer token is none of the valid ones.', now).catch(() => undefined)
  throw notSignedIn()
}

const notSignedIn = () =>
  new DomainError(
    'NotSignedIn',
    'The bearer token is missing or not valid. Make a new one in the connection and enter it again.',
  )
