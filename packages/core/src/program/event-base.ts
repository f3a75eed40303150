import { z } from 'zod'
import { timestamp } from './record.ts'

/** What every event says. What concerns the organisation and no program has `-` for a program id. */
export const eventBase = {
  eventId: z.string(),
  tenantId: z.string(),
  programId: z.string(),
  at: timestamp,
  by: z.string(),
}
