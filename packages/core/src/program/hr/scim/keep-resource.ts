import { DomainError } from '../../../errors.ts'
import type { Change, Store } from '../../../ports.ts'
import type { RecordOf } from '../../../records.ts'
import type { Work } from '../../actor.ts'
import { whileStale } from '../../while-stale.ts'
import { type ConnectionRecord, scopeOfConnection } from '../connections/connection-record.ts'
import { keyChange, keysOf, possibleKeysOf, type ScimKind } from './keys.ts'

type Kept = 'tenantId' | 'scope' | 'id' | 'version' | 'createdAt' | 'changedAt'
/** What a user or group says, without what Pilotgate adds. */
export type StateOf<K extends ScimKind> = Omit<RecordOf<K>, Kept>

/** Whether a version is one the caller will change; nothing when any will do. */
export type Wanted = ((version: number) => boolean) | undefined

const words = { scimUser: 'user', scimGroup: 'group' } as const

const isId = (text: string): boolean => /^[0-9A-Za-z-]{1,64}$/.test(text)

/** @throws DomainError `NotFound`; what cannot be an id is answered like an unknown one */
export const findScim = async <K extends ScimKind>(
  store: Store,
  connection: ConnectionRecord,
  kind: K,
  id: string,
): Promise<RecordOf<K>> => {
  const found = isId(id) ? await store.get(kind, scopeOfConnection(connection), id) : undefined
  if (!found) throw new DomainError('NotFound', `There is no ${words[kind]} with this id.`)
  return found
}

/** Users or groups by id, in the order of the ids; unknown ones are left out. */
export const loadScim = async <K extends ScimKind>(
  store: Store,
  connection: ConnectionRecord,
  kind: K,
  ids: string[],
): Promise<RecordOf<K>[]> => {
  const found = new Map<string, RecordOf<K>>()
  const asked = ids.filter(isId)
  for (let start = 0; start < asked.length; start += 100) {
    const some = await store.getMany(kind, scopeOfConnection(connection), asked.slice(start, start + 100))
    for (const each of some) found.set(each.id, each)
  }
  return ids.flatMap((id) => found.get(id) ?? [])
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
    const keys = await work.store.getMany('scimKey', scopeOfConnection(connection), possibleKeysOf(kind, known))
    const own = keys.filter(({ resourceId }) => resourceId === id).map((key) => keyChange(connection, key.id, id, 1))
    await work.store.commit([{ kind, record: known, expect: known.version, remove: true } as Change, ...own])
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
  const after = keysOf(kind, next)
  const had = known ? possibleKeysOf(kind, known) : []
  const has = possibleKeysOf(kind, next)
  const gained = [...after.keys()].filter((key) => !had.includes(key))
  const lost = had.filter((key) => !has.includes(key))
  const rows = await store.getMany('scimKey', scopeOfConnection(connection), [...gained, ...lost])
  const taken = rows.find(({ id, resourceId }) => after.has(id) && resourceId !== next.id)
  const gone = rows.filter(({ id, resourceId }) => !after.has(id) && resourceId === next.id)
  if (taken) {
    const field = after.get(taken.id)!
    const remedy = `Another ${words[kind]} has this ${field} already: change that one, or give another ${field}.`
    throw new DomainError('Conflict', remedy, { problems: [{ field, problem: remedy }] })
  }
  const expect = known?.version ?? 0
  await store.commit([
    { kind, record: next, expect } as Change,
    ...gained.map((key) => keyChange(connection, key, next.id, 0)),
    ...gone.map(({ id }) => keyChange(connection, id, next.id, 1)),
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
