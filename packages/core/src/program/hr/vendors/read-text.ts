import { z } from 'zod'
import { DomainError } from '../../../errors.ts'

const notReadable = (vendor: string, field: string, problem: string) =>
  new DomainError(
    'InvalidInput',
    `This is not what is expected of ${vendor}: ${field}: ${problem.replace(/\.$/, '')}.`,
    {
      problems: [{ field, problem }],
    },
  )

/** Whole numbers that a JavaScript number would round, outside of texts. */
const longNumber = /"(?:[^"\\]|\\.)*"|(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/g

/** JSON whose long numbers become texts: ids of 19 digits must stay what they are. @throws SyntaxError */
export const parseExact = (text: string): unknown => {
  const value = JSON.parse(text) as unknown
  if (!/\d{16}/.test(text)) return value
  return JSON.parse(text.replace(longNumber, (match) => (match.startsWith('"') ? match : `"${match}"`)))
}

/**
 * What was sent, as its schema says.
 * @throws DomainError `InvalidInput` naming the field; without the values, which may be confidential
 */
export const readAs = <S extends z.ZodType>(vendor: string, schema: S, text: string): z.output<S> => {
  let value: unknown
  try {
    value = parseExact(text)
  } catch {
    throw notReadable(vendor, 'body', 'Is no JSON. Choose JSON as the format of the webhook.')
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const { path, message } = parsed.error.issues[0]!
  throw notReadable(vendor, path.join('.') || 'body', message)
}

/** An id, whether it is written as text or as a number. */
export const someId = z.union([z.string().trim().min(1).max(200), z.number().int()]).transform((id) => String(id))

const spellings = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)(?:\.(\d{1,9}))?\s?(Z|[+-]\d\d(?::?\d\d)?)?$/i

/**
 * An instant in any of the spellings that HR systems use (`…Z`, `…+0000`, `…+02:00`, microseconds, no zone at all, which is UTC), as
 * `YYYY-MM-DDTHH:MM:SS.sssZ`; `undefined` for anything else.
 */
export const readInstant = (text: unknown): string | undefined => {
  const [, date, time, fraction = '', zone = 'Z'] = (typeof text === 'string' && spellings.exec(text.trim())) || []
  if (!date || !time) return undefined
  const seconds = time.length === 5 ? `${time}:00` : time
  const offset = /^z$/i.test(zone) ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(3).replace(':', '') || '00'}`
  const instant = new Date(`${date}T${seconds}.${fraction.slice(0, 3).padEnd(3, '0')}${offset}`)
  return Number.isNaN(instant.getTime()) ? undefined : instant.toISOString()
}

/** A local date out of a date or an instant; `null` when it is known to be empty, `undefined` when it cannot be read. */
export const readDate = (value: unknown): string | null | undefined => {
  if (value === null || value === '' || value === '0000-00-00') return null
  const date = typeof value === 'string' ? /^(\d{4}-\d\d-\d\d)(?:$|[T ])/.exec(value.trim())?.[1] : undefined
  return date !== undefined && z.iso.date().safeParse(date).success ? date : undefined
}

/** A text; `null` when it is known to be empty, `undefined` when it was not spoken of. */
export const readWords = (value: unknown): string | null | undefined => {
  if (value === undefined || (value !== null && typeof value !== 'string' && typeof value !== 'number'))
    return undefined
  return String(value ?? '').trim() || null
}
