import type { Store } from '@pilotgate/core/ports'
import { type ConnectionRecord, scopeOfConnection } from '@pilotgate/core/program/hr/connections/connection-record'
import { loadScim } from '@pilotgate/core/program/hr/scim/keep-resource'
import { allScimIds, findScimIds, keyFieldOf, type ScimKind } from '@pilotgate/core/program/hr/scim/keys'
import { allOf } from '@pilotgate/core/program/load'
import type { RecordOf } from '@pilotgate/core/records'
import { impliedBy, matching, readEquality } from './matching.ts'
import { withoutSchema } from './path.ts'
import { refusal } from './refusal.ts'
import type { Resource } from './resource.ts'
import { attributes, enterpriseSchema, maxResults, type TypeName } from './schemas.ts'

/** Groups that come in one answer have at most this many members in all, or one group. */
const mostMembers = 20_000

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
  const ids = await findIds({ store, connection, query }, kind, type, resourceOf)
  const page = await loadScim(store, connection, kind, ids.slice(start - 1, start - 1 + count))
  return { totalResults: ids.length, startIndex: start, resources: atMostMembers(page).map(resourceOf) }
}

/** The message that lists of all kinds are sent in. */
export const listMessage = (resources: object[], { totalResults = resources.length, startIndex = 1 } = {}) => ({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
  ...{ totalResults, startIndex, itemsPerPage: resources.length, Resources: resources },
})

/** The ids of all that a filter lets through, in the order in which they were made; names and ids are looked up, for anything else all are read. */
const findIds = async <K extends ScimKind>(
  { store, connection, query: { filter } }: Asked,
  kind: K,
  type: TypeName,
  resourceOf: (record: RecordOf<K>) => Resource,
): Promise<string[]> => {
  if (filter === undefined) return allScimIds(store, connection, kind)
  const equality = readEquality(filter)
  const field = keyFieldOf(kind, withoutSchema(equality?.path ?? '') ?? '')
  if (field && typeof equality?.value === 'string') {
    return findScimIds(store, connection, kind, field, equality.value)
  }
  const expression = withBareNames(type, filter)
  const names = filterNames(type)
  // An unreadable filter is refused before anything is read for it.
  const { id } = impliedBy(expression, names) ?? {}
  const records =
    typeof id === 'string'
      ? await loadScim(store, connection, kind, [id])
      : await allOf(store, kind, scopeOfConnection(connection))
  const kept = new Map(records.map((record) => [filterable(resourceOf(record)), record.id]))
  return matching(expression, names, [...kept.keys()]).map((each) => kept.get(each)!)
}

/** A filter that names attributes as `filterable` does: without their schemas, and the values of a list where it names the list itself. */
const withBareNames = (type: TypeName, filter: string): string =>
  filter.replace(/"[^"]*"|[^\s()[\]"]+\[?/g, (word) => {
    if (word.startsWith('"')) return word
    const name = withoutSchema(word) ?? word
    if (name.toLowerCase() === 'manager.value') return 'manager'
    return attributes[type].get(name.toLowerCase())?.config.multiValued ? `${name}.value` : name
  })

/** A resource with the attributes of the extension beside the others; the filter cannot look into what is not there. */
const filterable = ({ [enterpriseSchema]: extension, ...resource }: Resource): object => {
  const { manager, ...more } = (extension ?? {}) as { manager?: { value: string } }
  return { ...resource, name: resource.name ?? {}, ...more, manager: manager?.value }
}

const filterNames = (type: TypeName): Set<string> => {
  const names = [...attributes[type].values()].flatMap(({ name, subAttributes = [] }) => {
    return [name, ...subAttributes.map((part) => `${name}.${part.name}`)]
  })
  return new Set(names.map((name) => name.toLowerCase()))
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
