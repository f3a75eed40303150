import type { Answer } from '../api/client.ts'

type View = Answer<'getTemplate'>

/** A number that a gate of a template demands. `key` is `GATE.fact`, `value` as the API has it: 0.8 for 80 %. */
export type Threshold = {
  key: string
  fact: string
  words: string
  kind: 'ratio' | 'rating' | 'count'
  comparison: string
  value: number
}

const comparisons = { 'at-least': 'at least', 'more-than': 'more than', 'less-than': 'less than', 'at-most': 'at most' }
const ends = { ratio: [0, 100], rating: [1, 5], count: [0, Number.MAX_SAFE_INTEGER] } as const

/** The unit in which people read and enter a threshold. */
export const unitOf = ({ kind, fact }: Threshold): string =>
  kind === 'ratio' ? '%' : kind === 'rating' ? 'of 5' : fact === 'cohort-size' ? 'people' : ''

/** A gate with its thresholds, and its other conditions in words. */
export type GateNumbers = { gate: string; title: string; words: string; thresholds: Threshold[]; others: string[] }

export const numbersOf = ({ template, facts }: View): GateNumbers[] =>
  template.gates.map(({ gate, title, criterion }) => {
    const named = criterion.all.map((condition) => ({
      condition,
      words: facts[condition.fact]?.words ?? condition.fact,
    }))
    return {
      gate,
      title,
      words: criterion.words,
      thresholds: named.flatMap(({ condition, words }): Threshold[] => {
        if (!('threshold' in condition)) return []
        const kind = (facts[condition.fact]?.kind ?? 'count') as Threshold['kind']
        const { fact, threshold: value, rule } = condition
        return [{ key: `${gate}.${fact}`, fact, words, kind, comparison: comparisons[rule], value }]
      }),
      others: named.flatMap(({ condition, words }) =>
        condition.rule === 'is-yes' ? [`${words}: yes`] : condition.rule === 'improves' ? [`${words}: improves`] : [],
      ),
    }
  })

/** As people read it: `80` for a share of 0.8. */
export const shownThreshold = ({ kind }: Pick<Threshold, 'kind'>, value: number): string =>
  String(kind === 'ratio' ? Number((value * 100).toFixed(4)) : value)

/** What was entered for a threshold as the API takes it, or what is wrong with it. */
export const enteredThreshold = ({ kind }: Threshold, text: string): { value: number } | { problem: string } => {
  const number = text.trim() === '' ? Number.NaN : Number(text.trim().replace(',', '.'))
  const [least, most] = ends[kind]
  if (Number.isNaN(number)) return { problem: 'Enter a number.' }
  if (kind === 'count' && !Number.isInteger(number)) return { problem: 'Enter a whole number.' }
  if (number < least || number > most) {
    return { problem: kind === 'count' ? 'Enter 0 or more.' : `Enter a number from ${least} to ${most}.` }
  }
  return { value: kind === 'ratio' ? Number((number / 100).toFixed(6)) : number }
}

/**
 * What differs from the template, as the API takes it. The smallest cohort is one number of the program, not of a gate.
 * @param texts what was entered, by key; what was not touched is missing
 */
export const changedThresholds = (gates: readonly GateNumbers[], texts: Record<string, string>) => {
  const thresholds: Record<string, number> = {}
  const problems: Record<string, string> = {}
  let minimumCohort: number | undefined
  for (const each of gates.flatMap((gate) => gate.thresholds)) {
    const entered = enteredThreshold(each, texts[each.key] ?? shownThreshold(each, each.value))
    if ('problem' in entered) problems[each.key] = entered.problem
    else if (entered.value === each.value) continue
    else if (each.fact === 'cohort-size') minimumCohort = entered.value
    else thresholds[each.key] = entered.value
  }
  return { thresholds, problems, ...(minimumCohort !== undefined && { minimumCohort }) }
}
