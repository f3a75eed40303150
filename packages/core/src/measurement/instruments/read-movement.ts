import type { Store } from '../../ports.ts'
import type { Actor } from '../../program/actor.ts'
import { allOf } from '../../program/load.ts'
import { type CohortMovement, cohortMovement } from './cohort-movement.ts'
import { collectionsOf, stillOpen } from './collections.ts'

import { movementOf } from './movement.ts'

/** How far the cohort's target behaviours moved in the 360; nothing while a follow-up is open, as the next answer would be the difference. */
export const readMovement = async (
  store: Store,
  actor: Actor,
  programId: string,
): Promise<CohortMovement & { withheld?: string }> => {
  const scope = { tenantId: actor.tenantId, scope: programId }
  const [tasks, responses] = await Promise.all([allOf(store, 'task', scope), allOf(store, 'response', scope)])
  const of360 = collectionsOf(tasks, responses).filter(({ instrument }) => instrument.endsWith('-360'))
  if (of360.some(({ open }) => open)) return { ...cohortMovement([]), withheld: stillOpen }
  return cohortMovement(movementOf(of360.flatMap((each) => each.responses)))
}
