import type { RowOf } from '../../api/queries.ts'

export type AuditLine = RowOf<'listEvents'>
type Value = AuditLine['details'][string]

/** The details of an event as a sentence needs them. */
export type Details = ReturnType<typeof detailsOf>

/** @param nameOf the name of a person by id */
export const detailsOf = ({ details }: AuditLine, nameOf: (id: string) => string) => {
  const text = (name: string): string => inText(details[name])
  const person = (name: string): string => (details[name] === undefined ? 'somebody' : nameOf(text(name)))
  const people = (name: string): string => {
    const ids = details[name]
    return Array.isArray(ids) ? (ids.length > 3 ? `${ids.length} people` : ids.map(nameOf).join(', ')) : person(name)
  }
  /** Ids of pairs, and of what belongs to them, begin with the participant's. */
  const participant = (name: string): string => nameOf(text(name).split('.')[0] ?? '')
  const count = (name: string): number => (Array.isArray(details[name]) ? details[name].length : 0)
  return { text, person, people, participant, count, is: (name: string, value: Value) => details[name] === value }
}

const inText = (value: Value | undefined): string => (Array.isArray(value) ? value.join(', ') : String(value ?? ''))
