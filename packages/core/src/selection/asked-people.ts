import type { Store } from '../ports.ts'
import { holders, loadPeople } from '../program/load.ts'
import type { Member } from '../program/person.ts'
import type { Role } from '../program/roles.ts'
import type { StepRound } from './candidacy.ts'
import { conflictOf } from './conflict-of-interest.ts'
import { passedOf } from './find-credential.ts'
import type { Ground } from './load-candidacy.ts'
import { judgingRole } from './panel-problems.ts'
import type { Requirement } from './selection-path.ts'

/** The people who get a task, and by which role; or why there is nobody, with what to do about it. */
export type AskedPeople = { people: { personId: string; role: Role }[] } | { nobody: string }

/** Whom a requirement asks (`Asked`). Referees are none of the program; they are asked by reference. */
export const askedPeople = async (
  store: Store,
  ground: Ground,
  round: StepRound,
  { asks, role, title }: Requirement,
  peers: string[],
): Promise<AskedPeople> => {
  const { candidate, path, ref } = ground
  const activeMembers = async () => {
    const members = await ground.members()
    return new Map(members.filter(({ status }) => status === 'active').map((member) => [member.id, member]))
  }
  switch (asks) {
    case 'candidate':
      return { people: [{ personId: candidate.id, role: path.service }] }
    case 'manager': {
      const { managerId } = candidate
      const manager = managerId === undefined ? undefined : (await activeMembers()).get(managerId)
      if (manager) return { people: [{ personId: manager.id, role: 'manager' }] }
      const why = `"${title}" asks the candidate's manager, who has no part in this program.`
      return { nobody: `${why} Add the manager to the roster and name them there as the candidate's manager.` }
    }
    case 'lead':
      return firstWithoutConflict(store, ground, [path.lead, 'program owner'], title)
    case 'assessor':
      return firstWithoutConflict(store, ground, [role!], title)
    case 'panel': {
      const active = await activeMembers()
      const seats = round.panel!.members.flatMap((personId) => active.get(personId) ?? [])
      const ids = seats.map(({ id }) => id)
      const passed = await passedOf(store, ref.tenantId, path.service, ids)
      return {
        people: seats.map((member) => ({
          personId: member.id,
          role: judgingRole(member, path.service, passed) ?? member.roles[0]!,
        })),
      }
    }
    case 'peers':
      return { people: peers.map((personId) => ({ personId, role: path.service })) }
    case 'referees':
      return { people: [] }
  }
}

/** The first active holder of the first role, then of the next, whom nothing keeps from judging the candidate. */
const firstWithoutConflict = async (
  store: Store,
  ground: Ground,
  roles: Role[],
  title: string,
): Promise<AskedPeople> => {
  const { candidate, ref } = ground
  const [members, declared] = await Promise.all([ground.members(), ground.declared()])
  const found = roles.flatMap((role) => holders(members, role).map((member): [Role, Member] => [role, member]))
  const people = await loadPeople(
    store,
    ref.tenantId,
    found.map(([, { id }]) => id),
  )
  const free = found.find(([, { id }]) => {
    const person = people.get(id)
    return person && !conflictOf({ candidate, person, declared })
  })
  if (free) return { people: [{ personId: free[1].id, role: free[0] }] }
  const why = `"${title}" asks somebody with the role ${roles[0]} who has no conflict of interest, and there is nobody.`
  return { nobody: `${why} Give somebody that role on the roster.` }
}
