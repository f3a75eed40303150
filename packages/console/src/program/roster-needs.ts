import type { Answer } from '../api/client.ts'
import { isRole, roleList } from './role-words.ts'

type Template = Answer<'getTemplate'>['template']
/** Somebody of a program that is, or will be: an address and their roles. */
export type Someone = { email: string; roles: readonly string[] }

/** How many people have each role, in the order of the roles; `unknown` are words that name no role. */
export const countRoles = (people: readonly Someone[]) => {
  const held = people.flatMap(({ roles }) => [...new Set(roles)])
  const counts = roleList.map(([role]) => ({ role, count: held.filter((each) => each === role).length }))
  return {
    counts: counts.filter(({ count }) => count > 0),
    unknown: [...new Set(held.filter((each) => !isRole(each)))].sort(),
  }
}

/** One entry for each address, with all roles that stand under it. */
export const mergePeople = (people: readonly Someone[]): Someone[] => {
  const byEmail = Map.groupBy(people, ({ email }) => email.toLowerCase())
  return [...byEmail].map(([email, same]) => ({ email, roles: [...new Set(same.flatMap(({ roles }) => roles))] }))
}

/** What a program on the template still needs before it can start, and whether its cohort is large enough for its gates. */
export const needsOf = ({ gates, steering, minimumCohort }: Template, people: readonly Someone[]) => {
  const held = new Set(people.flatMap(({ roles }) => roles))
  const asked = Map.groupBy(
    gates.flatMap(({ gate, asks }) => asks.map(({ of }) => ({ gate, role: of }))),
    ({ role }) => role,
  )
  const roles = [...asked]
    .filter(([role]) => !held.has(role))
    .map(([role, asks]) => ({ role, gates: [...new Set(asks.map(({ gate }) => gate))] }))
  const seats: readonly string[] = steering.committee
  const members = people.filter((person) => person.roles.some((role) => seats.includes(role))).length
  const steers = gates.some(({ decides }) => decides === 'steering')
  const participants = people.filter((person) => person.roles.includes('participant')).length
  return {
    roles,
    committee: steers && members < steering.quorum ? { members, quorum: steering.quorum, seats } : undefined,
    cohort: participants < minimumCohort ? { participants, minimum: minimumCohort } : undefined,
  }
}
