import type { Change, Ids, Store } from '../ports.ts'
import type { Person } from './person.ts'
import { organisation } from './record.ts'

export type Identity = { email: string; name: string; zone: string; managerId?: string }

/** Whose e-mail address this is, in any letter case. */
export const personIdOf = async (store: Store, tenantId: string, email: string): Promise<string | undefined> =>
  (await store.get('emailClaim', { tenantId, scope: organisation }, email.toLowerCase()))?.personId

/** The person behind an e-mail address, in any letter case. */
export const findByEmail = async (store: Store, tenantId: string, email: string): Promise<Person | undefined> => {
  return findPerson(store, tenantId, await personIdOf(store, tenantId, email))
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

/** The person by id; `undefined` without one, or when they are not known (any more). */
export const findPerson = async (store: Store, tenantId: string, personId: string | undefined) =>
  personId === undefined ? undefined : store.get('person', { tenantId, scope: organisation }, personId)

/**
 * Moves a person's claim from one address to another, to be committed with the person; `undefined` when the new address is somebody
 * else's.
 */
export const moveClaim = async (store: Store, person: Person, to: string): Promise<Change[] | undefined> => {
  const scope = { tenantId: person.tenantId, scope: organisation }
  const [from, taken] = await Promise.all([
    store.get('emailClaim', scope, person.email.toLowerCase()),
    store.get('emailClaim', scope, to),
  ])
  if (taken && taken.personId !== person.id) return undefined
  const given: Change = { kind: 'emailClaim', record: { ...scope, id: to, version: 0, personId: person.id }, expect: 0 }
  return [
    ...(taken ? [] : [given]),
    ...(from && from.personId === person.id
      ? [{ kind: 'emailClaim' as const, record: from, expect: from.version, remove: true }]
      : []),
  ]
}
