import type { Change, Store } from '../../../ports.ts'
import type { RecordOf } from '../../../records.ts'
import { type ConnectionRecord, scopeOfConnection } from '../connections/connection-record.ts'

export type ScimKind = 'scimUser' | 'scimGroup'

/** The names of which no two of a kind may be the same; those in which the case of letters does not count (RFC 7643 §4.1, §3.1). */
const fields = {
  scimUser: { userName: 'any case', externalId: 'exact' },
  scimGroup: { displayName: 'any case', externalId: 'exact' },
} as const
export type KeyField<K extends ScimKind> = keyof (typeof fields)[K] & string

const keyOf = (kind: ScimKind, field: string, value: string): string => {
  const exact = (fields[kind] as Record<string, string>)[field] === 'exact'
  return `${kind} ${field} ${exact ? value : value.toLowerCase()}`
}

/** The ids of the rows that make a resource's names unique, with the field of each. */
export const keysOf = (kind: ScimKind, resource: object): Map<string, string> => {
  const named = Object.keys(fields[kind]).flatMap((field): [string, string][] => {
    const value = (resource as Record<string, string | undefined>)[field]
    return value === undefined ? [] : [[keyOf(kind, field, value), field]]
  })
  return new Map(named)
}

/** The change that makes (`expect` 0) or removes (`expect` 1) the row of a name. */
export const keyChange = (connection: ConnectionRecord, id: string, resourceId: string, expect: 0 | 1): Change => ({
  kind: 'scimKey',
  record: { ...scopeOfConnection(connection), id, version: expect, resourceId },
  expect,
  remove: expect === 1,
})

/** Finds a user or group by a name that is unique. */
export const findScimByKey = async <K extends ScimKind>(
  store: Store,
  connection: ConnectionRecord,
  kind: K,
  field: KeyField<K>,
  value: string,
): Promise<RecordOf<K> | undefined> => {
  // Longer than any that is kept: such an id could not even be asked for.
  if (value.length > 200) return undefined
  const scope = scopeOfConnection(connection)
  const key = await store.get('scimKey', scope, keyOf(kind, field, value))
  return key && store.get(kind, scope, key.resourceId)
}
