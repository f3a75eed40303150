import { DomainError } from '@pilotgate/core/errors'
import type { z } from 'zod'
import type { Block } from './blocks.ts'
import type { Envelope } from './fields.ts'
import { footer } from './footer.ts'
import { layout } from './layout.ts'
import { plainText } from './plain-text.ts'
import { cut, oneLine } from './words.ts'

type Schema = z.ZodType<Envelope>

/**
 * One kind of mail. `schema` is all it may say: it is strict, so that nothing confidential (P2) slips in beside it. `subject`
 * puts the most important first; the name of the program (of the organisation in a neutral mail) is added where there is room. `preheader` is the line shown beside the
 * subject in a mailbox.
 */
export type Message<K extends string = string, S extends Schema = Schema> = {
  kind: K
  schema: S
  sample: z.input<S>
  subject(data: z.output<S>): string
  preheader(data: z.output<S>): string
  body(data: z.output<S>): Block[]
}

export type RenderedMail = { subject: string; html: string; text: string }

/** Most characters of a subject: what RFC 5322 recommends for a line. */
export const longestSubject = 78

export const defineMessage = <const K extends string, S extends Schema>(message: Message<K, S>): Message<K, S> =>
  message

const subjectLine = (subject: string, sender: string): string => {
  const important = oneLine(subject)
  const full = `${important} – ${sender}`
  return cut(Array.from(full).length <= longestSubject ? full : important, longestSubject)
}

const checked = <S extends Schema>({ kind, schema }: Message<string, S>, data: z.input<S>): z.output<S> => {
  const result = schema.safeParse(data)
  if (result.success) return result.data
  const problems = result.error.issues.flatMap((issue) => {
    const at = issue.path.map(String)
    const fields = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...at, key]) : [at]
    return fields.map((field) => ({ field: field.join('.'), problem: issue.message }))
  })
  const words = problems.map(({ field, problem }) => `${field}: ${problem}`).join('; ')
  throw new DomainError('InvalidInput', `The mail "${kind}" cannot be written. ${words}`, { problems })
}

/**
 * Writes a mail from its data: HTML and text say the same.
 * @throws DomainError `InvalidInput` naming each field that does not fit the message's schema.
 */
export const render = <S extends Schema>(message: Message<string, S>, input: z.input<S>): RenderedMail => {
  const data = checked(message, input)
  const sender = data.programName ?? data.organisationName
  const subject = subjectLine(message.subject(data), sender)
  const blocks = message.body(data)
  const last = footer(data)
  return {
    subject,
    html: layout({ subject, preheader: oneLine(message.preheader(data)), sender, blocks, footer: last }),
    text: plainText(sender, blocks, last),
  }
}
