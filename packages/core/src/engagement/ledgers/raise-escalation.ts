import { z } from 'zod'
import type { Actor, Work } from '../../program/actor.ts'
import { loadOpenProgram } from '../../program/load.ts'
import { loadVisible } from '../load-engagement.ts'
import { type EscalationRecord, escalationKinds } from './escalation.ts'
import { newEscalation } from './new-escalation.ts'

/** A matter for operations, HR or steering (E8). */
export const escalationInput = z.strictObject({
  kind: z.enum(escalationKinds),
  text: z.string().trim().min(3, 'Say what it is about.').max(2000),
  engagementId: z.string().min(1).max(200).optional(),
})
export type EscalationInput = z.infer<typeof escalationInput>

/**
 * Somebody hands a matter to those who deal with its kind (E8); their clock runs from now, in calendar days of the program. It may
 * be about an engagement that they see, also one that has ended.
 * @throws DomainError `NotFound` (an engagement that they do not see), `NotPossibleNow` (program over)
 */
export const raiseEscalation = async (
  { store, ids, now }: Work,
  actor: Actor,
  programId: string,
  { kind, text, engagementId }: EscalationInput,
): Promise<EscalationRecord> => {
  const { zone } = await loadOpenProgram(store, actor.tenantId, programId)
  if (engagementId !== undefined) await loadVisible(store, actor, programId, engagementId)
  const about = {
    ...{ tenantId: actor.tenantId, scope: programId },
    ...(engagementId !== undefined && { id: engagementId }),
  }
  const { record, change, event } = newEscalation(about, ids.next(now), { kind, text, zone, now, by: actor.personId })
  await store.commit([change], [event])
  return { ...record, version: 1 }
}
