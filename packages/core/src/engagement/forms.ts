import { z } from 'zod'
import { sentence } from '../selection/forms/field.ts'
import { closingForm } from './closing/closing.ts'

/** The signer writes their own name. */
const name = sentence(120)
const version = z.number().int().min(1)

/** A mentor coach signs the present versions of both texts (E2). */
export const charterForm = z.strictObject({
  kind: z.literal('charter'),
  roleCharter: version,
  dataAccess: version,
  name,
})

/** A signature under a version of the working agreement (E2). */
export const agreementForm = z.strictObject({ kind: z.literal('agreement'), number: version, name })

/** The starts of the first three sessions (E1), instants in UTC, in any order. */
export const firstBlocks = z.array(z.iso.datetime('Must be an instant like "2027-02-01T09:00:00Z".')).length(3, {
  error: 'Name three starts.',
})
const kickoffForm = z.strictObject({ kind: z.literal('kickoff'), blocks: firstBlocks })

/** What a task of an engagement takes as its answer. */
export const engagementForms = [charterForm, agreementForm, kickoffForm, ...closingForm.options] as const
export type EngagementForm = z.infer<(typeof engagementForms)[number]>
