import type { Condition, Criterion } from '../program/criterion.ts'
import type { Fact } from '../program/fact.ts'
import { evaluateCondition } from './evaluate-criterion.ts'

export const scaleItems = ['attendance', 'participant rating', 'behaviour', 'telemetry', 'sponsor actions'] as const
export type ScaleItem = (typeof scaleItems)[number]

export type ScaleCheck = {
  item: ScaleItem
  words: string
  result: 'met' | 'missed' | 'no data'
  reasons: string[]
  /** Missed or unknown items need a plan before the program expands. */
  needsRemediationPlan: boolean
}

/** The five items with their shipped thresholds (domain §7.1, W24). */
const checklist: Record<ScaleItem, { words: string; all: Condition[] }> = {
  attendance: {
    words: 'Cohort attendance',
    all: [{ rule: 'at-least', fact: 'session-attendance', threshold: 0.8 }],
  },
  'participant rating': {
    words: 'Median participant rating',
    all: [{ rule: 'at-least', fact: 'participant-rating', threshold: 4 }],
  },
  behaviour: {
    words: 'Direction on at least one behaviour proxy',
    all: [{ rule: 'at-least', fact: 'target-behaviours-moved', threshold: 1 }],
  },
  telemetry: {
    words: 'Telemetry flowing to the warehouse',
    all: [
      { rule: 'at-least', fact: 'telemetry-coverage', threshold: 0.9 },
      { rule: 'is-yes', fact: 'telemetry-fresh' },
    ],
  },
  'sponsor actions': {
    words: 'Sponsor actions documented',
    all: [{ rule: 'at-least', fact: 'sponsor-actions-logged', threshold: 1 }],
  },
}

/**
 * The scale checklist (domain §7.1, W24). A condition of the gate's own `criterion` on the same fact takes the place of the
 * shipped one, so that an owner's threshold counts here too.
 */
export function scaleChecklist(facts: ReadonlyMap<string, Fact>, criterion?: Criterion): ScaleCheck[] {
  const own = (condition: Condition) => criterion?.all.find(({ fact }) => fact === condition.fact) ?? condition
  return scaleItems.map((item) => {
    const { words, all } = checklist[item]
    const results = all.map(own).map((condition) => evaluateCondition(condition, facts.get(condition.fact)))
    const failed = results.some(({ result }) => result === 'fail')
    const unknown = results.some(({ result }) => result === 'inconclusive')
    const result = failed ? 'missed' : unknown ? 'no data' : 'met'
    return { item, words, result, reasons: results.map(({ reason }) => reason), needsRemediationPlan: result !== 'met' }
  })
}

/** The items for which a decision to scale must bring a remediation plan (domain §7.1). */
export const itemsToRemedy = (checks: ScaleCheck[]): ScaleItem[] =>
  checks.filter(({ needsRemediationPlan }) => needsRemediationPlan).map(({ item }) => item)
