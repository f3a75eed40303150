import { checkEngagements } from '../engagement/regular-check.ts'
import { writeDeliveries } from '../engagement/write-deliveries.ts'
import { remindIntake } from '../intake/remind-intake.ts'
import { checkTelemetry } from '../measurement/telemetry/check-telemetry.ts'
import type { Warehouse } from '../ports.ts'
import type { Work } from '../program/actor.ts'
import { loadProgram, loadTemplate } from '../program/load.ts'
import { telemetryFacts } from './telemetry-facts.ts'
import { earlySignals, weeklyCheck } from './weekly-check.ts'

type Tools = Work & { warehouse: Warehouse }

/**
 * What the clock causes for a running program: the check of the week, reminders of the intake, early-signal reports, late
 * escalations and sponsor actions; once a week also what coaches and mentors delivered, and what has arrived in the warehouse. Several
 * looks on a Monday catch the morning of every zone; once one of them has made the week's check, the later ones of that day are
 * idle. A look that was cut off comes again with the same `now`, and goes on.
 */
export const regularCheck = async (tools: Tools, tenantId: string, programId: string): Promise<void> => {
  const check = await weeklyCheck(tools, tenantId, programId)
  if (check && check.at !== tools.now && day(check.at) === day(tools.now)) return
  const weekly = check?.at === tools.now
  await remindIntake(tools, tenantId, programId)
  await checkEngagements(tools, tenantId, programId)
  await earlySignals(tools, tenantId, programId)
  if (weekly) await writeDeliveries(tools, tenantId, programId)
  // Last, as it leaves the platform: a warehouse that does not answer keeps nothing else waiting.
  if (weekly || (await waitsForTelemetry(tools, tenantId, programId))) await checkTelemetry(tools, tenantId, programId)
}

/** Whether the present gate is about the warehouse: then it is asked every day, not once a week. */
const waitsForTelemetry = async ({ store }: Tools, tenantId: string, programId: string): Promise<boolean> => {
  const program = await loadProgram(store, tenantId, programId)
  const { gates } = await loadTemplate(store, program)
  const gate = gates.find((each) => each.gate === program.currentGate)
  return program.status === 'running' && (gate?.criterion.all.some(({ fact }) => fact in telemetryFacts) ?? false)
}

/** Of UTC, in which the schedule is written. */
const day = (instant: string): string => instant.slice(0, 10)
