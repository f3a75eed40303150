import { remindIntake } from '../intake/remind-intake.ts'
import type { Work } from '../program/actor.ts'
import { earlySignals, weeklyCheck } from './weekly-check.ts'

/**
 * What the clock causes for a running program: the check of the week, reminders of the intake, early-signal reports. Several looks
 * on a Monday catch the morning of every zone; once one of them has made the week's check, the later ones of that day are idle.
 * A look that was cut off comes again with the same `now`, and goes on.
 */
export const regularCheck = async (work: Work, tenantId: string, programId: string): Promise<void> => {
  const check = await weeklyCheck(work, tenantId, programId)
  if (check && check.at !== work.now && day(check.at) === day(work.now)) return
  await remindIntake(work, tenantId, programId)
  await earlySignals(work, tenantId, programId)
}

/** Of UTC, in which the schedule is written. */
const day = (instant: string): string => instant.slice(0, 10)
