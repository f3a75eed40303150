import { isDomainError } from '../../../errors.ts'
import type { Store, Vault } from '../../../ports.ts'
import type { ConnectionRecord } from './connection-record.ts'
import { openSecrets } from './connection-secrets.ts'
import { loadConnection } from './load-connection.ts'

/** For how long a connection is taken to be as it was read: a secret that was removed holds no longer than that. */
const freshMs = 2_000
/** How often a connection that turned something away is read again, in case it was changed just now. */
const againMs = 1_000
/** So many connections are remembered at most. */
const most = 500

export type OpenedConnection = { connection: ConnectionRecord; secrets: string[] }
type Reference = { tenantId: string; id: string }
type Entry = { readAt: number; againAt: number; opened: Promise<OpenedConnection | undefined> }

/**
 * Connections with their opened secrets, remembered for seconds, so that a busy door asks neither the database nor the vault for each
 * delivery. `ticks` are milliseconds that only go forward.
 */
export const recentConnections = ({ store, vault, ticks }: { store: Store; vault: Vault; ticks: () => number }) => {
  const entries = new Map<string, Entry>()

  const load = async ({ tenantId, id }: Reference): Promise<OpenedConnection | undefined> => {
    try {
      const connection = await loadConnection(store, tenantId, id)
      return { connection, secrets: await openSecrets(vault, connection) }
    } catch (error) {
      if (isDomainError(error, 'NotFound')) return undefined
      throw error
    }
  }

  const read = (reference: Reference, againAt: number): Entry => {
    const name = JSON.stringify([reference.tenantId, reference.id])
    const entry: Entry = { readAt: ticks(), againAt, opened: load(reference) }
    entries.delete(name)
    entries.set(name, entry)
    if (entries.size > most) entries.delete(entries.keys().next().value!)
    // What could not be read is asked for again by the next one.
    entry.opened.catch(() => entries.get(name) === entry && entries.delete(name))
    return entry
  }

  return {
    /** The connection as it was read at most seconds ago; `isNew` when it was read for this. @throws DomainError `Unavailable` */
    async get(reference: Reference): Promise<{ opened: OpenedConnection | undefined; isNew: boolean }> {
      const known = entries.get(JSON.stringify([reference.tenantId, reference.id]))
      const isNew = !known || ticks() - known.readAt >= freshMs
      const entry = isNew ? read(reference, known?.againAt ?? Number.NEGATIVE_INFINITY) : known
      return { opened: await entry.opened, isNew }
    },
    /** The connection as it is now, or was when that was asked for less than a second ago. @throws DomainError `Unavailable` */
    async again(reference: Reference): Promise<OpenedConnection | undefined> {
      const known = entries.get(JSON.stringify([reference.tenantId, reference.id]))
      if (known && ticks() - known.againAt < againMs) return known.opened
      return read(reference, ticks()).opened
    },
  }
}
