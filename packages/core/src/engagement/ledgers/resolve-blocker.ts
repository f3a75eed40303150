import { DomainError } from '../../errors.ts'
import type { Actor, Work } from '../../program/actor.ts'
import { loadOpenProgram } from '../../program/load.ts'
import { whileStale } from '../../program/while-stale.ts'
import { invalid } from '../../selection/supervision/follow-up.ts'
import { blockerChanged } from '../tell.ts'
import type { BlockerRecord } from './blocker.ts'
import { blockerSight } from './blocker-sight.ts'
import { sightsOf } from './list-ledger.ts'

/**
 * Those who run the program, or the manager it concerns, say how a blocker was resolved. The same again changes nothing.
 * @throws DomainError `NotFound` (also one whose words the actor does not see), `InvalidInput` naming `resolution`, `AlreadyDecided`,
 *   `NotPossibleNow` (program over)
 */
export const resolveBlocker = (
  { store, now }: Pick<Work, 'store' | 'now'>,
  actor: Actor,
  programId: string,
  blockerId: string,
  resolution: string,
): Promise<BlockerRecord> =>
  whileStale(async () => {
    await loadOpenProgram(store, actor.tenantId, programId)
    const known = await store.get('blocker', { tenantId: actor.tenantId, scope: programId }, blockerId)
    const about = known?.engagementId
    const sight = about && (await sightsOf(store, actor, programId, [about])).get(about)
    if (!known || blockerSight(actor, known, sight || undefined) !== 'words') {
      throw new DomainError('NotFound', `There is no blocker "${blockerId}" that you can see in this program.`)
    }
    if (resolution.trim() === '') throw invalid('resolution', 'Is empty. Say how it was resolved.')
    if (known.status === 'resolved' && known.resolution === resolution) return known
    if (known.status === 'resolved') {
      throw new DomainError(
        'AlreadyDecided',
        `This blocker was resolved on ${known.resolvedAt}. Raise a new one if it is back.`,
      )
    }
    const by = actor.personId
    const record: BlockerRecord = { ...known, status: 'resolved', resolution, resolvedBy: by, resolvedAt: now }
    await store.commit([{ kind: 'blocker', record, expect: known.version }], [blockerChanged(record, { now, by })])
    return { ...record, version: known.version + 1 }
  })
