import { DomainError } from '../../errors.ts'
import type { Store } from '../../ports.ts'
import { type Actor, platform, type Work } from '../../program/actor.ts'
import { loadOpenProgram } from '../../program/load.ts'
import { whileStale } from '../../program/while-stale.ts'
import { type DeliveryInput, type DeliveryRecord, deliveryInput } from './delivery-record.ts'
import { invalid } from './follow-up.ts'

const fields = Object.keys(deliveryInput.shape) as (keyof DeliveryInput)[]

/**
 * Leads or operations say what a coach or mentor delivered so far, as long as it is not counted from sessions; the same again changes nothing.
 * @throws DomainError `NotFound` (nobody active of that service), `NotAllowed` (one's own), `InvalidInput` naming `sessionsHeld`,
 *   `NotPossibleNow` (program over; counted from sessions)
 */
export const saveDelivery = (
  { store, now }: Work,
  actor: Actor,
  programId: string,
  personId: string,
  input: DeliveryInput,
): Promise<DeliveryRecord> =>
  whileStale(async () => {
    await loadOpenProgram(store, actor.tenantId, programId)
    if (actor.personId === personId) throw new DomainError('NotAllowed', 'Somebody else counts what you delivered.')
    const scope = { tenantId: actor.tenantId, scope: programId }
    const [member, known] = await Promise.all([
      store.get('member', scope, personId),
      store.get('delivery', scope, personId),
    ])
    if (member?.status !== 'active' || !member.roles.includes(input.service)) {
      throw new DomainError('NotFound', `There is no active ${input.service} "${personId}" in this program.`)
    }
    if (input.sessionsHeld > input.sessionsPlanned) {
      throw invalid('sessionsHeld', 'Must not be more than `sessionsPlanned`; count sessions added later as planned.')
    }
    if (known?.by === platform) {
      throw new DomainError(
        'NotPossibleNow',
        'This is counted from the sessions of their engagements here. Record what became of each session instead.',
      )
    }
    if (known && fields.every((field) => JSON.stringify(known[field]) === JSON.stringify(input[field]))) return known
    const version = known?.version ?? 0
    const record: DeliveryRecord = { ...scope, id: personId, version, ...input, at: now, by: actor.personId }
    await store.commit([{ kind: 'delivery', record, expect: version }])
    return { ...record, version: version + 1 }
  })

/** @throws DomainError `NotFound` */
export const readDelivery = async (
  store: Store,
  actor: Actor,
  programId: string,
  personId: string,
): Promise<DeliveryRecord> => {
  const found = await store.get('delivery', { tenantId: actor.tenantId, scope: programId }, personId)
  if (!found) throw new DomainError('NotFound', `Nothing is recorded of what "${personId}" delivered here.`)
  return found
}
