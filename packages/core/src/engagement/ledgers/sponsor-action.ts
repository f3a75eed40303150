import { z } from 'zod'
import { scoped, timestamp } from '../../program/record.ts'

const sponsorActionTypes = ['introduction', 'advocacy', 'stretch assignment', 'resource'] as const

/** Days within which a sponsor action is due (E4). */
export const sponsorActionDays = 60

/** One row of the sponsor ledger (E4): what a mentor does for their mentee. `id` is `ENGAGEMENT.P001` … */
export const sponsorActionRecord = scoped.extend({
  engagementId: z.string(),
  type: z.enum(sponsorActionTypes),
  text: z.string().min(1).max(500),
  committedOn: z.iso.date(),
  dueOn: z.iso.date(),
  status: z.enum(['committed', 'done', 'confirmed', 'missed']),
  evidence: z.string().max(1000).optional(),
  doneAt: timestamp.optional(),
  /** The mentee confirms (E4). */
  confirmedAt: timestamp.optional(),
  loggedAt: timestamp,
})
export type SponsorActionRecord = z.infer<typeof sponsorActionRecord>
