import { z } from 'zod'
import { scoped, timestamp } from '../../program/record.ts'

const milestoneKinds = ['milestone', 'acceptance criterion', 'deployable outcome'] as const

/** What a pair wants to reach by a day (90-day milestones; §7.2 acceptance criteria and artifacts). `id` is `ENGAGEMENT.M001` … */
export const milestoneRecord = scoped.extend({
  engagementId: z.string(),
  kind: z.enum(milestoneKinds),
  title: z.string().min(1).max(300),
  dueOn: z.iso.date(),
  status: z.enum(['open', 'reached', 'dropped']),
  evidence: z.string().max(1000).optional(),
  reachedAt: timestamp.optional(),
  loggedAt: timestamp,
})
export type MilestoneRecord = z.infer<typeof milestoneRecord>
