import { earlySignals, weeklyCheck } from '@pilotgate/core/gates/weekly-check'
import { remindIntake } from '@pilotgate/core/intake/remind-intake'
import { forEachRunningProgram } from '../lib/schedule.ts'

export const handler = forEachRunningProgram(async (work, tenantId, programId) => {
  await weeklyCheck(work, tenantId, programId)
  await remindIntake(work, tenantId, programId)
  await earlySignals(work, tenantId, programId)
})
