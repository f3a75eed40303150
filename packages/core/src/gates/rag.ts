import type { Condition } from '../program/criterion.ts'
import type { Fact } from '../program/fact.ts'
import { evaluateCondition } from './evaluate-criterion.ts'
import type { ConditionResult } from './outcome.ts'

export type Rag = 'green' | 'amber' | 'red'

/** One of the three things RAG looks at. */
export type RagElement = {
  element: 'attendance' | 'behaviour lift' | 'linked KPI'
  result: 'met' | 'missed' | 'no data'
  reason: string
}

export type RagReport = {
  rag: Rag
  words: string
  elements: RagElement[]
  /** The elements that amber needs a mitigation for; empty when green or red. */
  needsMitigation: RagElement['element'][]
}

/** The attendance that counts as met unless the program says otherwise (domain §7.1). */
export const defaultAttendance = 0.8

/** Behaviour lift is read off the latest measure that has data: follow-up 360 (W17), review 1 (W12), pulse (W08). */
const behaviourMeasures: Condition[] = [
  { rule: 'at-least', fact: 'target-behaviours-moved', threshold: 1 },
  { rule: 'improves', fact: 'early-behaviour-lift' },
  { rule: 'improves', fact: 'primary-indicator-movement' },
  { rule: 'improves', fact: 'competency-movement' },
]

/** The facts that RAG looks at. */
export const ragFacts: readonly string[] = [
  'session-attendance',
  ...behaviourMeasures.map(({ fact }) => fact),
  'linked-kpi-improved',
]

const resultInWords: Record<ConditionResult['result'], RagElement['result']> = {
  pass: 'met',
  fail: 'missed',
  inconclusive: 'no data',
}

/**
 * Red, amber, green of a program (domain §7.1): green when attendance, behaviour lift and at least one linked transformation
 * KPI are all met; red when the evidence is not enough, that is when none is met or two of the three have no data; amber, with
 * mitigations, between the two.
 */
export function ragOf(
  facts: ReadonlyMap<string, Fact>,
  { attendance = defaultAttendance }: { attendance?: number } = {},
): RagReport {
  const judge = (element: RagElement['element'], condition: Condition): RagElement => {
    const { result, reason } = evaluateCondition(condition, facts.get(condition.fact))
    return { element, result: resultInWords[result], reason }
  }
  const behaviour = behaviourMeasures.find(({ fact }) => facts.get(fact)?.value) ?? behaviourMeasures[0]!
  const elements = [
    judge('attendance', { rule: 'at-least', fact: 'session-attendance', threshold: attendance }),
    judge('behaviour lift', behaviour),
    judge('linked KPI', { rule: 'is-yes', fact: 'linked-kpi-improved' }),
  ]
  const met = elements.filter(({ result }) => result === 'met').length
  const unknown = elements.filter(({ result }) => result === 'no data').length
  const rag = met === elements.length ? 'green' : met === 0 || unknown > 1 ? 'red' : 'amber'
  return {
    rag,
    words: wordsOf(rag, met),
    elements,
    needsMitigation:
      rag === 'amber' ? elements.filter(({ result }) => result !== 'met').map(({ element }) => element) : [],
  }
}

const wordsOf = (rag: Rag, met: number): string =>
  ({
    green: 'Attendance, behaviour lift and at least one linked KPI are met',
    amber: `Partial: ${met} of 3 met, mitigations needed for the rest`,
    red: `Not enough evidence: ${met} of 3 met`,
  })[rag]
