import { z } from 'zod'
import { instrumentNames } from '../../program/collected.ts'
import { scoped, timestamp } from '../../program/record.ts'

/** How somebody who answers stands to the person it is about. */
export const relations = ['self', 'manager', 'peer', 'report', 'coach', 'mentor', 'sponsor'] as const
export type Relation = (typeof relations)[number]

/**
 * One filled-in instrument; `id` is the id of the task that asked for it: `GATE.ROUND.INSTRUMENT.SUBJECT.PERSON`. Single answers are
 * for the person who gave them; everybody else sees aggregates of five and more (P7).
 */
export const responseRecord = scoped.extend({
  instrument: z.enum(instrumentNames),
  /** The version of the question bank that was answered. */
  bank: z.number().int().min(1),
  gate: z.string(),
  round: z.number().int().min(1),
  /** Whom it is about; the program itself (`-`) for ratings of the program by a sponsor. */
  subjectId: z.string(),
  respondentId: z.string(),
  relation: z.enum(relations),
  /** Question id → rating 1–5; questions that were left out are absent. */
  ratings: z.record(z.string(), z.number().int().min(1).max(5)),
  /** Yes-or-no questions (attestation). */
  yes: z.record(z.string(), z.boolean()),
  /** A word in addition, for program operations. */
  comment: z.string().max(2000).optional(),
  at: timestamp,
})
export type ResponseRecord = z.infer<typeof responseRecord>

/** Who rates a participant (360); `id` is the participant's id. The follow-up asks the same people again. */
export const ratersRecord = scoped.extend({
  raters: z.array(z.strictObject({ personId: z.string(), relation: z.enum(relations) })).max(12),
  by: z.string(),
  at: timestamp,
})
export type RatersRecord = z.infer<typeof ratersRecord>
