import type { Schema } from './schema.ts'

/** What is wrong with a text that is not empty, and what to do about it. */
export const problemWithText = (text: string, schema: Schema, remedy?: string): string | undefined => {
  const { minLength = 0, maxLength = Number.POSITIVE_INFINITY, pattern, format } = schema
  if (text.length > maxLength) return `Shorten this to ${maxLength} characters; it has ${text.length}.`
  if (text.length < minLength) return `Write at least ${minLength} characters.`
  if (format === 'uri' && !isAddress(text)) return remedies.uri
  if (pattern !== undefined && !new RegExp(pattern, 'u').test(text))
    return remedy ?? remedies[format ?? ''] ?? 'Write this in the form that is asked for.'
  return undefined
}

const remedies: Record<string, string> = {
  email: 'Write an e-mail address, like name@example.com.',
  uri: 'Write a whole address, like https://example.com/page.',
  date: 'Choose a day, like 2027-02-28.',
  'date-time': 'Choose a day and a time.',
}

const isAddress = (text: string): boolean => /^https?:\/\//i.test(text) && URL.canParse(text)

/** `from 5 to 240`, `at least 0`; nothing where any number will do. */
export const boundsInWords = ({ minimum, maximum }: Schema): string => {
  // What zod says of every whole number is no bound to tell.
  const most = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER ? maximum : undefined
  const least = minimum !== undefined && minimum > Number.MIN_SAFE_INTEGER ? minimum : undefined
  const said = (bound: number) => String(bound).replace('-', '−')
  if (least !== undefined && most !== undefined) return `from ${said(least)} to ${said(most)}`
  if (least !== undefined) return `at least ${said(least)}`
  return most === undefined ? '' : `at most ${said(most)}`
}

export const problemWithNumber = (value: number, schema: Schema): string | undefined => {
  const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY, type } = schema
  if (Number.isNaN(value)) return 'Enter a number.'
  if (value < minimum || value > maximum) return `Enter a number, ${boundsInWords(schema)}.`
  if (type === 'integer' && !Number.isInteger(value)) return 'Enter a whole number.'
  return undefined
}
