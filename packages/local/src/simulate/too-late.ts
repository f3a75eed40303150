import { Refused } from '../seed/client.ts'
import type { Fate } from './world.ts'

/** What people meet who come too late: it was done or decided meanwhile, it is over, or they have left. */
const late = ['NotPossibleNow', 'NotFound', 'AlreadyDecided', 'CandidacyOver']

/** Does it, unless it is too late for that; then it is counted. @param further refusals that are taken for that, too */
export const unlessTooLate = async <T>(
  fate: Fate,
  act: () => Promise<T>,
  further: string[] = [],
): Promise<T | undefined> => {
  try {
    return await act()
  } catch (error) {
    if (!(error instanceof Refused) || ![...late, ...further].includes(error.problem.code)) throw error
    fate.tooLate += 1
    return undefined
  }
}
