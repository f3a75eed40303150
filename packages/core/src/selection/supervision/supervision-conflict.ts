import { DomainError } from '../../errors.ts'
import type { Store } from '../../ports.ts'
import type { Actor } from '../../program/actor.ts'
import { loadPeople } from '../../program/load.ts'
import type { Person } from '../../program/person.ts'

/** Why somebody cannot supervise or review a person: nobody does so for themselves, their manager or their direct report (Q1). */
export const supervisionConflict = (
  supervisorId: string,
  personId: string,
  people: ReadonlyMap<string, Person>,
): string | undefined => {
  if (supervisorId === personId) return 'Nobody supervises themselves.'
  if (people.get(personId)?.managerId === supervisorId) return 'Nobody supervises their direct report.'
  if (people.get(supervisorId)?.managerId === personId) return 'Nobody supervises their own manager.'
  return undefined
}

/** @throws DomainError `NotAllowed` when the actor is the person, their manager or their direct report (Q1) */
export const demandIndependence = async (store: Store, actor: Actor, personId: string): Promise<void> => {
  const people = await loadPeople(store, actor.tenantId, [actor.personId, personId])
  const conflict = supervisionConflict(actor.personId, personId, people)
  if (conflict) throw new DomainError('NotAllowed', `${conflict} Somebody independent has to do it.`)
}
