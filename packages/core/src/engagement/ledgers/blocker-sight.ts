import type { Actor } from '../../program/actor.ts'
import type { Role } from '../../program/roles.ts'
import { oversees, type Sight } from '../load-engagement.ts'
import type { BlockerRecord } from './blocker.ts'
import { escalationRoutes } from './escalation.ts'

/** Those who run the program remove what blocks people in it. */
const runsProgram = ({ roles }: Actor): boolean =>
  roles.some((role) => (escalationRoutes.operational.to as readonly Role[]).includes(role))

/**
 * How much of a blocker the actor sees: its words are for who raised it, the pair and the manager it concerns, and those who run
 * the program; other overseers see that it is there. `undefined`: nothing.
 * @param sight how the actor sees its engagement, if it has one
 */
export const blockerSight = (
  actor: Actor,
  { raisedBy }: Pick<BlockerRecord, 'raisedBy'>,
  sight: Sight | undefined,
): 'words' | 'status' | undefined => {
  if (raisedBy === actor.personId || sight === 'pair' || sight === 'manager' || runsProgram(actor)) return 'words'
  return oversees(actor) ? 'status' : undefined
}
