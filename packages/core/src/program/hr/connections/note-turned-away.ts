import { z } from 'zod'
import type { Store } from '../../../ports.ts'
import { scoped, timestamp } from '../../record.ts'
import { type ConnectionRecord, scopeOfConnection } from './connection-record.ts'

/**
 * The last delivery of a connection that was turned away, for whoever sets it up. A row of its own, since whoever repairs the connection
 * meanwhile must not find it changed.
 */
export const turnedAwayRecord = scoped.extend({
  at: timestamp,
  why: z.string(),
  /** Seconds since 1970: the row goes then by itself. */
  expiresAt: z.number().int(),
})
export type TurnedAwayRecord = z.infer<typeof turnedAwayRecord>

const id = 'last'
const pauseMs = 60_000
const keptDays = 90

/** @throws DomainError `Unavailable` */
export const lastTurnedAway = (store: Store, connection: ConnectionRecord): Promise<TurnedAwayRecord | undefined> =>
  store.get('turnedAway', scopeOfConnection(connection), id)

/**
 * Writes down why a delivery was turned away; at most once a minute.
 * @throws DomainError `AlreadyExists`, `StaleVersion` (somebody else has just written), `Unavailable`: nothing depends on it
 */
export const noteTurnedAway = async (
  store: Store,
  connection: ConnectionRecord,
  why: string,
  now: string,
): Promise<void> => {
  const last = await lastTurnedAway(store, connection)
  if (last && Math.abs(Date.parse(now) - Date.parse(last.at)) < pauseMs) return
  const expiresAt = Math.floor(Date.parse(now) / 1000) + keptDays * 86_400
  const record = { ...scopeOfConnection(connection), id, version: 0, at: now, why, expiresAt }
  await store.commit([{ kind: 'turnedAway', record, expect: last?.version ?? 0 }])
}
