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
