import { DomainError } from '../../errors.ts'
import type { Actor, Work } from '../../program/actor.ts'
import { loadOpenProgram } from '../../program/load.ts'
import { whileStale } from '../../program/while-stale.ts'
import { demandGoingOn, loadOwnEngagement } from '../load-engagement.ts'
import { actionChanged } from '../tell.ts'
import type { ActionItemRecord } from './action-item.ts'
import { engagementIdIn } from './change-session.ts'

/**
 * The owner of an action item or the other one of the pair says that it is done, dropped, or open again. The same again changes nothing.
 * @throws DomainError `NotFound` (also for everybody outside of the pair), `NotPossibleNow` (engagement ended, program over)
 */
export const updateActionItem = (
  { store, now }: Pick<Work, 'store' | 'now'>,
  actor: Actor,
  programId: string,
  actionId: string,
  status: ActionItemRecord['status'],
): Promise<ActionItemRecord> =>
  whileStale(async () => {
    await loadOpenProgram(store, actor.tenantId, programId)
    const engagement = await loadOwnEngagement(store, actor, programId, engagementIdIn(actionId))
    const known = await store.get('actionItem', { tenantId: actor.tenantId, scope: programId }, actionId)
    if (!known)
      throw new DomainError('NotFound', `There is no action item "${actionId}" that you can see in this program.`)
    demandGoingOn(engagement)
    if (known.status === status) return known
    const { doneAt: _, ...rest } = known
    const record: ActionItemRecord = { ...rest, status, ...(status === 'done' && { doneAt: now }) }
    await store.commit(
      [{ kind: 'actionItem', record, expect: known.version }],
      [actionChanged(record, engagement, { now, by: actor.personId })],
    )
    return { ...record, version: known.version + 1 }
  })
