import { z } from 'zod'
import { sessionStatuses, topicTag } from '../../engagement/sessions/session-record.ts'
import { timestamp } from '../../program/record.ts'

/** Rises when a field is added or means something else; fields are never removed or renamed. */
export const sessionRowSchema = 1

/** How long rows stay in the warehouse, in days. */
export const retentionDays = 730

/** What the field config says of a field, beside its type. */
type Documented = { meaning: string; source: string; purpose: string; personal: 'no' | 'pseudonymous id' | 'yes' }

const documented = <T extends z.ZodType>(schema: T, words: Documented): T => schema.meta(words)

/**
 * One version of one session in the analytics warehouse: metadata only, never notes, names or free text (P1). People are ids, which mean
 * somebody only as long as the platform keeps their record. Instants are ISO 8601 in UTC.
 */
export const warehouseRow = z.strictObject({
  schemaVersion: documented(z.literal(sessionRowSchema), {
    meaning: 'Version of this schema',
    source: 'platform',
    purpose: 'reading rows of several releases',
    personal: 'no',
  }),
  tenantId: documented(z.string().min(1), {
    meaning: 'Organisation',
    source: 'program',
    purpose: 'keeping organisations apart',
    personal: 'no',
  }),
  programId: documented(z.string().min(1), {
    meaning: 'Program',
    source: 'program',
    purpose: 'telemetry coverage of a program (W16)',
    personal: 'no',
  }),
  cohort: documented(z.enum(['coach', 'mentor']), {
    meaning: 'Service that the session belongs to',
    source: 'engagement',
    purpose: 'comparing services',
    personal: 'no',
  }),
  engagementId: documented(z.string().min(1), {
    meaning: 'Engagement of one participant with one coach or mentor',
    source: 'engagement',
    purpose: 'cadence and stalled pairs (E7)',
    personal: 'pseudonymous id',
  }),
  sessionId: documented(z.string().min(1), {
    meaning: 'Session',
    source: 'session',
    purpose: 'counting each session once',
    personal: 'pseudonymous id',
  }),
  rowVersion: documented(z.int().min(1), {
    meaning: 'Rises with each change of the session; the highest one counts',
    source: 'session',
    purpose: 'at-least-once delivery in any order',
    personal: 'no',
  }),
  status: documented(z.enum(sessionStatuses), {
    meaning: 'What became of the session',
    source: 'session',
    purpose: 'attendance (K1)',
    personal: 'yes',
  }),
  startsAt: documented(timestamp, {
    meaning: 'Planned start (UTC)',
    source: 'session',
    purpose: 'attendance over time (K1)',
    personal: 'yes',
  }),
  minutes: documented(z.int().min(1), {
    meaning: 'Planned length in minutes',
    source: 'session',
    purpose: 'cost of time (ROI)',
    personal: 'no',
  }),
  week: documented(z.string().regex(/^\d{4}-W\d{2}$/), {
    meaning: 'ISO week of the start on the wall calendar of the program',
    source: 'session',
    purpose: 'weekly rollups',
    personal: 'no',
  }),
  participantId: documented(z.string().min(1), {
    meaning: 'Participant',
    source: 'engagement',
    purpose: 'matched-cohort analysis (W23)',
    personal: 'pseudonymous id',
  }),
  providerId: documented(z.string().min(1), {
    meaning: 'Coach or mentor',
    source: 'engagement',
    purpose: 'capacity and quality of the pool (K15)',
    personal: 'pseudonymous id',
  }),
  topics: documented(z.array(topicTag).max(10), {
    meaning: 'Topics as tags; never text of the notes',
    source: 'session',
    purpose: 'themes of the cohort',
    personal: 'yes',
  }),
  actionItems: documented(z.int().min(0), {
    meaning: 'How many action items came out of the session',
    source: 'session',
    purpose: 'coaching-to-action conversion (K6)',
    personal: 'no',
  }),
  rating: documented(z.int().min(1).max(5).nullable(), {
    meaning: 'Rating by the participant from 1 to 5; empty when not rated',
    source: 'session',
    purpose: 'participant rating median (K17)',
    personal: 'yes',
  }),
  recordedAt: documented(timestamp, {
    meaning: 'When the platform recorded this version (UTC)',
    source: 'event',
    purpose: 'freshness of the telemetry (W16)',
    personal: 'no',
  }),
})
export type WarehouseRow = z.infer<typeof warehouseRow>

/** The topics of a session that may leave the platform: trimmed, each once; what is not of the shape of a tag stays at home. */
export const topicTags = (topics: string[]): string[] =>
  [...new Set(topics.map((topic) => topic.trim()).filter((topic) => topicTag.safeParse(topic).success))].slice(0, 10)
