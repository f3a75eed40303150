import { DomainError } from '../errors.ts'
import { type Role, roles } from './roles.ts'

/** Everyone with a part in the program. */
const anyone: readonly Role[] = roles

const operations: Role[] = ['program owner', 'program lead', 'learning operations']
const overseers: Role[] = [
  ...operations,
  'hr head',
  'learning director',
  'sponsor',
  'transformation lead',
  'finance',
  'procurement',
  'legal',
  'hr analytics',
  'data owner',
]

/**
 * Who may do what (domain §1). Every route names one of these actions; what is not listed is denied. Two actions stand for
 * the organisation, not for a program: they need the role in the sign-in token itself.
 */
export const actions = {
  'read templates': anyone,
  'manage templates': ['program owner'],
  'create programs': ['program owner'],
  'list programs': anyone,
  'read program': anyone,
  'read people': overseers,
  'edit program': ['program owner'],
  'steer program': ['program owner'],
  'manage people': operations,
  'read tasks': anyone,
  'answer task': anyone,
  'read gates': overseers,
  'attest facts': overseers,
  'decide gates': ['program owner', 'hr head', 'learning director', 'sponsor', 'transformation lead'],
  'vote on gates': ['program owner', 'hr head', 'learning director', 'sponsor', 'transformation lead'],
  'read executions': overseers,
  'read mail log': operations,
} as const satisfies Record<string, readonly Role[]>

export type Action = keyof typeof actions

/** @throws DomainError `NotAllowed` naming the roles that may. */
export const authorise = (action: Action, held: readonly string[]): void => {
  const allowed: readonly string[] = actions[action]
  if (held.some((role) => allowed.includes(role))) return
  throw new DomainError(
    'NotAllowed',
    `You may not ${action} here. Someone with one of these roles can: ${allowed.join(', ')}.`,
  )
}
