import { earlySignals, weeklyCheck } from '@pilotgate/core/gates/weekly-check'
import { forEachRunningProgram } from '../lib/schedule.ts'

export const handler = forEachRunningProgram(async (work, tenantId, programId) => {
  await weeklyCheck(work, tenantId, programId)
  await earlySignals(work, tenantId, programId)
})
