import { isDomainError } from '../../../errors.ts'
import type { Store, Vault } from '../../../ports.ts'
import { readLinkKey } from '../../link-key.ts'
import { organisation } from '../../record.ts'
import { sameSecret } from '../../same-secret.ts'
import { type ConnectionRecord, scopeOfConnection } from '../connections/connection-record.ts'
import { noteTurnedAway } from '../connections/note-turned-away.ts'
import { type OpenedConnection, recentConnections } from '../connections/recent-connections.ts'
import { vendors } from '../vendors/index.ts'
import { sha256, toBase64 } from '../vendors/signing.ts'
import type { Delivery, Verdict } from '../vendors/vendor.ts'
import type { InboxRecord } from './inbox-record.ts'

/** `known`: the same delivery is in the inbox already. */
export type Received = 'kept' | 'known' | 'handshake' | 'turned away'
type TurnedAway = Extract<Verdict, { kind: 'turned away' }>

/** For how long deliveries are kept. */
const keptDays = 30
const noteMs = 60_000

/** The connection that the key of a door names; what `linkKey` would not have written for one names none. */
const readDoorKey = (key: string): { tenantId: string; id: string; secret: string } | undefined => {
  const parts = readLinkKey(key)
  // What the store takes as a scope; a key may hold anything.
  if (!parts || parts.programId !== organisation || !/^[^#]{1,200}$/.test(parts.tenantId)) return undefined
  return parts
}

/** What was sent, as text; bytes that are no UTF-8 as Base64, so that nothing is guessed, and nothing at all, too: an empty row is one that was worked through. */
const textOf = (bytes: Uint8Array): string => {
  if (bytes.length === 0) return 'base64:'
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return `base64:${toBase64(bytes)}`
  }
}

/** Writes the one row that the sender's 2xx promises. @throws DomainError `Unavailable` */
const keep = async (
  store: Store,
  connection: ConnectionRecord,
  { dedupe, eventId, sentAt }: Extract<Verdict, { kind: 'event' }>,
  { bytes, now }: Delivery,
): Promise<Received> => {
  const record: InboxRecord = {
    ...{ ...scopeOfConnection(connection), id: await sha256(dedupe), version: 0, connectionId: connection.id },
    ...{ body: textOf(bytes), eventId, receivedAt: now, sentAt },
    expiresAt: Math.floor(Date.parse(now) / 1000) + keptDays * 86_400,
  }
  try {
    await store.commit([{ kind: 'inbox', record, expect: 0 }])
    return 'kept'
  } catch (error) {
    if (isDomainError(error, 'AlreadyExists')) return 'known'
    throw error
  }
}

/** Why nothing is taken at an address, without a word to anybody: there is no such connection, it is off, or the address is not whole. */
const nobody: TurnedAway = { kind: 'turned away', why: '' }

const judge = async (opened: OpenedConnection | undefined, secret: string, delivery: Delivery): Promise<Verdict> => {
  const { connection, secrets } = opened ?? {}
  const door = connection && vendors[connection.vendor].door
  if (!door || !secrets || !sameSecret(secret, connection.doorSecret) || connection.status !== 'on') return nobody
  return door.verify(delivery, secrets)
}

/**
 * The doors at which HR systems deliver: signature, one row, answer. For each delivery that is kept there is one write and nothing
 * else; the connection comes from memory. A change of a connection counts after two seconds at most, and a new secret after one: what is
 * signed with it has the connection read again, at most once a second.
 * @param ticks milliseconds that only go forward
 */
export const openDoors = ({ store, vault, ticks }: { store: Store; vault: Vault; ticks: () => number }) => {
  const recent = recentConnections({ store, vault, ticks })
  const notes = new Map<string, number>()

  /** Nothing depends on it; but a function of AWS does nothing more once it has answered. */
  const note = async (connection: ConnectionRecord, why: string, now: string): Promise<void> => {
    const last = notes.get(connection.id)
    if (last !== undefined && ticks() - last < noteMs) return
    if (notes.size > 1_000) notes.clear()
    notes.set(connection.id, ticks())
    await noteTurnedAway(store, connection, why, now).catch(() => undefined)
  }

  /** @throws DomainError `Unavailable` when it could not be kept: the sender is to send it again */
  return async (key: string, delivery: Delivery): Promise<Received> => {
    const door = readDoorKey(key)
    if (!door) return 'turned away'
    const first = await recent.get(door)
    let { opened } = first
    let verdict = await judge(opened, door.secret, delivery)
    if (verdict.kind === 'turned away' && !first.isNew) {
      opened = await recent.again(door)
      verdict = await judge(opened, door.secret, delivery)
    }
    if (verdict.kind === 'event') return keep(store, opened!.connection, verdict, delivery)
    if (verdict.kind === 'turned away' && verdict.why) await note(opened!.connection, verdict.why, delivery.now)
    return verdict.kind
  }
}
