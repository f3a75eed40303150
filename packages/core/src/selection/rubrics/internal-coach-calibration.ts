import type { Rubric } from '../rubric.ts'
import { coachingDimensions } from './live-demo.ts'

/** S-I: HR, an external master coach (who holds the role `supervisor`) and a business sponsor look at the evidence together. */
export const internalCoachCalibration: Rubric = {
  rubric: 'internal-coach-calibration',
  title: 'Calibration of an internal coach',
  dimensions: coachingDimensions,
  knockOuts: [],
  minimumPanel: 3,
  composition: ['hr head', 'supervisor', 'sponsor'],
  passes: { median: 4, lowest: 3 },
  rejectsBelow: 2.5,
}
