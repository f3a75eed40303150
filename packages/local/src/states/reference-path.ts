import { StateError } from './errors.ts'
import { isObject, type Json, type JsonObject } from './json.ts'

/**
 * Paths of JSONPath states, as far as the engine goes: members and positions ("$.a.b[0]['c d']") of the input (`$`), the
 * Context object (`$$`) or a variable (`$name`). Filters, wildcards, slices and `..` are refused at creation.
 */
export interface PathRoots {
  input: Json
  context: JsonObject
  variables: JsonObject
}

const PATH = /^\$(\$|[A-Za-z_]\w*)?((?:\.[\w-]+|\[\d+\]|\['[^']*'\])*)$/

/** Whether the engine can follow this path. */
export function isReferencePath(path: unknown): path is string {
  return typeof path === 'string' && PATH.test(path)
}

/** The value at a path. Throws `States.Runtime` when nothing is there. */
export function readPath(path: string, roots: PathRoots): Json {
  const [, root, rest = ''] = PATH.exec(path) ?? []
  let value: Json | undefined = root === undefined ? roots.input : root === '$' ? roots.context : roots.variables[root]
  for (const key of keysOf(rest)) value = child(value, key)
  if (value !== undefined) return value
  const cause = `The JSONPath '${path}' could not be found in the input '${JSON.stringify(roots.input)}'`
  throw new StateError('States.Runtime', cause)
}

/** A copy of `target` with `value` at the path; objects on the way are made. */
export function writePath(target: Json, path: string, value: Json): Json {
  const [, , rest = ''] = PATH.exec(path) ?? []
  const put = (at: Json | undefined, [key, ...keys]: string[]): Json => {
    if (key === undefined) return value
    const base: JsonObject = isObject(at) ? { ...at } : {}
    base[key] = put(base[key], keys)
    return base
  }
  return put(target, keysOf(rest))
}

function keysOf(rest: string): string[] {
  return [...rest.matchAll(/\.([\w-]+)|\[(\d+)\]|\['([^']*)'\]/g)].map(([, name, index, quoted]) =>
    String(name ?? index ?? quoted),
  )
}

function child(value: Json | undefined, key: string): Json | undefined {
  if (Array.isArray(value)) return value[Number(key)]
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined
}
