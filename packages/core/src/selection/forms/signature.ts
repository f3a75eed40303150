import { z } from 'zod'
import { sentence } from './field.ts'

/** A signature under a version of a document: the signer writes their own name. */
export const signature = z.strictObject({
  kind: z.literal('signature'),
  version: z.number().int().min(1),
  name: sentence(120),
  /** Manager time allocation: the protected share of working time, in per cent (10–20). */
  protectedPercent: z
    .number()
    .int()
    .min(10, 'Must be from 10 to 20 per cent.')
    .max(20, 'Must be from 10 to 20 per cent.')
    .optional(),
})
