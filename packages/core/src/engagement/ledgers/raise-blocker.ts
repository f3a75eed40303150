import { z } from 'zod'
import type { Actor, Work } from '../../program/actor.ts'
import { loadOpenProgram } from '../../program/load.ts'
import { demandGoingOn, loadVisible } from '../load-engagement.ts'
import { blockerChanged } from '../tell.ts'
import type { BlockerRecord } from './blocker.ts'

/** What keeps people from going on; `systemic` when it concerns the whole program (W07). */
export const blockerInput = z.strictObject({
  text: z.string().trim().min(3, 'Say what blocks you, in a few words.').max(1000),
  systemic: z.boolean(),
  engagementId: z.string().min(1).max(200).optional(),
})
export type BlockerInput = z.infer<typeof blockerInput>

/**
 * Somebody raises a blocker, of the program or of an engagement that they see.
 * @throws DomainError `NotFound` (an engagement that they do not see), `NotPossibleNow` (ended; program over)
 */
export const raiseBlocker = async (
  { store, ids, now }: Work,
  actor: Actor,
  programId: string,
  { text, systemic, engagementId }: BlockerInput,
): Promise<BlockerRecord> => {
  await loadOpenProgram(store, actor.tenantId, programId)
  if (engagementId !== undefined) demandGoingOn((await loadVisible(store, actor, programId, engagementId)).engagement)
  const by = actor.personId
  const record: BlockerRecord = {
    ...{ tenantId: actor.tenantId, scope: programId, id: `B.${ids.next(now)}`, version: 0 },
    ...(engagementId !== undefined && { engagementId }),
    ...{ systemic, text, raisedBy: by, raisedAt: now, status: 'open' },
  }
  await store.commit([{ kind: 'blocker', record, expect: 0 }], [blockerChanged(record, { now, by })])
  return { ...record, version: 1 }
}
