import { z } from 'zod'
import { scoped, timestamp } from '../../program/record.ts'

/** The clauses of a working agreement (E2). `sponsor actions` is for mentors. */
export const clauseNames = [
  'scope',
  'confidentiality',
  'cadence and format',
  'success criteria',
  'escalation path',
  'data-use consent',
  'sponsor actions',
  'termination',
] as const
export type ClauseName = (typeof clauseNames)[number]

/** One version of a working agreement; `id` is `ENGAGEMENT.001`, `.002` … A change is a new version that both sign again. */
export const agreementRecord = scoped.extend({
  engagementId: z.string(),
  number: z.number().int().min(1),
  clauses: z.partialRecord(z.enum(clauseNames), z.string().min(1)),
  /** Why it was changed; absent for the first. */
  change: z.string().optional(),
  madeAt: timestamp,
  madeBy: z.string(),
  signatures: z.array(z.strictObject({ personId: z.string(), name: z.string(), at: timestamp })),
})
export type AgreementRecord = z.infer<typeof agreementRecord>
