import { DomainError } from '../errors.ts'
import type { Actor, Work } from '../program/actor.ts'
import { loadOpenProgram } from '../program/load.ts'
import { endEngagement } from './end-engagement.ts'
import type { EngagementRecord } from './engagement-record.ts'
import { loadEngagement } from './load-engagement.ts'

/**
 * Operations end an engagement before its last day: it has reached what it was for, or it is broken off. Another provider is
 * given by reassigning the match. The same again changes nothing.
 * @throws DomainError `NotFound`, `AlreadyDecided` (ended for another reason), `NotPossibleNow` (program over; not started)
 */
export const endByHand = async (
  work: Work,
  actor: Actor,
  programId: string,
  engagementId: string,
  reason: 'completed' | 'withdrawn',
): Promise<EngagementRecord> => {
  await loadOpenProgram(work.store, actor.tenantId, programId)
  const ref = { tenantId: actor.tenantId, programId, engagementId }
  const before = await loadEngagement(work.store, ref)
  if (reason === 'completed' && !before.kickedOffAt) {
    throw new DomainError('NotPossibleNow', 'An engagement that never started cannot be completed. Give "withdrawn".')
  }
  const ended = await endEngagement(work, ref, reason, actor.personId)
  if (ended.endReason === reason) return ended
  throw new DomainError('AlreadyDecided', `This engagement ended on ${ended.endedAt}: ${ended.endReason}.`)
}
