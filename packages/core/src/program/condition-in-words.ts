import type { Condition, Criterion } from './criterion.ts'
import { findFact } from './facts.ts'

const comparisons = {
  'at-least': 'at least',
  'more-than': 'more than',
  'less-than': 'less than',
  'at-most': 'at most',
}

/** A share as a percentage without float dust: 0.29 → "29 %", 0.125 → "12.5 %". */
const percent = (share: number): string => `${Number((share * 100).toFixed(6))} %`

/** What a condition asks of its fact: "at least 80 %", "at least 4.0 of 5", "less than 3", "yes", "to improve". */
export function needInWords(condition: Condition): string {
  if (condition.rule === 'is-yes') return 'yes'
  if (condition.rule === 'improves') return 'to improve'
  const kind = findFact(condition.fact)?.kind
  const bound = condition.threshold
  const number =
    kind === 'ratio'
      ? percent(bound)
      : kind === 'rating'
        ? `${Number.isInteger(bound) ? bound.toFixed(1) : bound} of 5`
        : `${bound}`
  return `${comparisons[condition.rule]} ${number}`
}

/** The name of a fact for people; the bare name when the catalogue does not know it. */
export const factInWords = (name: string): string => findFact(name)?.words ?? name

/** A condition on its own: "Session attendance: at least 80 %". */
export const conditionInWords = (condition: Condition): string =>
  `${factInWords(condition.fact)}: ${needInWords(condition)}`

/** Words for a criterion whose conditions were edited without new words, so that text and numbers never disagree. */
export const criterionInWords = (all: Criterion['all']): string => all.map(conditionInWords).join('; ')
