import { z } from 'zod'
import { service } from '../intake/intake-record.ts'
import { scoped, timestamp } from '../program/record.ts'
import { pathNames } from './selection-path.ts'

/** Levels of internal coaches (§4); coaches from outside and mentors have none. */
export const levels = ['coach in training', 'certified internal coach', 'senior coach'] as const
export type Level = (typeof levels)[number]

/**
 * The proof that somebody passed their selection: a record of the organisation, good in all of its programs. `id` is
 * `SERVICE.PERSON`. Only who has a valid one can be matched.
 */
export const credentialRecord = scoped.extend({
  personId: z.string(),
  service,
  path: z.enum(pathNames),
  /** Where it was earned. */
  programId: z.string(),
  candidacyId: z.string(),
  passedAt: timestamp,
  /** Median of the calibration panel, and how many members scored (S-C6, S-M8). */
  calibration: z.strictObject({ median: z.number().min(1).max(5), members: z.number().int().min(1) }),
  /** Documented introductions of the 18 months before the application (S-M2). */
  introductions: z.number().int().min(0),
  level: z.enum(levels).optional(),
  levelSince: timestamp.optional(),
  status: z.enum(['valid', 'suspended', 'lapsed']),
  because: z.string().optional(),
  /** Recertification may be done from the first day and must be done by the second (Q3: 12 to 18 months; mentors: a year). */
  recertifyFrom: timestamp,
  recertifyBy: timestamp,
  remindedAt: timestamp.optional(),
  /** When the next outcomes brief is due (Q4: every 12 months). */
  briefDueAt: timestamp,
  briefRemindedAt: timestamp.optional(),
})
export type CredentialRecord = z.infer<typeof credentialRecord>

export const credentialId = (service: CredentialRecord['service'], personId: string): string => `${service}.${personId}`
