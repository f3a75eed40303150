import { z } from 'zod'
import { sentence } from './field.ts'

/** Shadowing and supervised practice (S-I): the coached sessions, without a word of what was said in them. */
export const practice = z.strictObject({
  kind: z.literal('practice'),
  sessions: z
    .array(z.strictObject({ on: z.iso.date(), minutes: z.number().int().min(15).max(180), recorded: z.boolean() }))
    .min(1, 'Log your coached sessions.')
    .max(60),
  learned: sentence(2000),
})
