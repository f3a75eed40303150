import { refusal } from './refusal.ts'
import type { Resource } from './resource.ts'
import { enterpriseSchema, groupSchema, userSchema } from './schemas.ts'

/** Always given, whatever is asked for (RFC 7643 §3.1, §7). */
const always = ['schemas', 'id']

/**
 * What a request wants to see of a resource: `attributes` names all of it, `excludedAttributes` what is left out; `name.givenName` is a
 * part (RFC 7644 §3.9).
 * @throws SCIMError `invalidValue` when both are given
 */
export const selection = (query: Record<string, string>): ((resource: Resource) => object) => {
  const wanted = readNames(query.attributes)
  const unwanted = readNames(query.excludedAttributes)
  if (wanted.length > 0 && unwanted.length > 0) {
    throw refusal('invalidValue', 'Give "attributes" or "excludedAttributes", not both.')
  }
  if (wanted.length > 0)
    return (resource) => filtered(resource, (path) => covers(wanted, path) || leadsTo(wanted, path))
  if (unwanted.length > 0) return (resource) => filtered(resource, (path) => !covers(unwanted, path))
  return (resource) => resource
}

/** Paths in small letters; an attribute of the extension is written like a part of it. */
const readNames = (text = ''): string[] =>
  text
    .slice(0, 2000)
    .toLowerCase()
    .split(',')
    .map((each) => {
      const name = each.trim().replace(`${userSchema}:`.toLowerCase(), '').replace(`${groupSchema}:`.toLowerCase(), '')
      return name.replace(`${enterpriseSchema}:`.toLowerCase(), `${enterpriseSchema}.`.toLowerCase())
    })
    .filter((name) => name !== '')

/** Whether one of the names is this path or holds it. */
const covers = (names: string[], path: string): boolean =>
  names.some((name) => path === name || path.startsWith(`${name}.`))

/** Whether one of the names is a part of what is at this path. */
const leadsTo = (names: string[], path: string): boolean => names.some((name) => name.startsWith(`${path}.`))

const filtered = (resource: Resource, keep: (path: string) => boolean): object => {
  const part = (value: unknown, path: string): unknown => {
    if (Array.isArray(value)) return value.map((each) => part(each, path))
    if (typeof value !== 'object' || value === null) return value
    const kept = Object.entries(value).filter(([name]) => keep(`${path}.${name}`.toLowerCase()))
    return Object.fromEntries(kept.map(([name, each]) => [name, part(each, `${path}.${name}`.toLowerCase())]))
  }
  const kept = Object.entries(resource).filter(([name]) => always.includes(name) || keep(name.toLowerCase()))
  return Object.fromEntries(
    kept.map(([name, value]) => [name, always.includes(name) ? value : part(value, name.toLowerCase())]),
  )
}
