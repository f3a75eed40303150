import { type AuditLine, detailsOf } from './details.ts'
import { eventSentences } from './event-sentences.ts'

type Sentences = Partial<Record<string, string | ((of: ReturnType<typeof detailsOf>) => string)>>

/** What happened, as a sentence. A kind of event that has no words of its own yet is told by its name. */
export const eventInWords = (line: AuditLine, nameOf: (id: string) => string): string => {
  const sentence = (eventSentences as Sentences)[line.type]
  if (typeof sentence === 'string') return sentence
  if (sentence) return sentence(detailsOf(line, nameOf))
  const words = line.type.replace('.', ': ').replaceAll('-', ' ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
}
