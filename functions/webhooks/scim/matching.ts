import SCIMMY from 'scimmy'
import { refusal } from './refusal.ts'

const longest = 1000
const mostGroups = 3
const words = /"[^"\\\p{Cc}]*"|[()[\]]|[^\s()[\]"\\]+/gu
const operators = 'and or not eq ne co sw ew gt lt ge le pr true false null'.split(' ')
/** Their values count to the letter; all others in any case (RFC 7643 §2.2). */
const exact = ['id', 'externalid', 'created', 'lastmodified']

/** `userName eq "ada"` as its attribute, in small letters, and its value; `undefined` for any other filter. */
export const readEquality = (expression: string): { path: string; value: string | boolean } | undefined => {
  const [, path, text] = /^\s*([\w.:$-]+)\s+eq\s+("(?:[^"\\]|\\.)*"|true|false)\s*$/i.exec(expression) ?? []
  if (path === undefined || text === undefined) return undefined
  try {
    return { path: path.toLowerCase(), value: JSON.parse(text.startsWith('"') ? text : text.toLowerCase()) }
  } catch {
    return undefined
  }
}

/**
 * The items that a filter (RFC 7644 §3.4.2.2) lets through.
 * @param names the attributes it may speak of, in small letters
 * @throws SCIMError `invalidFilter`
 */
export const matching = <T extends object>(expression: string, names: ReadonlySet<string>, items: T[]): T[] => {
  const filter = readFilter(expression, names)
  try {
    const folded = items.map((item) => fold(item))
    const found = new Set(filter.match(folded))
    return items.filter((_, index) => found.has(folded[index]))
  } catch {
    throw unreadable()
  }
}

/** The values that an item must have for a filter of equalities joined by `and` to let it through. */
export const impliedBy = (expression: string, names: ReadonlySet<string>): Record<string, unknown> | undefined => {
  const filter: Record<string, unknown>[] = [...readFilter(expression, names, (value) => value)]
  const terms = Object.entries(filter[0] ?? {})
  const equal = terms.every(([, term]) => Array.isArray(term) && term.length === 2 && term[0] === 'eq')
  if (filter.length !== 1 || !equal) return undefined
  return Object.fromEntries(terms.map(([name, term]) => [name, (term as unknown[])[1]]))
}

/**
 * The library parses any text, in time that grows without bounds with brackets and escapes, and takes names such as `constructor` for
 * attributes: it gets only what is known to be harmless.
 */
const readFilter = (expression: string, names: ReadonlySet<string>, change = fold): SCIMMY.Types.Filter => {
  const parts = expression.match(words) ?? []
  const unread = expression.replace(words, '').trim()
  const groups = parts.filter((part) => part === '(' || part === '[').length
  const known = namesIn(parts).every((name) => names.has(name))
  if (expression.length > longest || unread || groups > mostGroups || !known) throw unreadable()
  try {
    const { Filter } = SCIMMY.Types
    return new Filter([...new Filter(expression)].map((each) => change(each) as object))
  } catch {
    throw unreadable()
  }
}

const isNoName = /^(?:["()]|-?\d{1,15}(?:\.\d{1,15})?$)/

/** The attributes that a filter speaks of, in small letters: those in brackets are parts of the list before them. */
const namesIn = (parts: string[]): string[] => {
  let list = ''
  let isInside = false
  return parts.flatMap((part, index) => {
    const word = part.toLowerCase()
    if (word === '[') list = (parts[index - 1] ?? '').toLowerCase()
    if (word === '[' || word === ']') isInside = word === '['
    if (/^[[\]]/.test(word) || isNoName.test(word) || operators.includes(word)) return []
    if (word.startsWith('.')) return [`${list}${word}`]
    return [isInside ? `${list}.${word}` : word]
  })
}

/** Texts in small letters, wherever the case of letters does not count. */
const fold = (value: unknown, name = ''): unknown => {
  if (typeof value === 'string') return exact.includes(name) ? value : value.toLowerCase()
  if (Array.isArray(value)) return value.map((each) => fold(each, name))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, fold(each, key.toLowerCase())]))
}

const unreadable = () =>
  refusal(
    'invalidFilter',
    'This filter cannot be read. Write it like userName eq "ada@example.com", with attributes that /Schemas lists.',
  )
