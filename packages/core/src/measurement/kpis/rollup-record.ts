import { z } from 'zod'
import { scoped } from '../../program/record.ts'

/** Counter → whole number. Fractions are never counted: money in cents, time in minutes, ratings as one counter each. */
export const counters = z.record(z.string(), z.number().int())
export type Counters = z.infer<typeof counters>

/** What a row adds to the counters of one local week. */
const share = z.strictObject({ week: z.string(), counters })

/**
 * What one row behind the KPIs adds to the counters, as of its `revision`: an event of an older revision changes nothing any more, which
 * makes rollups indifferent to duplicates and order. `id` is `KIND.ROW`, for example `session.01J….S003`.
 */
export const contributionRecord = scoped.extend({
  revision: z.number().int().min(1),
  engagementId: z.string().optional(),
  cohort: z.enum(['coach', 'mentor']).optional(),
  shares: z.array(share),
})
export type ContributionRecord = z.infer<typeof contributionRecord>

/**
 * The counters of one local ISO week; `id` is `program.2027-W02`, `cohort.coach.2027-W02` or `engagement.ENGAGEMENT.2027-W02`. A
 * cohort within a program is all its participants who are coached, or all who are mentored.
 */
export const rollupRecord = scoped.extend({ counters })
export type RollupRecord = z.infer<typeof rollupRecord>
