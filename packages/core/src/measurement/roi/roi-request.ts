import { z } from 'zod'
import { benefitInput, costInputs, roiInputs } from './roi-inputs.ts'

/**
 * What a return on investment is asked for with. What the platform knows may be left out: the difference of a benefit (`impact`
 * names the report, or `latest`), the costs (from the newest budget that is ready), the hours of coaches (from sessions held).
 */
export const roiRequest = roiInputs.extend({
  yearOne: roiInputs.shape.yearOne.default(true),
  seed: roiInputs.shape.seed.default(1),
  benefits: z
    .array(benefitInput.extend({ impact: z.string().min(1).max(64).optional() }))
    .min(1)
    .max(12),
  costs: costInputs.partial().default({}),
})
export type RoiRequest = z.output<typeof roiRequest>
