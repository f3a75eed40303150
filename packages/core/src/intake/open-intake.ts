import { DomainError } from '../errors.ts'
import type { Store } from '../ports.ts'
import type { Actor } from '../program/actor.ts'
import { type Action, may } from '../program/authority.ts'
import { allOf, loadProgram } from '../program/load.ts'
import type { Member } from '../program/person.ts'
import type { Program } from '../program/program.ts'
import type { ConsentRecord } from './consent.ts'
import type { IntakeRecord } from './intake-record.ts'

/** An intake with whose it is. */
export type OpenIntake = { program: Program; member: Member; intake: IntakeRecord }

/**
 * Opens an intake for its participant, or for who may do `others` (an action such as `answer any intake`).
 * @throws DomainError `NotFound`: nobody by this id in the program, not invited, or not for the actor to see; all answer alike
 */
export const openIntake = async (
  store: Store,
  actor: Actor,
  programId: string,
  personId: string,
  others: Action,
): Promise<OpenIntake> => {
  const member = await participantFor(store, actor, programId, personId, others)
  const intake = await store.get('intake', { tenantId: actor.tenantId, scope: programId }, personId)
  if (!intake) throw unknownIntake(personId)
  return { program: await loadProgram(store, actor.tenantId, programId), member, intake }
}

/**
 * The participant by this id, if the actor is that person or may do `others`.
 * @param unknown what is thrown otherwise
 * @throws DomainError `NotFound`
 */
export const participantFor = async (
  store: Store,
  actor: Actor,
  programId: string,
  personId: string,
  others: Action,
  unknown: (personId: string) => DomainError = unknownIntake,
): Promise<Member> => {
  if (personId !== actor.personId && !may(others, actor.roles)) throw unknown(personId)
  const member = await store.get('member', { tenantId: actor.tenantId, scope: programId }, personId)
  if (member?.status === 'active' && member.roles.includes('participant')) return member
  throw unknown(personId)
}

const unknownIntake = (personId: string) =>
  new DomainError('NotFound', `There is no intake of "${personId}" in this program that you can see.`)

/**
 * Intakes are for programs under way: before the start legal has not signed off the data consent, after the end nobody needs them.
 * @throws DomainError `NotPossibleNow`
 */
export const demandUnderWay = ({ status }: Program): void => {
  if (status === 'running' || status === 'paused') return
  const why =
    status === 'draft' ? 'Start it first: legal signs off data consent before people are asked.' : 'It is over.'
  throw new DomainError('NotPossibleNow', `The program is ${status === 'draft' ? 'a draft' : status}. ${why}`)
}

/** @throws DomainError `StaleVersion` unless the intake is still at the version the caller read (`If-Match`) */
export const demandVersion = ({ version }: IntakeRecord, expected: number): void => {
  if (version === expected) return
  throw new DomainError(
    'StaleVersion',
    `The intake is at version ${version} now. Read it again, then repeat the change.`,
  )
}

/** Every choice a person made, in the order of time. */
export const consentOf = (
  store: Store,
  tenantId: string,
  programId: string,
  personId: string,
): Promise<ConsentRecord[]> => allOf(store, 'consent', { tenantId, scope: programId }, `${personId}.`)

export const loadIntakes = (store: Store, tenantId: string, programId: string): Promise<IntakeRecord[]> =>
  allOf(store, 'intake', { tenantId, scope: programId })
