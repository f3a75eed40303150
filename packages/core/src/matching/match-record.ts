import { z } from 'zod'
import { service } from '../intake/intake-record.ts'
import { scoped, timestamp } from '../program/record.ts'
import { profileNames, signals } from './weights.ts'

/** What one signal adds to a score. `value` is 0–1; `weight` is what counts after missing signals shared theirs out (M9). */
export const contribution = z.strictObject({
  signal: z.enum(signals),
  value: z.number().min(0).max(1).optional(),
  weight: z.number().min(0).max(100),
  points: z.number().min(0).max(100),
  words: z.string(),
})
export type Contribution = z.infer<typeof contribution>

/** A score from 0 to 100 in hundredths, how much of the full weight it rests on (0–1), and why (M5, M9). */
export const matchScore = z.strictObject({
  score: z.number().min(0).max(100),
  confidence: z.number().min(0).max(1),
  profile: z.enum(profileNames),
  contributions: z.array(contribution),
  sentence: z.string(),
  /** Fields that were not used because consent is missing (I3). */
  withoutConsent: z.array(z.string()),
})
export type MatchScore = z.infer<typeof matchScore>

/** The reasons for an override (M7). */
export const overrideReasons = [
  'political capital',
  'chemistry',
  'capacity',
  'conflict',
  'strategic sponsor',
  'availability',
  'other',
] as const

/** Who must approve a match (M6): the program owner for the top 20 % by impact, a person for impact flags, else in bulk. */
export const reviewLevels = ['program owner', 'manual', 'bulk'] as const

export const matchStatuses = ['proposed', 'approved', 'published', 'replaced', 'ended', 'withdrawn'] as const

/** A proposed engagement of one participant with one coach or mentor; `id` starts with the participant's id. */
export const matchRecord = scoped.extend({
  participantId: z.string(),
  providerId: z.string(),
  service,
  order: z.number().int().min(1),
  runId: z.string(),
  status: z.enum(matchStatuses),
  review: z.enum(reviewLevels),
  /** Why it needs that review, in words. */
  reviewReason: z.string(),
  impact: z.number().min(0).max(100),
  result: matchScore,
  alternatives: z.array(z.strictObject({ providerId: z.string(), score: z.number(), whyNot: z.string() })),
  override: z
    .strictObject({
      reason: z.enum(overrideReasons),
      text: z.string(),
      instead: z.string(),
      by: z.string(),
      at: timestamp,
    })
    .optional(),
  approvedBy: z.string().optional(),
  approvedAt: timestamp.optional(),
  publishedAt: timestamp.optional(),
  /** Week-1 chemistry check and 30-day reassessment (M8). */
  chemistry: z.strictObject({ fits: z.boolean(), note: z.string(), at: timestamp }).optional(),
  reassessment: z.strictObject({ keep: z.boolean(), note: z.string(), at: timestamp }).optional(),
  /** When the score was last worked out; a consent revoked later makes it stale (I3). Absent: with the run. */
  scoredAt: timestamp.optional(),
  /** The participant picked this provider out of the alternatives (program setting `rankedChoice`). */
  chosenAt: timestamp.optional(),
  /** One of the pair has left the organisation: the pair waits, and its place is given back. */
  pausedAt: timestamp.optional(),
  /** Why it was withdrawn or ended, and by whom (a person, or the platform). */
  endedBecause: z.string().optional(),
  endedBy: z.string().optional(),
  endedAt: timestamp.optional(),
  replacedBy: z.string().optional(),
  replaces: z.string().optional(),
})
export type MatchRecord = z.infer<typeof matchRecord>

/** How far the review of a run has come; the machine `match-review` goes on from here after a pause. */
const reviewStages = ['matching owner', 'program owner', 'publish', 'chemistry', 'reassessment', 'over'] as const

/** One solve of a whole cohort (M5), or a single reassignment; `id` is `R001`, `R002` … in the order of time. */
export const matchingRunRecord = scoped.extend({
  objective: z.enum(['best-score', 'most-matched']),
  at: timestamp,
  by: z.string(),
  proposed: z.number().int(),
  total: z.number(),
  /** Whether the plan is certified to be the best (dual certificate). */
  optimal: z.boolean(),
  /** The wait-list (C); `service` is absent as long as nobody knows which one the participant needs. */
  unmatched: z.array(z.strictObject({ participantId: z.string(), service: service.optional(), why: z.string() })),
  /** Pairs that a person had chosen, but that could not be kept, with the reason. */
  notKept: z.array(z.strictObject({ participantId: z.string(), providerId: z.string(), why: z.string() })).optional(),
  stage: z.enum(reviewStages).optional(),
  /** How often the present reviewer was reminded, and when last. */
  reminders: z.number().int().min(0).optional(),
  remindedAt: timestamp.optional(),
  publishedAt: timestamp.optional(),
  /** The execution of `match-review`, the token of the question it waits on and that of a pause. None leaves the server. */
  executionArn: z.string().optional(),
  taskToken: z.string().optional(),
  pauseToken: z.string().optional(),
})
export type MatchingRunRecord = z.infer<typeof matchingRunRecord>

/** A program's matching settings; `id` is `settings`. Changes are events. */
export const matchingSettingsRecord = scoped.extend({
  profiles: z.record(z.string(), z.record(z.string(), z.number())),
  objective: z.enum(['best-score', 'most-matched']),
  /** The participant picks one of three (M6, program setting). */
  rankedChoice: z.boolean(),
})
export type MatchingSettingsRecord = z.infer<typeof matchingSettingsRecord>
