import type { RowOf } from '../../api/queries.ts'
import { calendarDay, moment } from '../../when/when.ts'
import { fieldInWords } from './field-words.ts'

export type AuditLine = RowOf<'listEvents'>
type Value = AuditLine['details'][string]

/** For whom events are told: how they call people and things by id, and the zone of their times. */
export type Reader = { nameOf: (id: string) => string; zone: string }

/** The details of an event as a sentence needs them. */
export type Details = ReturnType<typeof detailsOf>

export const detailsOf = ({ details }: AuditLine, { nameOf, zone }: Reader) => {
  const text = (name: string): string => inText(details[name])
  const person = (name: string): string => (details[name] === undefined ? 'somebody' : nameOf(text(name)))
  const people = (name: string): string => {
    const ids = details[name]
    return Array.isArray(ids) ? (ids.length > 3 ? `${ids.length} people` : ids.map(nameOf).join(', ')) : person(name)
  }
  /** Ids of pairs, and of what belongs to them, begin with the participant's. */
  const participant = (name: string): string => nameOf(text(name).split('.')[0] ?? '')
  /** The name of a connection or a webhook in quotation marks; its id once it is removed. */
  const thing = (name: string): string => {
    const id = text(name)
    return nameOf(id) === id ? id : quoted(nameOf(id))
  }
  const each = (name: string, inWords: (value: string) => string): string =>
    [details[name] ?? []].flat().map(String).map(inWords).join(', ')
  const count = (name: string): number => (Array.isArray(details[name]) ? details[name].length : 0)
  return {
    ...{ text, person, people, participant, thing, each, count },
    fields: () => each('fields', fieldInWords),
    day: (name: string) => calendarDay(text(name)),
    moment: (name: string) => moment(text(name), zone),
    is: (name: string, value: Value) => details[name] === value,
  }
}

export const quoted = (name: string): string => `"${name}"`

const inText = (value: Value | undefined): string => (Array.isArray(value) ? value.join(', ') : String(value ?? ''))
