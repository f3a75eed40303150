import { holders } from '../program/load.ts'
import type { Member } from '../program/person.ts'
import type { IntakeRecord } from './intake-record.ts'

/**
 * Places of coaches that nobody has been promised yet (D5): all places on the roster, less the participants whose decision starts
 * with a coach. A guide for the decision only; what is really taken is counted when matches are approved.
 */
export const coachPlacesFree = (members: Member[], intakes: IntakeRecord[], personId: string): number => {
  const places = holders(members, 'coach').reduce((sum, coach) => sum + coach.places, 0)
  const active = new Set(holders(members, 'participant').map(({ id }) => id))
  const promised = intakes.filter(
    ({ id, decision }) =>
      id !== personId &&
      active.has(id) &&
      decision?.services.some(({ service, order }) => service === 'coach' && order === 1),
  )
  return Math.max(0, places - promised.length)
}
