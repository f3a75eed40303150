import type { NewEvent } from '../../events.ts'
import type { ReadingRecord } from './reading.ts'

/** Tells a reading as it is about to be written over the version it carries: `revision` is the version that it gets. */
export const readingRecorded = (reading: ReadingRecord): NewEvent => ({
  type: 'reading.recorded',
  tenantId: reading.tenantId,
  programId: reading.scope,
  at: reading.at,
  by: reading.by,
  readingId: reading.id,
  ...(reading.engagementId !== undefined && { engagementId: reading.engagementId }),
  revision: reading.version + 1,
  kpi: reading.kpi,
  on: reading.on,
  group: reading.group,
  part: reading.part,
  whole: reading.whole,
})
