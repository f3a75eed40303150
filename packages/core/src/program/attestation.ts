import { z } from 'zod'
import { factValue } from './fact.ts'
import { scoped, timestamp } from './record.ts'

/** A fact stated by a person: value, source, note, who and when. Rows are only ever added; `id` starts with the fact's name. */
export const attestation = scoped.extend({
  fact: z.string(),
  gate: z.string(),
  value: factValue,
  source: z.string().min(1),
  note: z.string(),
  by: z.string(),
  at: timestamp,
})
export type Attestation = z.infer<typeof attestation>
