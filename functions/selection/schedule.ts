import { watchPool } from '@pilotgate/core/matching/watch-pool'
import { checkSupervision } from '@pilotgate/core/selection/supervision/daily-check'
import { forEachRunningProgram } from '../lib/schedule.ts'

export const handler = forEachRunningProgram(async (work, tenantId, programId) => {
  await checkSupervision(work, tenantId, programId)
  await watchPool(work, tenantId, programId)
})
