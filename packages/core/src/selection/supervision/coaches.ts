import { DomainError } from '../../errors.ts'
import type { Service } from '../../intake/intake-record.ts'
import type { Store } from '../../ports.ts'
import type { Actor } from '../../program/actor.ts'
import { holders } from '../../program/load.ts'
import type { Member } from '../../program/person.ts'
import type { CredentialRecord } from '../credential.ts'
import { credentialsOf } from '../find-credential.ts'

/** The credentials of active coaches or mentors of a program, valid or not. */
export const loadCredentials = (
  store: Store,
  tenantId: string,
  members: Member[],
  service: Service,
): Promise<CredentialRecord[]> =>
  credentialsOf(
    store,
    tenantId,
    holders(members, service).map(({ id }) => id),
    [service],
  )

export const isValid = ({ status }: CredentialRecord): boolean => status === 'valid'

/** Coaches from inside, by the path they came. */
export const isInternal = ({ path }: CredentialRecord): boolean => path === 'internal-coach'

const guides = {
  coach: ['supervisor', 'coach lead', 'program owner'],
  mentor: ['supervisor', 'mentor lead', 'program owner'],
} as const

/** Whether somebody guides the coaches or mentors of a program: supervisors both, leads their own, the program owner all. */
export const mayGuide = ({ roles }: Actor, service: Service): boolean =>
  guides[service].some((role) => roles.includes(role))

/** @throws DomainError `NotAllowed` naming the roles that may */
export const demandGuide = (actor: Actor, service: Service): void => {
  if (mayGuide(actor, service)) return
  throw new DomainError('NotAllowed', `Only a ${guides[service].join(' or ')} does this for a ${service}.`)
}

/** @throws DomainError `NotAllowed` when somebody reaches for what is another's */
export const demandOwnOrGuide = (actor: Actor, personId: string, service: Service): void => {
  if (actor.personId === personId || mayGuide(actor, service)) return
  throw new DomainError('NotAllowed', 'This is about somebody else. Write `me` for yourself.')
}
