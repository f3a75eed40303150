import { instantOf, localTimeOf } from '../when/local-time.ts'
import type { Field, FieldOf } from './field.ts'

/**
 * What stands in a form, as its controls hold it: numbers as text, days as `YYYY-MM-DD`, moments as `YYYY-MM-DDTHH:MM` of the
 * program's zone, lines as one text. `undefined` where nothing was chosen.
 */
export type Entered = string | boolean | undefined | Entered[] | { [name: string]: Entered }
type Group = { [name: string]: Entered }

export const partOf = (entered: Entered, name: string): Entered =>
  typeof entered === 'object' && !Array.isArray(entered) ? entered[name] : undefined
export const entriesOf = (entered: Entered): Entered[] => (Array.isArray(entered) ? entered : [])
export const textOf = (entered: Entered): string => (typeof entered === 'string' ? entered : '')
export const linesOf = (entered: Entered): string[] =>
  textOf(entered)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** What stands at a path of names and numbers, with dots. */
export const enteredAt = (entered: Entered, path: string): Entered =>
  path === ''
    ? entered
    : path
        .split('.')
        .reduce<Entered>((all, name) => (Array.isArray(all) ? all[Number(name)] : partOf(all, name)), entered)

/** What a form shows for a value that is known already, or when nothing is. */
export const enteredOf = (field: Field, value: unknown, zone: string): Entered => {
  const named = (value ?? {}) as Record<string, unknown>
  const several = Array.isArray(value) ? value : []
  switch (field.kind) {
    case 'fixed':
      return undefined
    case 'group':
      return Object.fromEntries(field.parts.map(([name, part]) => [name, enteredOf(part, named[name], zone)]))
    case 'rows':
      return field.rows.map((row, index) => enteredOf(row, several[index], zone))
    case 'list': {
      const count = Math.max(several.length, leastOf(field))
      return Array.from({ length: count }, (_, index) => enteredOf(field.item, several[index], zone))
    }
    case 'choices':
      return several.map(String)
    case 'lines':
      return several.join('\n')
    case 'yes-no':
      return typeof value === 'boolean' ? value : undefined
    case 'instant':
      return typeof value === 'string' ? localTimeOf(value, zone) : ''
    default:
      return value === undefined || value === null ? '' : String(value)
  }
}

/** What a form sends: without what was left empty, with what is fixed. `undefined` when all of it is empty. */
export const toSend = (field: Field, entered: Entered, zone: string): unknown => {
  const text = textOf(entered).trim()
  switch (field.kind) {
    case 'fixed':
      return field.value
    case 'group': {
      if (field.optional && isBlank(field, entered)) return undefined
      const all = field.parts.map(([name, part]) => [name, toSend(part, partOf(entered, name), zone)])
      return Object.fromEntries(all.filter(([, value]) => value !== undefined))
    }
    case 'rows':
      return field.rows.map((row, index) => toSend(row, entriesOf(entered)[index], zone))
    case 'list': {
      const entries = entriesOf(entered).map((entry) => toSend(field.item, entry, zone))
      return field.optional && entries.length === 0 ? undefined : entries
    }
    case 'choices':
      return field.optional && entriesOf(entered).length === 0 ? undefined : entriesOf(entered)
    case 'lines':
      return field.optional && text === '' ? undefined : linesOf(entered)
    case 'yes-no':
      return entered
    case 'number':
    case 'rating':
      return text === '' ? undefined : Number(text)
    case 'choice':
      if (text === '') return undefined
      return field.schema.type === 'integer' || field.schema.type === 'number' ? Number(text) : text
    case 'instant':
      return text === '' ? undefined : (instantOf(text, zone) ?? text)
    default:
      return text === '' ? undefined : text
  }
}

/** Whether nothing was entered, here and in all fields below. */
export const isBlank = (field: Field, entered: Entered): boolean => {
  switch (field.kind) {
    case 'fixed':
      return true
    case 'group':
      return field.parts.every(([name, part]) => isBlank(part, partOf(entered, name)))
    case 'rows':
      return field.rows.every((row, index) => isBlank(row, entriesOf(entered)[index]))
    case 'list':
      return entriesOf(entered).every((entry) => isBlank(field.item, entry))
    case 'choices':
      return entriesOf(entered).length === 0
    case 'yes-no':
      return entered === undefined
    default:
      return textOf(entered).trim() === ''
  }
}

/** Without the empty entries of lists, as far as a list may be shorter: what is sent then stands where the form shows it. */
export const tidied = (field: Field, entered: Entered): Entered => {
  switch (field.kind) {
    case 'group':
      return Object.fromEntries(field.parts.map(([name, part]) => [name, tidied(part, partOf(entered, name))]))
    case 'rows':
      return field.rows.map((row, index) => tidied(row, entriesOf(entered)[index]))
    case 'list': {
      const entries = entriesOf(entered)
      const spare = entries.length - leastOf(field)
      const blank = entries.flatMap((entry, index) => (isBlank(field.item, entry) ? [index] : []))
      const dropped = new Set(spare > 0 ? blank.slice(-spare) : [])
      return entries.filter((_, index) => !dropped.has(index)).map((entry) => tidied(field.item, entry))
    }
    default:
      return entered
  }
}

/** How many entries a list shows at least. */
export const leastOf = ({ optional, schema }: FieldOf<'list'>): number => (optional ? 0 : (schema.minItems ?? 0))

/** The same form with another value at a path of names and numbers. */
export const withEntered = (entered: Entered, path: (string | number)[], value: Entered): Entered => {
  const [first, ...rest] = path
  if (first === undefined) return value
  if (typeof first === 'number') {
    const entries = [...entriesOf(entered)]
    entries[first] = withEntered(entries[first], rest, value)
    return entries
  }
  const group: Group = typeof entered === 'object' && !Array.isArray(entered) ? entered : {}
  return { ...group, [first]: withEntered(group[first], rest, value) }
}
