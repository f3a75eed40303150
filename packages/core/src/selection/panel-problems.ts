import type { FieldProblem } from '../errors.ts'
import type { Service } from '../intake/intake-record.ts'
import type { Member, Person } from '../program/person.ts'
import type { Role } from '../program/roles.ts'
import { conflictOf } from './conflict-of-interest.ts'
import type { Rubric } from './rubric.ts'

/** Roles whose holders may judge a candidate. Coaches and mentors may, too, once they have passed themselves. */
const judgingRoles: readonly Role[] = [
  'program owner',
  'program lead',
  'learning operations',
  'coach lead',
  'mentor lead',
  'supervisor',
  'hr head',
  'learning director',
  'sponsor',
  'transformation lead',
]

export type PanelToName = {
  rubric: Rubric
  service: Service
  candidate: Pick<Person, 'id' | 'managerId'>
  declared: readonly string[]
  /** The people named, as far as the program knows them. */
  members: ReadonlyMap<string, Member>
  people: ReadonlyMap<string, Person>
  /** Coaches or mentors of this service with a valid credential. */
  passed: ReadonlySet<string>
}

/** By which role somebody sits in a panel; `undefined` when they may not. */
export const judgingRole = (member: Member, service: Service, passed: ReadonlySet<string>): Role | undefined =>
  judgingRoles.find((role) => member.roles.includes(role)) ??
  (member.roles.includes(service) && passed.has(member.id) ? service : undefined)

/** What speaks against a panel (S-C3, S-C6, S-M8, S-I), each naming the member it is about. Empty when it can be named. */
export const panelProblems = (named: string[], panel: PanelToName): FieldProblem[] => {
  const { rubric } = panel
  const problems = named.flatMap((personId, index): FieldProblem[] => {
    const problem = memberProblem(personId, named.indexOf(personId) !== index, panel)
    return problem ? [{ field: `answer.members.${index}`, problem }] : []
  })
  const different = new Set(named).size
  if (different < rubric.minimumPanel) {
    const problem = `Needs at least ${rubric.minimumPanel} members; these are ${different}.`
    problems.push({ field: 'answer.members', problem })
  }
  const missing = rolesNotSeated(named, panel)
  if (missing.length > 0) {
    const problem = `Needs another member for each of these roles: ${rubric.composition.join(', ')}. Not seated: ${missing.join(', ')}.`
    problems.push({ field: 'answer.members', problem })
  }
  return problems
}

const memberProblem = (
  personId: string,
  twice: boolean,
  { service, candidate, declared, members, people, passed }: PanelToName,
): string | undefined => {
  if (twice) return 'Is named twice.'
  const member = members.get(personId)
  const person = people.get(personId)
  if (member?.status !== 'active' || !person) return 'Has no part in this program. Add them to the roster first.'
  const conflict = conflictOf({ candidate, person, declared })
  if (conflict) return `${conflict} Name somebody without a conflict of interest.`
  if (judgingRole(member, service, passed)) return undefined
  return `May not judge: needs one of the roles ${judgingRoles.join(', ')}, or a valid credential as a ${service}.`
}

/** The roles of the composition that cannot all be held by different members, in the order of the rubric (augmenting paths). */
const rolesNotSeated = (named: string[], { rubric, members }: PanelToName): Role[] => {
  const seatOf = new Map<string, Role>()
  const seat = (role: Role, tried: Set<string>): boolean =>
    named.some((personId) => {
      if (tried.has(personId) || !members.get(personId)?.roles.includes(role)) return false
      tried.add(personId)
      const sitting = seatOf.get(personId)
      if (sitting !== undefined && !seat(sitting, tried)) return false
      seatOf.set(personId, role)
      return true
    })
  return rubric.composition.filter((role) => !seat(role, new Set()))
}
