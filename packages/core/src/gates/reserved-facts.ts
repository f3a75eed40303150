import { DomainError } from '../errors.ts'
import type { Actor } from '../program/actor.ts'

/** Facts that only holders of a role may state, whatever else they may do: legal signs off for itself. */
const reserved: Record<string, string> = { 'legal-sign-off': 'legal' }

/** @throws DomainError `NotAllowed` when the fact is reserved for a role that the actor does not hold. */
export const demandRightToState = (actor: Actor, fact: string): void => {
  const role = reserved[fact]
  if (!role || actor.roles.some((held) => held === role)) return
  throw new DomainError('NotAllowed', `Only someone with the role "${role}" states "${fact}".`)
}
