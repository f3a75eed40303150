import { z } from 'zod'
import { scoped, timestamp } from '../../program/record.ts'
import { roiInputs } from './roi-inputs.ts'
import { roiResult } from './roi-result.ts'

/** A return on investment as it was reckoned; `id` is `ROI.` and a sortable id. A new reckoning is a new record. */
export const roiRecord = scoped.extend({
  inputs: roiInputs,
  /** Which inputs the platform filled in, and from what. */
  filledIn: z.array(z.string()),
  result: roiResult,
  by: z.string(),
  at: timestamp,
})
export type RoiRecord = z.infer<typeof roiRecord>
