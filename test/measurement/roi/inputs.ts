import { exactly } from '../../../packages/core/src/measurement/roi/range.ts'
import { type RoiInputs, roiInputs } from '../../../packages/core/src/measurement/roi/roi-inputs.ts'

/**
 * The example of seed 002, with numbers that give its 1.6: approvals of 30 managers take 31 instead of 46 days over nine months.
 * By hand: 15 days × 60 decisions × EUR 120 = EUR 108,000; 20,000 + 300 h × 85 + 6,000 + 12,800 + 25 % of 12,800 = EUR 67,500.
 */
export const example = (more: Partial<RoiInputs> = {}): RoiInputs =>
  roiInputs.parse({
    currency: 'EUR',
    months: 9,
    yearOne: true,
    seed: 1,
    benefits: [
      {
        rule: 'turnaround-days',
        counterfactual: { kind: 'matched cohort', words: '30 managers without coaching', value: exactly(46) },
        observed: exactly(31),
        quantity: exactly(60),
        priceCents: exactly(12_000),
      },
    ],
    costs: {
      training: exactly(2_000_000),
      coachHours: exactly(300),
      coachHour: exactly(8_500),
      supervision: exactly(600_000),
      platform: exactly(1_280_000),
      integration: exactly(0.25),
      others: [],
    },
    ...more,
  })
