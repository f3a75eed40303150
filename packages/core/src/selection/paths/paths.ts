import type { PathName, SelectionPath, Step } from '../selection-path.ts'
import { stepsOf } from '../selection-path.ts'
import { externalCoach } from './external-coach.ts'
import { internalCoach } from './internal-coach.ts'
import { internalMentor } from './internal-mentor.ts'

export const selectionPaths: Record<PathName, SelectionPath> = {
  'external-coach': externalCoach,
  'internal-mentor': internalMentor,
  'internal-coach': internalCoach,
}

/** @throws Error for a step that the path does not have: machines and records name only their own. */
export const findStep = (path: PathName, step: string): Step => {
  const found = stepsOf(selectionPaths[path]).find((each) => each.step === step)
  if (!found) throw new Error(`The path ${path} has no step ${step}.`)
  return found
}
