import type { Store } from '@pilotgate/core/ports'
import { type ConnectionRecord, scopeOfConnection } from '@pilotgate/core/program/hr/connections/connection-record'
import { findScimByKey, type KeyField, type ScimKind } from '@pilotgate/core/program/hr/scim/keys'
import { allOf } from '@pilotgate/core/program/load'
import type { RecordOf } from '@pilotgate/core/records'
import { matching, readEquality } from './matching.ts'
import { refusal } from './refusal.ts'
import type { Resource } from './resource.ts'
import { attributes, enterpriseSchema, groupSchema, maxResults, type TypeName, userSchema } from './schemas.ts'

/** Groups that come in one answer have at most this many members in all, or one group. */
const mostMembers = 20_000

/** Names that find a single user or group without reading all. */
const found = {
  scimUser: { username: 'userName', externalid: 'externalId' },
  scimGroup: { displayname: 'displayName', externalid: 'externalId' },
} as const

type Asked = { store: Store; connection: ConnectionRecord; query: Record<string, string> }

/**
 * A page of the users or groups of a connection, in the order in which they were made (RFC 7644 §3.4.2).
 * @throws SCIMError `invalidFilter`, `invalidValue`
 */
export const listResources = async <K extends ScimKind>(
  { store, connection, query }: Asked,
  kind: K,
  type: TypeName,
  resourceOf: (record: RecordOf<K>) => Resource,
) => {
  const start = Math.max(readWhole(query, 'startIndex', 1), 1)
  const count = Math.min(Math.max(readWhole(query, 'count', maxResults), 0), maxResults)
  const all = await findAll({ store, connection, query }, kind, type, resourceOf)
  const page = atMostMembers(all.slice(start - 1, start - 1 + count))
  return { totalResults: all.length, startIndex: start, resources: page.map(resourceOf) }
}

/** The message that lists of all kinds are sent in. */
export const listMessage = (resources: object[], { totalResults = resources.length, startIndex = 1 } = {}) => ({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
  ...{ totalResults, startIndex, itemsPerPage: resources.length, Resources: resources },
})

const findAll = async <K extends ScimKind>(
  { store, connection, query }: Asked,
  kind: K,
  type: TypeName,
  resourceOf: (record: RecordOf<K>) => Resource,
): Promise<RecordOf<K>[]> => {
  const { filter } = query
  if (filter === undefined) return allOf(store, kind, scopeOfConnection(connection))
  const equality = readEquality(filter)
  const path = equality?.path.replace(`${type === 'User' ? userSchema : groupSchema}:`.toLowerCase(), '')
  const field = (found[kind] as unknown as Record<string, KeyField<K>>)[path ?? '']
  if (field && typeof equality?.value === 'string') {
    const record = await findScimByKey(store, connection, kind, field, equality.value)
    return record ? [record] : []
  }
  const names = filterNames(type)
  // An unreadable filter is refused before anything is read for it.
  matching(filter, names, [])
  const records = await allOf(store, kind, scopeOfConnection(connection))
  const kept = new Map(records.map((record) => [filterable(resourceOf(record)), record]))
  return matching(filter, names, [...kept.keys()]).map((each) => kept.get(each)!)
}

/** Attributes of the extension are named in filters with its schema before them. */
const filterable = (resource: Resource): object => {
  const extension = (resource[enterpriseSchema] ?? {}) as Record<string, unknown>
  const named = Object.entries(extension).map(([name, value]) => [`${enterpriseSchema}:${name}`, value])
  return { ...resource, ...Object.fromEntries(named) }
}

const filterNames = (type: TypeName): Set<string> => {
  const names = [...attributes[type].values()].flatMap(({ name, subAttributes = [] }) => {
    const parts = subAttributes.map((part) => part.name)
    return [name, ...parts, ...parts.map((part) => `${name}.${part}`)]
  })
  return new Set([...names, ...names.map((name) => `${enterpriseSchema}:${name}`)].map((name) => name.toLowerCase()))
}

const atMostMembers = <T extends object>(page: T[]): T[] => {
  let members = 0
  const fitting = page.findIndex((each) => {
    members += 'members' in each && Array.isArray(each.members) ? each.members.length : 0
    return members > mostMembers
  })
  return fitting < 0 ? page : page.slice(0, Math.max(fitting, 1))
}

const readWhole = (query: Record<string, string>, name: string, otherwise: number): number => {
  const text = query[name]
  if (text === undefined || text === '') return otherwise
  if (!/^-?\d{1,9}$/.test(text)) throw refusal('invalidValue', `"${name}" must be a whole number.`)
  return Number(text)
}
