import type { SelectionAnswerRecord } from './candidacy.ts'
import type { Verdict } from './forms/judgement.ts'
import type { Requirement, Step } from './selection-path.ts'
import { type Judging, verdictOf } from './verdict-of.ts'

/**
 * Where a requirement stands in a round: decided, `to ask`, `waits` for answers, or `blocked` by one it comes after that has not
 * passed.
 */
export type RequirementState = Verdict | 'to ask' | 'waits' | 'blocked'

const isPass = (state: RequirementState | undefined): boolean => typeof state === 'object' && state.outcome === 'pass'

/** How all requirements of a step stand, in their order. */
export const statesOf = (
  { requirements }: Step,
  answers: SelectionAnswerRecord[],
  judging: Judging,
): Map<string, RequirementState> => {
  const states = new Map<string, RequirementState>()
  for (const requirement of requirements) {
    const blocked = requirement.after !== undefined && !isPass(states.get(requirement.after))
    const asked = judging.round.asked.includes(requirement.requirement)
    const state = blocked ? 'blocked' : asked ? (verdictOf(requirement, answers, judging) ?? 'waits') : 'to ask'
    states.set(requirement.requirement, state)
  }
  return states
}

/** Several verdicts as one: the hardest, with everything that is missing or speaks against it, and the longest time given. */
export const merged = (verdicts: Verdict[]): Verdict => {
  const reasons = verdicts.flatMap((each) => (each.outcome === 'reject' ? each.reasons : []))
  if (reasons.length > 0) return { outcome: 'reject', reasons }
  const holds = verdicts.flatMap((each) => (each.outcome === 'hold' ? [each] : []))
  if (holds.length === 0) return { outcome: 'pass' }
  const until = holds
    .flatMap((each) => each.until ?? [])
    .toSorted()
    .at(-1)
  return { outcome: 'hold', missing: holds.flatMap(({ missing }) => missing), ...(until && { until }) }
}

/**
 * What of a round that ended in a hold need not be asked again: each requirement that stands on its own, with all that come after
 * it, when all of them passed.
 */
export const standing = ({ requirements }: Step, states: Map<string, RequirementState>): string[] => {
  const chainOf = (first: Requirement): Requirement[] => [
    first,
    ...requirements.filter(({ after }) => after === first.requirement).flatMap(chainOf),
  ]
  return requirements
    .filter(({ after }) => after === undefined)
    .map(chainOf)
    .filter((chain) => chain.every(({ requirement }) => isPass(states.get(requirement))))
    .flatMap((chain) => chain.map(({ requirement }) => requirement))
}
