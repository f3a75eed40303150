import type { Page, Store } from '../ports.ts'
import type { Actor, Work } from '../program/actor.ts'
import { loadMembers, loadPeople } from '../program/load.ts'
import type { Member, Person } from '../program/person.ts'
import type { ConsentRecord } from './consent.ts'
import { type Completion, completionOf } from './intake-completion.ts'
import type { IntakeRecord } from './intake-record.ts'
import { consentOf, loadIntakes, openIntake, participantFor } from './open-intake.ts'

/**
 * An intake with its answers. That somebody else has read them is on record (P5), before they see them.
 * @throws DomainError `NotFound`, also for an intake that the actor may not see
 */
export const readIntake = async (
  { store, now }: Pick<Work, 'store' | 'now'>,
  actor: Actor,
  programId: string,
  personId: string,
): Promise<IntakeRecord> => {
  const { intake } = await openIntake(store, actor, programId, personId, 'read any intake')
  if (personId !== actor.personId) {
    const about = { tenantId: actor.tenantId, programId, at: now, by: actor.personId }
    await store.commit([], [{ type: 'intake.read', ...about, personId }])
  }
  return intake
}

/** Every choice of a participant, in the order of time. @throws DomainError `NotFound`, also for one that the actor may not see */
export const readConsent = async (
  store: Store,
  actor: Actor,
  programId: string,
  personId: string,
): Promise<ConsentRecord[]> => {
  await participantFor(store, actor, programId, personId, 'read any intake')
  return consentOf(store, actor.tenantId, programId, personId)
}

/** How far a participant has come; `person` is absent once deleted. */
export type IntakeLine = { member: Member; person: Person | undefined; intake: IntakeRecord }

/**
 * A page of intakes of active participants, and the completion of the whole cohort (I4). A page may hold fewer than `limit` rows
 * while more follow: go by the cursor.
 */
export const listIntakes = async (
  store: Store,
  { tenantId }: Pick<Actor, 'tenantId'>,
  programId: string,
  page: { limit: number; cursor?: string },
): Promise<Page<IntakeLine> & { completion: Completion }> => {
  const [found, intakes, members] = await Promise.all([
    store.list('intake', { tenantId, scope: programId }, page),
    loadIntakes(store, tenantId, programId),
    loadMembers(store, { tenantId, id: programId }),
  ])
  const byId = new Map(members.filter(({ status }) => status === 'active').map((member) => [member.id, member]))
  const people = await loadPeople(
    store,
    tenantId,
    found.items.map(({ id }) => id),
  )
  const items = found.items.flatMap((intake): IntakeLine[] => {
    const member = byId.get(intake.id)
    return member ? [{ member, person: people.get(intake.id), intake }] : []
  })
  return { items, cursor: found.cursor, completion: completionOf(members, intakes) }
}
