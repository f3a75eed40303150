import type { FieldProblem } from '../errors.ts'
import { conditionInWords } from './condition-in-words.ts'
import type { Condition, Criterion } from './criterion.ts'
import type { FactKind } from './fact.ts'
import { findFact } from './facts.ts'

type Comparison = Extract<Condition, { threshold: number }>

const rulesThatFit: Record<FactKind, Condition['rule'][]> = {
  'yes-no': ['is-yes'],
  change: ['improves'],
  ratio: ['at-least', 'more-than', 'less-than', 'at-most'],
  rating: ['at-least', 'more-than', 'less-than', 'at-most'],
  count: ['at-least', 'more-than', 'less-than', 'at-most'],
}

const ranges = {
  ratio: { from: 0, to: 1, words: 'a share from 0 to 1 (0.8 is 80 %)' },
  rating: { from: 1, to: 5, words: 'a rating from 1 to 5' },
  count: { from: 0, to: Number.POSITIVE_INFINITY, words: 'a whole number, 0 or more' },
}

/** Problems of a criterion's conditions, each taken alone and together; `field` is the path of the criterion. */
export function checkCriterion({ all }: Criterion, field: string): FieldProblem[] {
  if (all.length === 0) return [{ field: `${field}.all`, problem: 'There is no condition. Add at least one.' }]
  return all.flatMap((condition, index) => {
    const path = `${field}.all.${index}`
    const alone = checkCondition(condition, path)
    return alone.length > 0 ? alone : checkTogether(all.slice(0, index + 1), path)
  })
}

function checkCondition(condition: Condition, field: string): FieldProblem[] {
  const kind = findFact(condition.fact)?.kind
  if (!kind) {
    return [{ field: `${field}.fact`, problem: `There is no fact "${condition.fact}". Use one of the fact catalogue.` }]
  }
  const fitting = rulesThatFit[kind]
  if (!fitting.includes(condition.rule)) {
    const remedy = `Use ${fitting.map((rule) => `"${rule}"`).join(' or ')}.`
    return [
      { field: `${field}.rule`, problem: `"${condition.rule}" does not fit "${condition.fact}" (${kind}). ${remedy}` },
    ]
  }
  if (!('threshold' in condition) || kind === 'yes-no' || kind === 'change') return []
  return [
    ...checkThreshold(condition, kind, `${field}.threshold`),
    ...checkWhenNone(condition, kind, `${field}.whenNone`),
  ]
}

function checkThreshold({ rule, threshold }: Comparison, kind: keyof typeof ranges, field: string): FieldProblem[] {
  const { from, to, words } = ranges[kind]
  const whole = kind !== 'count' || Number.isSafeInteger(threshold)
  if (!(threshold >= from && threshold <= to) || !whole) {
    return [{ field, problem: `${threshold} is out of range. Give ${words}.` }]
  }
  if (rule === 'more-than' && threshold === to) {
    return [{ field, problem: `Nothing can be more than ${to}. Use "at-least" or a lower threshold.` }]
  }
  if (rule === 'less-than' && threshold === from) {
    return [{ field, problem: `Nothing can be less than ${from}. Use "at-most" or a higher threshold.` }]
  }
  return []
}

const checkWhenNone = ({ fact, whenNone }: Comparison, kind: FactKind, field: string): FieldProblem[] =>
  whenNone && kind !== 'ratio'
    ? [{ field, problem: `"${fact}" is no ratio, so it always has something to count. Leave "whenNone" out.` }]
    : []

/** Whether the last condition can hold together with those before it on the same fact. */
function checkTogether(conditions: Condition[], field: string): FieldProblem[] {
  const last = conditions.at(-1)!
  const same = conditions.filter((each): each is Comparison => each.fact === last.fact && 'threshold' in each)
  if (!('threshold' in last) || same.length < 2 || canAllHold(same)) return []
  const others = same.slice(0, -1).map(conditionInWords).join('; ')
  return [
    { field: `${field}.threshold`, problem: `Cannot hold together with "${others}". Change or remove one of them.` },
  ]
}

function canAllHold(conditions: Comparison[]): boolean {
  const step = findFact(conditions[0]!.fact)?.kind === 'count' ? 1 : 0
  // Counts are whole: more than 2 is at least 3. For shares and ratings the bound itself is merely left out.
  const bounds = conditions.map(({ rule, threshold }) => ({
    low: rule === 'at-least' ? threshold : rule === 'more-than' ? threshold + step : Number.NEGATIVE_INFINITY,
    high: rule === 'at-most' ? threshold : rule === 'less-than' ? threshold - step : Number.POSITIVE_INFINITY,
    open: step === 0 && (rule === 'more-than' || rule === 'less-than'),
  }))
  const low = Math.max(...bounds.map((each) => each.low))
  const high = Math.min(...bounds.map((each) => each.high))
  const atBound = bounds.some((each) => each.open && (each.low === low || each.high === high))
  return low < high || (low === high && !atBound)
}
