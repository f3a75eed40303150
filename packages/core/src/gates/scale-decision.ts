import type { FieldProblem } from '../errors.ts'
import type { GateRecord } from '../program/gate-record.ts'
import type { DecisionInput } from './decide-gate.ts'

/**
 * What a scale decision (W24) must bring: a timeline and a budget, and, to go on (scale or iterate), a remediation plan for
 * every item of the scale checklist that was not met (domain §7.1). The checklist is the criterion of the gate: attendance,
 * participant rating, a moved behaviour, telemetry and sponsor actions.
 */
export const remediationProblems = (record: GateRecord, input: DecisionInput): FieldProblem[] => {
  const problems: FieldProblem[] = []
  if (!input.timeline) problems.push({ field: 'timeline', problem: 'Say by when the decision is carried out.' })
  if (!input.budget)
    problems.push({ field: 'budget', problem: 'Say which budget the decision has, with its currency.' })
  if (input.choice !== 'scale' && input.choice !== 'iterate') return problems
  const missed = record.evaluations.at(-1)!.conditions.filter(({ result }) => result !== 'pass')
  for (const { fact, reason } of missed) {
    if (input.remediationPlans?.[fact]) continue
    problems.push({ field: `remediationPlans.${fact}`, problem: `Not met: ${reason} Say how it will be put right.` })
  }
  return problems
}
