import type { Change } from '../ports.ts'
import type { Work } from '../program/actor.ts'
import { nextOpening } from '../program/calendar.ts'
import { refuseOldExecution } from '../program/execution-age.ts'
import { loadTemplate } from '../program/load.ts'
import { loadRunning } from '../program/schedule-steps.ts'

type Ref = { tenantId: string; programId: string; gate: string }

/**
 * Plans a week: when it opens and when its gate is checked. A late gate slips the rest of the plan by whole weeks.
 * @throws DomainError `ProgramPaused`, `ProgramStopped`, `ExecutionTooOld`
 */
export const planWeek = async (
  { store, now }: Work,
  { tenantId, programId, gate }: Ref,
  executionStartedAt: string,
) => {
  const program = await loadRunning(store, { tenantId, programId })
  refuseOldExecution(executionStartedAt, now)
  const record = (await store.get('gate', { tenantId, scope: programId }, gate))!
  if (record.status !== 'planned') return { opensAt: record.opensAt, checksAt: record.checksAt }
  const template = await loadTemplate(store, program)
  const { week } = template.gates.find((each) => each.gate === gate)!
  const { opensAt, checksAt, slippedWeeks } = nextOpening({ ...program, ...template, week, now })
  const changes: Change[] = []
  if (program.currentGate !== gate || program.slippedWeeks !== slippedWeeks) {
    changes.push({ kind: 'program', record: { ...program, currentGate: gate, slippedWeeks }, expect: program.version })
  }
  if (record.opensAt !== opensAt || record.checksAt !== checksAt) {
    changes.push({ kind: 'gate', record: { ...record, opensAt, checksAt }, expect: record.version })
  }
  if (changes.length > 0) await store.commit(changes)
  return { opensAt, checksAt }
}
