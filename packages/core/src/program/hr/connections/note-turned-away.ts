import type { Store } from '../../../ports.ts'
import type { ConnectionRecord } from './connection-record.ts'
import { loadConnection } from './load-connection.ts'

const pauseMs = 60_000

/**
 * Writes down why a delivery was turned away, for whoever sets the connection up; at most once a minute.
 * @throws DomainError `NotFound`, `StaleVersion` (somebody else has just written), `Unavailable`: nothing depends on it
 */
export const noteTurnedAway = async (
  store: Store,
  { tenantId, id }: ConnectionRecord,
  why: string,
  now: string,
): Promise<void> => {
  const connection = await loadConnection(store, tenantId, id)
  const last = connection.turnedAway?.at
  if (last !== undefined && Math.abs(Date.parse(now) - Date.parse(last)) < pauseMs) return
  const record = { ...connection, turnedAway: { at: now, why } }
  await store.commit([{ kind: 'connection', record, expect: connection.version }])
}
