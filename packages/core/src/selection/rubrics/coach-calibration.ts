import type { Rubric } from '../rubric.ts'
import { coachingDimensions } from './live-demo.ts'

/** S-C6: over all that was seen of the coach, not the demo alone. */
export const coachCalibration: Rubric = {
  rubric: 'coach-calibration',
  title: 'Calibration of a coach',
  dimensions: coachingDimensions,
  knockOuts: [],
  minimumPanel: 3,
  composition: [],
  passes: { median: 4, lowest: 3 },
  rejectsBelow: 2.5,
}
