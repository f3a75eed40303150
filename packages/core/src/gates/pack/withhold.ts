import { isTooSmall } from '../../measurement/kpis/suppression.ts'
import type { FactValue } from '../../program/fact.ts'
import { findFact } from '../../program/facts.ts'
import { valueInWords } from '../fact-value-in-words.ts'

/** How many people's answers a value rests on; `undefined` when it is no answer of people. */
const answersOf = (fact: string, value: FactValue): number | undefined => {
  if (value.kind === 'rating' || value.kind === 'change') return value.answers
  return value.kind === 'ratio' && findFact(fact)?.answer === 'yes-no' ? value.whole : undefined
}

type Measured = {
  fact: string
  value?: FactValue | undefined
  source?: { note?: string | undefined } | undefined
  contradiction?: string | undefined
}

/** The texts that give away what fewer than five people answered, each with what stands in its place. */
export const smallGroups = (measured: readonly Measured[]): [text: string, instead: string][] =>
  measured.flatMap(({ fact, value, source, contradiction }): [string, string][] => {
    const answers = value && answersOf(fact, value)
    if (answers === undefined || !isTooSmall(answers)) return []
    const instead = 'not shown (fewer than 5 answers)'
    const told = [source?.note, contradiction].filter((text) => text !== undefined && text !== '')
    return [[valueInWords(value!), instead], ...told.map((text): [string, string] => [text!, instead])]
  })

const literal = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

/**
 * Puts other words in the place of texts that must not be shown, as whole words, wherever they stand in texts of `data`: names and
 * ids of people that somebody wrote into a plan, answers of small groups.
 */
export const withhold = <T>(data: T, texts: readonly (readonly [text: string, instead: string])[]): T => {
  const known = new Map(texts.filter(([text]) => text.trim() !== ''))
  if (known.size === 0) return data
  const longestFirst = [...known.keys()].toSorted((a, b) => b.length - a.length)
  const found = new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.map(literal).join('|')})(?![\\p{L}\\p{N}])`, 'gu')
  const cleaned = (value: unknown): unknown => {
    if (typeof value === 'string') return value.replace(found, (text) => known.get(text)!)
    if (Array.isArray(value)) return value.map(cleaned)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, cleaned(each)]))
  }
  return cleaned(data) as T
}
