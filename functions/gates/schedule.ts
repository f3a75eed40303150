import { regularCheck } from '@pilotgate/core/gates/regular-check'
import { forEachRunningProgram } from '../lib/schedule.ts'

export const handler = forEachRunningProgram(regularCheck)
