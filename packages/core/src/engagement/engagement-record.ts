import { z } from 'zod'
import { service } from '../intake/intake-record.ts'
import { scoped, timestamp } from '../program/record.ts'

/** What has to be there before the first session may be scheduled (E1). */
export const kickoffItems = [
  'intake with measurable goals',
  'signed working agreement',
  'baseline',
  'calendar blocks',
  'program owner contact',
  'data consent',
] as const
export type KickoffItem = (typeof kickoffItems)[number]

/** How much the provider guides (E10): gives answers, asks questions, or only debriefs. It should fall over time. */
export const guidanceLevels = ['answers', 'questions', 'debrief'] as const

export const engagementStatuses = ['preparing', 'active', 'closing', 'ended'] as const

/** Why an engagement ended; only the first is its planned end. */
const endReasons = ['completed', 'reassigned', 'withdrawn', 'program over'] as const

/** How often and how long a pair meets (domain §2); a working agreement can change it. */
export const cadence = z.strictObject({
  /** Days between sessions: 7, 14 or 30 as shipped. */
  everyDays: z.number().int().min(1).max(120),
  minutes: z.number().int().min(15).max(240),
  /** Planned number of sessions, and the last day (local date). */
  sessions: z.number().int().min(1).max(60),
  endsOn: z.iso.date(),
  /** Days between review checkpoints (E5): 4–6 weeks for a coach, a quarter for a mentor. */
  reviewEveryDays: z.number().int().min(7).max(120),
})
export type Cadence = z.infer<typeof cadence>

/** A session that lies ahead, kept with the engagement to tell overlaps without reading every session. */
const upcoming = z.strictObject({ sessionId: z.string(), startsAt: timestamp, minutes: z.number().int() })

/**
 * One participant with one coach or mentor; `id` is the id of the match it grew from, and so begins with the participant's id.
 * Tokens and ARNs never leave the server.
 */
export const engagementRecord = scoped.extend({
  participantId: z.string(),
  providerId: z.string(),
  service,
  /** A mentor coach works on project data (hybrid): signs a role charter and a data-access agreement first (E2). */
  mentorCoach: z.boolean(),
  status: z.enum(engagementStatuses),
  cadence,
  publishedAt: timestamp,
  /** The provider's role charter and data-access agreement, where one is needed. */
  charterSignedAt: timestamp.optional(),
  /** The version of the working agreement that both signed last. */
  agreement: z.number().int().min(1).optional(),
  /** Three intended starts of first sessions (E1); they become sessions at the kickoff. */
  blocks: z.array(timestamp).max(3),
  kickedOffAt: timestamp.optional(),
  upcoming: z.array(upcoming),
  /** How many sessions were ever made; the next one gets this number plus one. */
  sessionsMade: z.number().int().min(0),
  lastHeldAt: timestamp.optional(),
  /** Review checkpoints held (E5), oldest first. */
  reviews: z.array(z.strictObject({ at: timestamp, by: z.string(), goOn: z.boolean() })),
  reviewAskedAt: timestamp.optional(),
  /** Since when no session was held in two cadences (E7), and what was done about it. */
  stalledSince: timestamp.optional(),
  nudgedAt: timestamp.optional(),
  escalatedAt: timestamp.optional(),
  guidance: z.array(z.strictObject({ level: z.enum(guidanceLevels), at: timestamp, by: z.string() })),
  /** E10: the learner handled a novel hard situation alone and gave an account of it. */
  independentSince: timestamp.optional(),
  /** One of the two has left the organisation: nothing is asked and no session held until the owner decides (domain §11). */
  paused: z.strictObject({ at: timestamp, personId: z.string(), changeId: z.string() }).optional(),
  /** When it went on after the last pause; the pair is not late before (E7). */
  resumedAt: timestamp.optional(),
  endedAt: timestamp.optional(),
  endReason: z.enum(endReasons).optional(),
  /** The engagement that takes over (coach → mentor), and what it was given (E6). */
  handoff: z
    .strictObject({ to: z.string(), at: timestamp, carries: z.array(z.string()), withheld: z.array(z.string()) })
    .optional(),
  /** Reminders of what is asked now, and what that is. */
  asked: z.enum(['charter', 'agreement', 'kickoff', 'closing']).optional(),
  reminders: z.number().int().min(0),
  remindedAt: timestamp.optional(),
  executionArn: z.string().optional(),
  taskToken: z.string().optional(),
  pauseToken: z.string().optional(),
})
export type EngagementRecord = z.infer<typeof engagementRecord>
