import { z } from 'zod'
import { mark, personId, sentence } from './field.ts'

/** Who judges. Nobody with a conflict of interest, and not fewer than the rubric asks for. */
export const panel = z.strictObject({
  kind: z.literal('panel'),
  members: z.array(personId).min(1, 'Name the members of the panel.').max(9),
  /** The day they meet, in the program's zone. */
  meetsOn: z.iso.date().optional(),
})

/** One member's scores: a mark for each dimension of the rubric, and yes or no for each of its binary rules. */
export const scores = z.strictObject({
  kind: z.literal('scores'),
  marks: z.record(z.string(), mark),
  rules: z.record(z.string(), z.boolean()),
  note: sentence(2000).optional(),
})
