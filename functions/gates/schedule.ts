import { container } from '@pilotgate/aws/container'
import { regularCheck } from '@pilotgate/core/gates/regular-check'
import { forEachRunningProgram } from '../lib/schedule.ts'

export const handler = forEachRunningProgram((work, tenantId, programId) =>
  regularCheck({ ...work, warehouse: container().warehouse }, tenantId, programId),
)
