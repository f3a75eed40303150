import type { Change, Store } from '../../../ports.ts'
import { allOf } from '../../load.ts'
import { type ConnectionRecord, scopeOfConnection } from '../connections/connection-record.ts'

export type ScimKind = 'scimUser' | 'scimGroup'

/** Of a kind no two have the same name, in whatever case of letters (RFC 7643 §4.1); each has one. */
const nameOf = { scimUser: 'userName', scimGroup: 'displayName' } as const
type KeyField = 'userName' | 'displayName' | 'externalId'

/** A name is `KIND FIELD VALUE`. External ids count to the letter, and several may have one (RFC 7643 §3.1): the resource's id comes after it. */
const keyOf = (kind: ScimKind, field: string, value: string): string =>
  `${kind} ${field} ${field === 'externalId' ? value : value.toLowerCase()}`

type Named = { id: string; externalId?: string; userName?: string; displayName?: string }

/** The ids of the rows by which a resource is found, with the field of each. */
export const keysOf = (kind: ScimKind, { id, externalId, ...named }: Named): Map<string, KeyField> => {
  const name = nameOf[kind]
  return new Map<string, KeyField>([
    [keyOf(kind, name, named[name]!), name],
    ...(externalId === undefined ? [] : [[`${keyOf(kind, 'externalId', externalId)} ${id}`, 'externalId'] as const]),
  ])
}

/** All rows that a resource may have: in older ones no id comes after the external id. */
export const possibleKeysOf = (kind: ScimKind, resource: Named): string[] => [
  ...keysOf(kind, resource).keys(),
  ...(resource.externalId === undefined ? [] : [keyOf(kind, 'externalId', resource.externalId)]),
]

/** The change that makes (`expect` 0) or removes (`expect` 1) the row of a name. */
export const keyChange = (connection: ConnectionRecord, id: string, resourceId: string, expect: 0 | 1): Change => ({
  kind: 'scimKey',
  record: { ...scopeOfConnection(connection), id, version: expect, resourceId },
  expect,
  remove: expect === 1,
})

/** The field of a kind whose values are found without reading all, by its name in small letters. */
export const keyFieldOf = (kind: ScimKind, name: string): KeyField | undefined =>
  ([nameOf[kind], 'externalId'] as const).find((field) => field.toLowerCase() === name)

/** The ids of all users or groups, in the order in which they were made. */
export const allScimIds = async (store: Store, connection: ConnectionRecord, kind: ScimKind): Promise<string[]> => {
  const names = await allOf(store, 'scimKey', scopeOfConnection(connection), keyOf(kind, nameOf[kind], ''))
  return names.map(({ resourceId }) => resourceId).sort()
}

/** The ids of the users or groups that have a name or an external id. */
export const findScimIds = async (
  store: Store,
  connection: ConnectionRecord,
  kind: ScimKind,
  field: KeyField,
  value: string,
): Promise<string[]> => {
  // Longer than any that is kept: such an id could not even be asked for.
  if (value.length > 200) return []
  const scope = scopeOfConnection(connection)
  const key = keyOf(kind, field, value)
  const found = await store.get('scimKey', scope, key)
  if (field !== 'externalId') return found ? [found.resourceId] : []
  // Values that go on after a space begin like this one.
  const begin = await allOf(store, 'scimKey', scope, `${key} `)
  const rows = begin.filter(({ id, resourceId }) => id === `${key} ${resourceId}`)
  const older = found && !found.id.endsWith(` ${found.resourceId}`) ? [found] : []
  return [...older, ...rows].map(({ resourceId }) => resourceId).sort()
}
