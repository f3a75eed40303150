import { DomainError } from '../errors.ts'
import type { Caller, Store } from '../ports.ts'
import type { Actor } from './actor.ts'
import { type Action, authorise } from './authority.ts'
import { personIdOf } from './people.ts'

/**
 * The one choke point of object-level authority: turns a signed-in caller into an actor in a program, if they have a part in
 * it and their roles there allow the action. Deny by default.
 * @throws DomainError `NotFound` (no part in it: answers exactly like an unknown program), `NotAllowed`
 */
export const actInProgram = async (store: Store, caller: Caller, programId: string, action: Action): Promise<Actor> => {
  const { tenantId } = caller
  const personId = isProgramId(programId) ? await personIdOf(store, tenantId, caller.email) : undefined
  const member =
    personId === undefined ? undefined : await store.get('member', { tenantId, scope: programId }, personId)
  if (member?.status !== 'active') {
    throw new DomainError('NotFound', `There is no program "${programId}" that you can see.`)
  }
  authorise(action, member.roles)
  return { tenantId, personId: member.id, roles: member.roles }
}

/** Whether a program can have this id at all; what comes in a path may be anything, and keys of the store may not. */
const isProgramId = (text: string): boolean => /^[0-9A-Za-z]{1,64}$/.test(text)
