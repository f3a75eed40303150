import type SCIMMY from 'scimmy'

type Attribute = SCIMMY.Types.Attribute
/** What an object of the protocol holds, by name. */
export type Part = Record<string, unknown>
export type Op = 'add' | 'replace' | 'remove'

/** An element as its parts; a bare text is its value. */
export const element = (attribute: Attribute, value: unknown): Part => {
  if (!isObject(value)) return { value: scalar(attribute, value) }
  const known = new Map(attribute.subAttributes!.map((part) => [part.name.toLowerCase(), part]))
  const parts = Object.entries(value).flatMap(([name, each]) => {
    const part = known.get(name.toLowerCase())
    return part ? [[part.name, scalar(part, each)]] : []
  })
  return Object.fromEntries(parts)
}

/** Some providers put a single value into a list or an object, and truth into words. Nothing and an empty text are the same. */
export const scalar = (attribute: Attribute, value: unknown): unknown => {
  const bare = unwrapped(value)
  if (bare === null || bare === '') return undefined
  if (attribute.type !== 'boolean' || typeof bare !== 'string') return bare
  const truth = bare.toLowerCase()
  return truth === 'true' ? true : truth === 'false' ? false : bare
}

const unwrapped = (value: unknown): unknown => {
  const only = Array.isArray(value) && value.length < 2 ? value[0] : value
  return isObject(only) && 'value' in only ? only.value : only
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
