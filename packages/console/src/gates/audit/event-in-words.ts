import { type AuditLine, type Details, detailsOf, type Reader } from './details.ts'
import { eventSentences } from './event-sentences.ts'

type Sentences = Partial<Record<string, string | ((of: Details) => string)>>

/** What happened, as a sentence. A kind of event that has no words of its own yet is told by its name. */
export const eventInWords = (line: AuditLine, reader: Reader): string => {
  const sentence = (eventSentences as Sentences)[line.type]
  if (typeof sentence === 'string') return sentence
  if (sentence) return sentence(detailsOf(line, reader))
  const words = line.type.replace('.', ': ').replaceAll('-', ' ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
}
