import type { Scope, Store } from '../../ports.ts'
import { selectionPaths } from '../paths/paths.ts'
import { readInterRater } from '../read-inter-rater.ts'
import { stepsOf } from '../selection-path.ts'
import type { InterRater } from './calibration-record.ts'

/**
 * How alike panels on mentors marked that closed in a period, by rubric (Q6). A rubric of which too few panels closed has no
 * figure and is left out.
 */
export const agreementOnMentors = async (
  store: Store,
  scope: Scope,
  between: { from: string; to: string },
): Promise<InterRater[]> => {
  const own = new Set(stepsOf(selectionPaths['internal-mentor']).map(({ rubric }) => rubric))
  const found = await readInterRater(store, scope, between)
  return found.flatMap(({ rubric, panels, agreement }) => {
    if (!own.has(rubric) || !agreement) return []
    const { alpha, ...shares } = agreement
    return [{ rubric, panels, ...shares, ...(alpha !== undefined && { alpha }) }]
  })
}
