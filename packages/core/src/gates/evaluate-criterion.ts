import { factInWords, needInWords } from '../program/condition-in-words.ts'
import type { Condition, Criterion } from '../program/criterion.ts'
import type { Fact, FactValue } from '../program/fact.ts'
import { findFact } from '../program/facts.ts'
import { compareShare } from './compare-exactly.ts'
import { answeredInWords, valueInWords } from './fact-value-in-words.ts'
import type { ConditionResult, GateOutcome } from './outcome.ts'

type Verdict = ConditionResult['result']
type Comparison = Extract<Condition, { threshold: number }>

/** The number to compare as `part` of `whole`; undefined when the value is no number. */
function measured(value: FactValue): { part: number; whole: number } | undefined {
  if (value.kind === 'ratio') return value
  if (value.kind === 'rating') return { part: value.median, whole: 1 }
  if (value.kind === 'count') return { part: value.count, whole: 1 }
  return undefined
}

function compare({ rule, threshold }: Comparison, { part, whole }: { part: number; whole: number }): Verdict {
  const side = compareShare(part, whole, threshold)
  const holds = { 'at-least': side >= 0, 'more-than': side > 0, 'less-than': side < 0, 'at-most': side <= 0 }
  return holds[rule] ? 'pass' : 'fail'
}

/**
 * Sums, ratings and movements of fewer than half of those asked say too little. Shares of people need no such rule: whoever
 * has not answered counts as not yes.
 */
function tooFewAnswers({ name, asked, answered }: Fact): boolean {
  if (asked === undefined || answered === undefined || findFact(name)?.answer === 'yes-no') return false
  return answered * 2 < asked
}

/** How a value stands to a condition; undefined when the two do not fit together (a template that `checkTemplate` refuses). */
function judge(condition: Condition, value: FactValue): Verdict | undefined {
  if (condition.rule === 'is-yes') return value.kind === 'yes-no' ? (value.yes ? 'pass' : 'fail') : undefined
  if (condition.rule === 'improves') return value.kind === 'change' ? (value.change > 0 ? 'pass' : 'fail') : undefined
  const number = measured(value)
  if (!number) return undefined
  // A ratio of nothing is no data, never 0 or 100 % (domain §8), unless there may well be nothing to do (W13).
  if (number.whole === 0) return condition.whenNone === 'pass' ? 'pass' : 'inconclusive'
  return compare(condition, number)
}

function reasonFor(condition: Condition, fact: Fact | undefined, verdict: Verdict | undefined): string {
  const name = factInWords(condition.fact)
  const need = `needs ${needInWords(condition)}`
  const value = fact?.value
  const answered = fact && answeredInWords(fact)
  const few = answered ? `; ${answered}${fact.value && tooFewAnswers(fact) ? ', too few to judge' : ''}` : ''
  const tail = fact?.contradiction ? `${few}; ${fact.contradiction}` : few
  if (!value) return `${name}: no data yet, ${need}${tail}`
  const words = valueInWords(value)
  if (!verdict) return `${name}: measured as ${words}, which this gate cannot compare, ${need}${tail}`
  if (value.kind === 'ratio' && value.whole === 0) {
    return verdict === 'pass' ? `${name}: nothing to do${tail}` : `${name}: no data (0 of 0), ${need}${tail}`
  }
  return value.kind === 'yes-no' ? `${name}: ${words}, ${need}${tail}` : `${name} ${words}, ${need}${tail}`
}

/** One condition against its fact, with the number used in words. No value is `inconclusive`, never a pass or a fail. */
export function evaluateCondition(condition: Condition, fact: Fact | undefined): ConditionResult {
  const few = fact !== undefined && tooFewAnswers(fact)
  const verdict = fact?.value && (few ? 'inconclusive' : judge(condition, fact.value))
  return {
    fact: condition.fact,
    result: verdict ?? 'inconclusive',
    reason: reasonFor(condition, fact, verdict),
    ...(fact?.value && { value: fact.value }),
    ...('threshold' in condition && { threshold: condition.threshold }),
    ...(fact?.source && { source: fact.source }),
    ...(fact?.contradiction && { contradiction: fact.contradiction }),
  }
}

const gravity: Verdict[] = ['fail', 'inconclusive', 'pass']

/**
 * The outcome of a gate (domain §7.1): `fail` when any condition fails, else `inconclusive` when any has no data, else `pass`.
 * `reasons` has one line for each condition, what failed first; `conditions` keeps the order of the criterion.
 */
export function evaluateCriterion(criterion: Criterion, facts: ReadonlyMap<string, Fact>): GateOutcome {
  const conditions = criterion.all.map((condition) => evaluateCondition(condition, facts.get(condition.fact)))
  const outcome = gravity.find((each) => conditions.some(({ result }) => result === each)) ?? 'inconclusive'
  const known = conditions.flatMap(({ value }) => (value ? [value] : []))
  const shown = known.find(({ kind }) => kind !== 'yes-no') ?? known[0]
  return {
    outcome,
    value: shown ? valueInWords(shown) : 'no data',
    reasons: gravity.flatMap((each) => conditions.filter(({ result }) => result === each).map(({ reason }) => reason)),
    conditions,
  }
}
