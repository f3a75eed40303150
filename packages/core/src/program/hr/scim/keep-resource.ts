import { DomainError } from '../../../errors.ts'
import type { Change, Store } from '../../../ports.ts'
import type { RecordOf } from '../../../records.ts'
import type { Work } from '../../actor.ts'
import { whileStale } from '../../while-stale.ts'
import { type ConnectionRecord, scopeOfConnection } from '../connections/connection-record.ts'
import { keyChange, keysOf, type ScimKind } from './keys.ts'

type Kept = 'tenantId' | 'scope' | 'id' | 'version' | 'createdAt' | 'changedAt'
/** What a user or group says, without what Pilotgate adds. */
export type StateOf<K extends ScimKind> = Omit<RecordOf<K>, Kept>

/** Whether a version is one the caller will change; nothing when any will do. */
export type Wanted = ((version: number) => boolean) | undefined

const words = { scimUser: 'user', scimGroup: 'group' } as const

/** @throws DomainError `NotFound`; what cannot be an id is answered like an unknown one */
export const findScim = async <K extends ScimKind>(
  store: Store,
  connection: ConnectionRecord,
  kind: K,
  id: string,
): Promise<RecordOf<K>> => {
  const found = /^[0-9A-Za-z-]{1,64}$/.test(id) ? await store.get(kind, scopeOfConnection(connection), id) : undefined
  if (!found) throw new DomainError('NotFound', `There is no ${words[kind]} with this id.`)
  return found
}

/** @throws DomainError `Conflict` naming the field that is another's */
export const makeScim = <K extends ScimKind>(
  work: Work,
  connection: ConnectionRecord,
  kind: K,
  state: StateOf<K>,
): Promise<RecordOf<K>> => {
  const made = { ...scopeOfConnection(connection), id: work.ids.next(), version: 0, ...state }
  const record = { ...made, createdAt: work.now, changedAt: work.now } as unknown as RecordOf<K>
  return whileStale(() => commit(work.store, connection, kind, undefined, record))
}

/**
 * Changes a user or group on its latest version; a change that changes nothing writes nothing.
 * @throws DomainError `NotFound`; `StaleVersion` when the version is not `wanted`; `Conflict` as `makeScim`; what `edit` throws
 */
export const changeScim = <K extends ScimKind>(
  work: Work,
  connection: ConnectionRecord,
  kind: K,
  id: string,
  wanted: Wanted,
  edit: (known: RecordOf<K>) => StateOf<K>,
): Promise<RecordOf<K>> =>
  onLatest(wanted, async () => {
    const known = await loadWanted(work.store, connection, kind, id, wanted)
    const { tenantId, scope, version, createdAt, changedAt } = known
    const added = { tenantId, scope, id, version, createdAt, changedAt: laterThan(changedAt, work.now) }
    const next = { ...edit(known), ...added } as unknown as RecordOf<K>
    if (same({ ...next, changedAt }, known)) return known
    return commit(work.store, connection, kind, known, next)
  })

/**
 * Removes a user or group with its names.
 * @throws DomainError `NotFound`; `StaleVersion` when the version is not `wanted`
 */
export const removeScim = <K extends ScimKind>(
  work: Work,
  connection: ConnectionRecord,
  kind: K,
  id: string,
  wanted: Wanted,
): Promise<void> =>
  onLatest(wanted, async () => {
    const known = await loadWanted(work.store, connection, kind, id, wanted)
    const keys = [...keysOf(kind, known).keys()].map((key) => keyChange(connection, key, id, 1))
    await work.store.commit([{ kind, record: known, expect: known.version, remove: true } as Change, ...keys])
  })

/** Whoever names a version learns of a lost race; everybody else's change is done again on what the winner wrote. */
export const onLatest = <T>(wanted: Wanted, run: () => Promise<T>): Promise<T> => (wanted ? run() : whileStale(run))

const loadWanted = async <K extends ScimKind>(
  store: Store,
  connection: ConnectionRecord,
  kind: K,
  id: string,
  wanted: Wanted,
): Promise<RecordOf<K>> => {
  const known = await findScim(store, connection, kind, id)
  if (!wanted || wanted(known.version)) return known
  throw new DomainError('StaleVersion', `The ${words[kind]} was changed meanwhile. Read it again and repeat.`)
}

/** Writes a record together with the rows of the names it gains and loses. */
const commit = async <K extends ScimKind>(
  store: Store,
  connection: ConnectionRecord,
  kind: K,
  known: RecordOf<K> | undefined,
  next: RecordOf<K>,
): Promise<RecordOf<K>> => {
  const before = known ? keysOf(kind, known) : new Map<string, string>()
  const after = keysOf(kind, next)
  const gained = [...after.keys()].filter((key) => !before.has(key))
  const lost = [...before.keys()].filter((key) => !after.has(key))
  const [taken] = await store.getMany('scimKey', scopeOfConnection(connection), gained)
  if (taken) {
    const field = after.get(taken.id)!
    const remedy = `Another ${words[kind]} has this ${field} already: change that one, or give another ${field}.`
    throw new DomainError('Conflict', remedy, { problems: [{ field, problem: remedy }] })
  }
  const expect = known?.version ?? 0
  await store.commit([
    { kind, record: next, expect } as Change,
    ...gained.map((key) => keyChange(connection, key, next.id, 0)),
    ...lost.map((key) => keyChange(connection, key, next.id, 1)),
  ])
  return { ...next, version: expect + 1 }
}

/** The time of a change: now, or just after the last one when clocks disagree, so that what was said later always counts as later. */
const laterThan = (last: string, now: string): string =>
  new Date(Math.max(Date.parse(now), Date.parse(last) + 1)).toISOString()

/** Whether two records say the same, whatever the order of their fields; `undefined` is the same as left out. */
const same = (one: unknown, other: unknown): boolean => {
  if (typeof one !== 'object' || typeof other !== 'object' || !one || !other) return one === other
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...names].every((name) => same(one[name as never], other[name as never]))
}
