/** A sample person one can act as. */
export interface Person {
  email: string
  name: string
  tenant: string
  /** Roles that hold in the whole tenant; roles in a program are the program's own matter. */
  roles: string[]
  title?: string
}

export type People = () => Promise<Person[]>

/** The subject of a person's tokens: the address in small letters. */
export const subjectOf = ({ email }: Person) => email.toLowerCase()

/** What every access token says about the person. */
export const claimsOf = (person: Person) => ({
  sub: subjectOf(person),
  email: person.email,
  name: person.name,
  tenant: person.tenant,
  roles: person.roles,
})

export const findPerson = async (people: People, email: string): Promise<Person | undefined> =>
  (await people()).find((person) => subjectOf(person) === email.trim().toLowerCase())
