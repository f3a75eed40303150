import type { Person } from '../program/person.ts'

export type Conflict = {
  candidate: Pick<Person, 'id' | 'managerId'>
  person: Pick<Person, 'id' | 'managerId'>
  /** Whom the candidate named in the application. */
  declared: readonly string[]
}

/** Why somebody must not judge a candidate; `undefined` when nothing speaks against it (§4). */
export const conflictOf = ({ candidate, person, declared }: Conflict): string | undefined => {
  if (person.id === candidate.id) return 'Is the candidate.'
  if (candidate.managerId === person.id) return "Is the candidate's manager."
  if (person.managerId === candidate.id) return 'Reports to the candidate.'
  if (declared.includes(person.id)) return 'Is named in the candidate’s application as a conflict of interest.'
  return undefined
}
