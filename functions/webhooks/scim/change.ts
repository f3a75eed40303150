import type SCIMMY from 'scimmy'
import { changeList, type Effort } from './change-list.ts'
import { readPath } from './path.ts'
import { refusal } from './refusal.ts'
import { enterpriseSchema, type TypeName } from './schemas.ts'
import { element, isObject, type Op, type Part, scalar } from './values.ts'

type Attribute = SCIMMY.Types.Attribute

/** A resource while it is changed: its attributes by name, those of the enterprise extension beside the others. */
export type Draft = Record<string, unknown>
export type Operation = { op: Op; path?: string; value?: unknown }

const readOnly = ['id', 'meta', 'schemas']

/**
 * The resource after an operation (RFC 7644 §3.5.2). What is known to the standard but not kept here is passed over (P3).
 * @throws SCIMError `invalidPath`, `noTarget`, `mutability`, `invalidValue`, `invalidFilter`
 */
export const change = (type: TypeName, draft: Draft, { op, path, value }: Operation, effort: Effort): Draft => {
  if (path === undefined) return changeEach(type, draft, op, value, effort)
  const target = readPath(type, path)
  if (target.kind === 'extension') return changeExtension(type, draft, op, value, effort)
  if (target.kind !== 'attribute') return draft
  const { attribute, filter, part } = target
  const { name } = attribute
  if (readOnly.includes(name)) throw refusal('mutability', `"${name}" is given by Pilotgate: leave it out.`)
  if (op === 'remove' && !part && (attribute.config.required || name === 'active')) {
    throw refusal('mutability', `"${name}" cannot be removed: replace it.`)
  }
  const before = draft[name]
  if (!attribute.config.multiValued) return { ...draft, [name]: single(attribute, part, before, op, value) }
  return { ...draft, [name]: changeList({ attribute, filter, part }, (before ?? []) as Part[], { op, value }, effort) }
}

/** Without a path, the value names the attributes; those that do not exist and those given by Pilotgate are passed over. */
const changeEach = (type: TypeName, draft: Draft, op: Op, value: unknown, effort: Effort): Draft => {
  if (op === 'remove') throw refusal('noTarget', 'Give a "path": what is to be removed.')
  if (!isObject(value)) throw refusal('invalidValue', 'Without a "path", "value" must be an object of attributes.')
  let after = draft
  for (const [path, each] of Object.entries(value)) {
    if (readOnly.includes(path.toLowerCase()) || !exists(type, path)) continue
    after = change(type, after, { op, path, value: each }, effort)
  }
  return after
}

const changeExtension = (type: TypeName, draft: Draft, op: Op, value: unknown, effort: Effort): Draft => {
  const empty = op === 'remove' || value === null
  const all = { employeeNumber: null, department: null, manager: null }
  const given = isObject(value) ? value : undefined
  if (!empty && !given) throw refusal('invalidValue', `"${enterpriseSchema}" must be an object of attributes.`)
  return changeEach(type, draft, 'replace', empty ? all : given, effort)
}

const exists = (type: TypeName, path: string): boolean => {
  try {
    readPath(type, path)
    return true
  } catch {
    return false
  }
}

/** A single value: text, truth, or an object of which the parts that are named are set and the others stay. */
const single = (attribute: Attribute, part: Attribute | undefined, before: unknown, op: Op, value: unknown) => {
  if (attribute.type !== 'complex') {
    const given = op === 'remove' ? undefined : scalar(attribute, value)
    // Nothing is neither true nor false: it must not bring somebody back who has left.
    return given === undefined && attribute.type === 'boolean' ? before : given
  }
  if (part) {
    const parts = { ...(before as Part), [part.name]: op === 'remove' ? undefined : scalar(part, value) }
    return Object.values(parts).some((each) => each !== undefined) ? parts : undefined
  }
  if (op === 'remove' || value === null || value === '') return undefined
  const parts = { ...(before as Part), ...element(attribute, Array.isArray(value) ? value[0] : value) }
  return Object.values(parts).some((each) => each !== undefined) ? parts : undefined
}
