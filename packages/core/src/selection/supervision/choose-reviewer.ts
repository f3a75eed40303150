import { holders } from '../../program/load.ts'
import type { Member, Person } from '../../program/person.ts'
import { type RosterInput, supervisorsOf } from './roster.ts'
import { supervisionConflict } from './supervision-conflict.ts'

/**
 * Who reviews a coach (Q2): the lead coach by the roster, else the master coach, else any active supervisor, else a coach lead;
 * the first without a conflict of interest. Of several supervisors, who has the fewest reviews so far.
 * @param load reviews that each already has in this quarter
 * @returns `undefined` when nobody is independent
 */
export const chooseReviewer = (
  personId: string,
  roster: RosterInput,
  members: Member[],
  people: ReadonlyMap<string, Person>,
  load: ReadonlyMap<string, number>,
): string | undefined => {
  const may = new Set([...holders(members, 'supervisor'), ...holders(members, 'coach lead')].map(({ id }) => id))
  const others = (role: 'supervisor' | 'coach lead') =>
    holders(members, role)
      .map(({ id }) => id)
      .sort((a, b) => (load.get(a) ?? 0) - (load.get(b) ?? 0) || (a < b ? -1 : 1))
  const inOrder = [...supervisorsOf(roster, personId), ...others('supervisor'), ...others('coach lead')]
  return inOrder.find((id) => may.has(id) && supervisionConflict(id, personId, people) === undefined)
}
