import type { Hint, Hints, Option, Schema } from './schema.ts'
import { endsIn, inWords } from './words.ts'

type Common = { label: string; description?: string; optional: boolean; remedy?: string; schema: Schema }
export type GroupField = Common & {
  kind: 'group'
  plain: boolean
  parts: [name: string, field: Field][]
  check?: Hint['check']
}

/** A field of a form, as it is shown, checked and sent. */
export type Field =
  | (Common & { kind: 'fixed'; value: unknown })
  | (Common & { kind: 'yes-no' })
  | (Common & { kind: 'rating'; ends: [low: string, high: string] })
  | (Common & { kind: 'choice'; options: Option[] })
  | (Common & { kind: 'choices'; options: Option[] })
  | (Common & { kind: 'number'; unit?: string })
  | (Common & { kind: 'date' | 'instant' })
  | (Common & { kind: 'text'; long: boolean })
  /** Short texts, one on each line. */
  | (Common & { kind: 'lines' })
  | GroupField
  /** Entries that can be added and taken away. */
  | (Common & { kind: 'list'; item: Field; noun: string })
  /** Entries that are given. */
  | (Common & { kind: 'rows'; rows: Field[] })

/** A field with a control of its own. */
export type LeafField = Exclude<Field, { kind: 'fixed' | 'group' | 'rows' | 'list' }>
export type FieldOf<K extends Field['kind']> = Extract<Field, { kind: K }>

type Place = { hints: Hints; path: string; label: string; optional: boolean; ends?: [string, string] }

const below = (path: string, name: string) => (path ? `${path}.${name}` : name)

/** From so many characters on a text gets several lines. */
const longText = 200
/** Up to so many characters, the texts of a list are written one on each line. */
const shortText = 100

/** The fields of a schema, with what the page knows of them. */
export const fieldOf = (schema: Schema, place: Partial<Place> = {}): Field => {
  const { hints = {}, path = '', optional = false, ends } = place
  const hint = hints[path] ?? {}
  const common: Common = {
    schema,
    optional: optional && !hint.needed,
    label: hint.label ?? place.label ?? schema.title ?? '',
    description: hint.description ?? schema.description,
    remedy: hint.remedy,
  }
  const fixed = hint.fixed ?? schema.const
  if (fixed !== undefined || hint.hidden) return { ...common, kind: 'fixed', value: fixed }
  if (schema.type === 'array') return listOf(schema, common, hint, { hints, path })
  if (schema.type === 'object') return groupOf(schema, common, hint, { hints, path })
  const options = hint.options ?? schema.enum?.map((value) => ({ value: String(value), label: inWords(String(value)) }))
  if (options) return { ...common, kind: 'choice', options }
  if (schema.type === 'boolean') return { ...common, kind: 'yes-no' }
  if (schema.type === 'integer' && schema.minimum === 1 && schema.maximum === 5) {
    const meant = hint.ends ?? endsIn(schema.title) ?? ends ?? ['lowest', 'highest']
    return { ...common, kind: 'rating', ends: meant }
  }
  if (schema.type === 'number' || schema.type === 'integer') return { ...common, kind: 'number', unit: hint.unit }
  if (schema.format === 'date') return { ...common, kind: 'date' }
  if (schema.format === 'date-time') return { ...common, kind: 'instant' }
  return { ...common, kind: 'text', long: (schema.maxLength ?? 0) >= longText }
}

type Around = Pick<Place, 'hints' | 'path'>

const groupOf = (schema: Schema, common: Common, hint: Hint, { hints, path }: Around): Field => {
  const { additionalProperties: each, properties, required } = schema
  const ends = hint.ends ?? endsIn(common.label)
  if (!properties && typeof each === 'object') {
    const parts = (hint.keys ?? []).map(({ key, label, description, options }): [string, Field] => {
      const known = { ...hints[below(path, key)], label, description, ...(options && { options }) }
      const at = below(path, key)
      return [key, fieldOf(each, { hints: { ...hints, [at]: known }, path: at, ends })]
    })
    if (parts.length === 0) return { ...common, kind: 'fixed', value: {} }
    return { ...common, kind: 'group', plain: false, parts, check: hint.check }
  }
  const parts = Object.entries(properties ?? {}).map(([name, part]): [string, Field] => [
    name,
    fieldOf(part, {
      hints,
      path: below(path, name),
      label: part.title ?? inWords(name),
      optional: !required?.includes(name),
      ends,
    }),
  ])
  return { ...common, kind: 'group', plain: hint.plain ?? common.label === '', parts, check: hint.check }
}

const listOf = (schema: Schema, common: Common, hint: Hint, { hints, path }: Around): Field => {
  const items = schema.items ?? {}
  const options = hint.options ?? items.enum?.map((value) => ({ value: String(value), label: inWords(String(value)) }))
  if (options) return { ...common, kind: 'choices', options }
  // What is said of the list is not said of each entry again.
  const inside = (more: Hints = {}): Hints => ({
    ...hints,
    ...more,
    [path]: { check: hint.check, remedy: hint.remedy },
  })
  if (hint.rows) {
    const rows = hint.rows.map(({ label, fixed }) => {
      const known = Object.entries(fixed).map(([name, value]) => [below(path, name), { fixed: value }])
      return fieldOf(items, { hints: inside(Object.fromEntries(known)), path, label })
    })
    return { ...common, kind: 'rows', rows }
  }
  const isShort = items.type === 'string' && !items.format && (items.maxLength ?? 0) <= shortText && items.maxLength
  if (isShort) return { ...common, kind: 'lines' }
  const noun = hint.noun ?? 'entry'
  return { ...common, kind: 'list', noun, item: fieldOf(items, { hints: inside(), path, label: inWords(noun) }) }
}
