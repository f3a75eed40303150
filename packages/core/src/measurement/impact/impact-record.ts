import { z } from 'zod'
import { scoped, timestamp } from '../../program/record.ts'
import { impactReport } from './impact-report.ts'

/**
 * A matched comparison as it was measured; `id` is `IMPACT.` and a sortable id. Of the rows it was measured from only the pseudonyms
 * of the pairs are kept.
 */
export const impactRecord = scoped.extend({
  /** What it is about, in a few words. */
  title: z.string(),
  /** Which way of the outcome is better. */
  better: z.enum(['higher', 'lower']),
  report: impactReport,
  by: z.string(),
  at: timestamp,
})
export type ImpactRecord = z.infer<typeof impactRecord>
