import type { Store } from '../ports.ts'
import { holders } from '../program/load.ts'
import type { Member } from '../program/person.ts'
import type { Role } from '../program/roles.ts'
import { credentialsOf } from '../selection/find-credential.ts'

/**
 * The members who are asked as holders of a role. Who carries the role of a coach or mentor but has not passed the selection is
 * not one yet, and is not asked as one; where nobody has passed, coaches and mentors are selected elsewhere, and all are asked.
 */
export const askedMembers = async (
  store: Store,
  tenantId: string,
  members: Member[],
  role: Role,
): Promise<Member[]> => {
  const all = holders(members, role)
  if (role !== 'coach' && role !== 'mentor') return all
  const ids = all.map(({ id }) => id)
  const passed = new Set((await credentialsOf(store, tenantId, ids, [role])).map(({ personId }) => personId))
  return passed.size === 0 ? all : all.filter(({ id }) => passed.has(id))
}
