import type { Rubric } from '../rubric.ts'
import { behaviouralInterview } from './behavioural-interview.ts'
import { biasSimulation } from './bias-simulation.ts'
import { coachCalibration } from './coach-calibration.ts'
import { coachingSimulation } from './coaching-simulation.ts'
import { internalCoachCalibration } from './internal-coach-calibration.ts'
import { liveDemo } from './live-demo.ts'
import { mentorCalibration } from './mentor-calibration.ts'

export const rubricNames = [
  'live-demo',
  'coach-calibration',
  'mentor-calibration',
  'internal-coach-calibration',
  'behavioural-interview',
  'coaching-simulation',
  'bias-simulation',
] as const
export type RubricName = (typeof rubricNames)[number]

/** The rubrics that Pilotgate ships: version 1 of each. */
export const shippedRubrics: Record<RubricName, Rubric> = {
  'live-demo': liveDemo,
  'coach-calibration': coachCalibration,
  'mentor-calibration': mentorCalibration,
  'internal-coach-calibration': internalCoachCalibration,
  'behavioural-interview': behaviouralInterview,
  'coaching-simulation': coachingSimulation,
  'bias-simulation': biasSimulation,
}

export const isRubricName = (name: string): name is RubricName => name in shippedRubrics

/** The panel that decides on the appointment: nobody is appointed below a median of 4 of 5 (S-C6, S-M8). */
export const isCalibration = (name: string): boolean => name.endsWith('calibration')
export const calibrationMedian = 4
