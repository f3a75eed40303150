import { z } from 'zod'
import { scoped, timestamp } from '../program/record.ts'

/**
 * A steering pack as it was when the committee was asked; `id` is `W12.1.001` (gate, round, edition) or `day-60.1.001`. Nothing in it
 * changes afterwards: a decision names the edition it was made on.
 */
export const packRecord = scoped.extend({
  /** The gate, or `day-60`, `day-120`. */
  about: z.string(),
  round: z.number().int().min(1),
  edition: z.number().int().min(1),
  madeAt: timestamp,
  madeBy: z.string(),
  /** The whole page, self-contained. */
  html: z.string(),
  rag: z.enum(['green', 'amber', 'red']),
})
export type PackRecord = z.infer<typeof packRecord>
