import type { Store, Workflows } from '../ports.ts'
import { localTime } from '../program/calendar.ts'
import type { GateRecord } from '../program/gate-record.ts'
import { loadProgram, loadTemplate } from '../program/load.ts'
import type { Program } from '../program/program.ts'
import type { ProgramTemplate } from '../program/template.ts'

/** What the waiting step of a gate gets: the choice, and when to look again. */
type MachineAnswer = { choice: string; recheckAt?: string }

/** The answer for the gate's present round, once it is decided. */
export const answerOf = (
  program: Program,
  template: ProgramTemplate,
  record: GateRecord,
): MachineAnswer | undefined => {
  const decision = record.decisions.find(({ round }) => round === record.round)
  if (!decision) return undefined
  const { choice, recheckOn } = decision
  return recheckOn ? { choice, recheckAt: localTime(recheckOn, template.hours.checks, program.zone) } : { choice }
}

/**
 * Lets the schedule machine know what was decided. Runs after the decision is stored, as often as the event comes.
 * Before the machine has asked there is no token; it is then answered when it asks.
 */
export const answerMachine = async (
  store: Store,
  workflows: Workflows,
  { tenantId, programId, gate }: { tenantId: string; programId: string; gate: string },
): Promise<void> => {
  const record = await store.get('gate', { tenantId, scope: programId }, gate)
  if (!record?.taskToken) return
  const program = await loadProgram(store, tenantId, programId)
  const answer = answerOf(program, await loadTemplate(store, program), record)
  if (answer) await workflows.answer(record.taskToken, answer)
}
