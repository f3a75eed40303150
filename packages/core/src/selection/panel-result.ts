import type { Verdict } from './forms/judgement.ts'
import { median } from './median.ts'
import type { Rubric } from './rubric.ts'

/** One member's scores. */
export type PanelScores = { marks: Record<string, number>; rules: Record<string, boolean> }

export type PanelResult = {
  /** How many members scored. */
  members: number
  /** For each dimension the median of the members' marks, and how far apart highest and lowest lie. */
  dimensions: { dimension: string; words: string; median: number; spread: number }[]
  /** Median of all marks. */
  overall: number
  /** The members saw something very differently: two points or more apart in a dimension. */
  disagreement: boolean
  knockOuts: { rule: string; words: string; yes: number }[]
  verdict: Verdict
}

const disagreementFrom = 2

/** Whether the members saw one dimension very differently. */
export const isDisagreement = ({ spread }: { spread: number }): boolean => spread >= disagreementFrom

/**
 * What a panel comes to (S-C3, S-C6, S-M8): medians, since one member must not tip the scale. A binary rule that at least half of
 * the members affirm turns the candidate down, as does a median below `rejectsBelow`; between there and the pass it is a hold.
 * @param scores at least one; each has a mark for every dimension
 */
export const panelResult = (rubric: Rubric, scores: PanelScores[]): PanelResult => {
  const dimensions = rubric.dimensions.map(({ dimension, words }) => {
    const marks = scores.map((each) => each.marks[dimension]!)
    return { dimension, words, median: median(marks)!, spread: Math.max(...marks) - Math.min(...marks) }
  })
  const overall = median(scores.flatMap(({ marks }) => rubric.dimensions.map(({ dimension }) => marks[dimension]!)))!
  const knockOuts = rubric.knockOuts.map(({ rule, words }) => {
    return { rule, words, yes: scores.filter(({ rules }) => rules[rule]).length }
  })
  const result = { members: scores.length, dimensions, overall, knockOuts }
  return {
    ...result,
    disagreement: dimensions.some(isDisagreement),
    verdict: verdictOn(rubric, result),
  }
}

type Scored = Pick<PanelResult, 'members' | 'dimensions' | 'overall' | 'knockOuts'>

/** Says what is below and what is asked for, not the marks: the candidate reads it. */
const verdictOn = (
  { title, passes, rejectsBelow }: Rubric,
  { members, dimensions, overall, knockOuts }: Scored,
): Verdict => {
  const reasons = knockOuts.filter(({ yes }) => yes * 2 >= members).map(({ words }) => `${title}: ${words}.`)
  if (overall < rejectsBelow) {
    reasons.push(`${title}: the median of all marks lies below ${rejectsBelow}, the least for a second attempt.`)
  }
  if (reasons.length > 0) return { outcome: 'reject', reasons }
  const missing = dimensions
    .filter((each) => each.median < passes.lowest)
    .map(({ words }) => `${title}: ${words} lies below a median of ${passes.lowest}, which every dimension needs.`)
  if (overall < passes.median) {
    missing.push(`${title}: the median of all marks lies below ${passes.median}, which is needed to pass.`)
  }
  return missing.length > 0 ? { outcome: 'hold', missing } : { outcome: 'pass' }
}
