import type { Change, Ids, Store } from '../ports.ts'
import type { Person } from './person.ts'
import { organisation } from './record.ts'

export type Identity = { email: string; name: string; zone: string; managerId?: string }

/** Whose e-mail address this is, in any letter case. */
export const personIdOf = async (store: Store, tenantId: string, email: string): Promise<string | undefined> =>
  (await store.get('emailClaim', { tenantId, scope: organisation }, email.toLowerCase()))?.personId

/** The person behind an e-mail address, in any letter case. */
export const findByEmail = async (store: Store, tenantId: string, email: string): Promise<Person | undefined> => {
  const personId = await personIdOf(store, tenantId, email)
  return personId === undefined ? undefined : store.get('person', { tenantId, scope: organisation }, personId)
}

/**
 * Finds a person by e-mail address or prepares a new one; `changes` are to be committed with whatever needs the person.
 * The claim on the address keeps two people from sharing it.
 */
export const register = async (
  store: Store,
  ids: Ids,
  tenantId: string,
  identity: Identity,
): Promise<{ person: Person; changes: Change[] }> => {
  const email = identity.email.toLowerCase()
  const known = await findByEmail(store, tenantId, email)
  if (known) {
    const person = { ...known, ...identity, email, managerId: identity.managerId ?? known.managerId }
    const same = person.name === known.name && person.zone === known.zone && person.managerId === known.managerId
    return { person, changes: same ? [] : [{ kind: 'person', record: person, expect: known.version }] }
  }
  const scope = { tenantId, scope: organisation, version: 0 }
  const person: Person = { ...scope, ...identity, id: ids.next(), email }
  return {
    person,
    changes: [
      { kind: 'person', record: person, expect: 0 },
      { kind: 'emailClaim', record: { ...scope, id: email, personId: person.id }, expect: 0 },
    ],
  }
}
