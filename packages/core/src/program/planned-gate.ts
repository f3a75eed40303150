import { weekWindow } from './calendar.ts'
import type { GateRecord } from './gate-record.ts'
import type { Program } from './program.ts'
import type { Gate, ProgramTemplate } from './template.ts'

/** A gate before anything happened at it. */
export const plannedGate = (program: Program, template: ProgramTemplate, gate: Gate): GateRecord => ({
  tenantId: program.tenantId,
  scope: program.id,
  id: gate.gate,
  version: 0,
  status: 'planned',
  ...weekWindow({ ...program, ...template, week: gate.week }),
  round: 0,
  evaluations: [],
  votes: [],
  decisions: [],
  reminders: 0,
})

/** A gate as the plan has it now: one that the program has not come to yet has moved by the weeks the plan slipped. */
export const gateOfPlan = (
  program: Program,
  template: ProgramTemplate,
  gate: Gate,
  record: GateRecord | undefined,
): GateRecord => {
  if (!record) return plannedGate(program, template, gate)
  if (record.status !== 'planned' || program.currentGate === gate.gate) return record
  return { ...record, ...weekWindow({ ...program, ...template, week: gate.week }) }
}
