import type SCIMMY from 'scimmy'
import { refusal } from './refusal.ts'
import { attributes, enterpriseSchema, groupSchema, isStandard, type TypeName, userSchema } from './schemas.ts'

type Attribute = SCIMMY.Types.Attribute

/**
 * What a path points to: `emails[type eq "work"].value` is the part `value` of those `emails` that the filter lets through. `extension`:
 * all of the enterprise extension. `dropped`: what the standard knows and Pilotgate does not keep (P3).
 */
export type Target =
  | { kind: 'attribute'; attribute: Attribute; filter: string | undefined; part: Attribute | undefined }
  | { kind: 'extension' | 'dropped' }

const grammar = /^([a-z$][\w$-]*)(?:\[(.*)\])?(?:\.([a-z$][\w$-]*))?$/is

/** @throws SCIMError `invalidPath` when it points to nothing that there could be */
export const readPath = (type: TypeName, path: string): Target => {
  const own = withoutSchema(path.trim())
  if (own === undefined) return { kind: 'extension' }
  if (/^urn:/i.test(own)) return { kind: 'dropped' }
  const [, name, filter, partName] = grammar.exec(own.length > 1000 ? '' : own) ?? []
  const attribute = name && attributes[type].get(name.toLowerCase())
  const dropped = name !== undefined && isStandard(type, partName ? `${name}.${partName}` : name)
  if (!attribute) {
    if (dropped) return { kind: 'dropped' }
    throw noSuchPath(path)
  }
  const part = attribute.subAttributes?.find((each) => each.name.toLowerCase() === partName?.toLowerCase())
  if (partName && !part) {
    if (dropped) return { kind: 'dropped' }
    throw noSuchPath(path)
  }
  if (filter !== undefined && !attribute.config.multiValued) throw noSuchPath(path)
  return { kind: 'attribute', attribute, filter, part }
}

/** A path without the schema before it; `undefined` for the extension itself. Some providers write a dot after the schema. */
export const withoutSchema = (path: string): string | undefined => {
  for (const schema of [userSchema, groupSchema, enterpriseSchema]) {
    if (!path.toLowerCase().startsWith(schema.toLowerCase())) continue
    const rest = path.slice(schema.length)
    if (rest === '') return schema === enterpriseSchema ? undefined : path
    if (/^[:.]./.test(rest)) return rest.slice(1)
  }
  return path
}

const noSuchPath = (path: string) =>
  refusal('invalidPath', `There is no attribute "${path.slice(0, 100)}". /Schemas lists those there are.`)
