import { DomainError } from '../../errors.ts'
import type { Actor, Work } from '../../program/actor.ts'
import { loadOpenProgram } from '../../program/load.ts'
import { whileStale } from '../../program/while-stale.ts'
import { invalid } from '../../selection/supervision/follow-up.ts'
import { demandGoingOn, loadOwnEngagement } from '../load-engagement.ts'
import { milestoneChanged } from '../tell.ts'
import type { MilestoneRecord } from './milestone.ts'

const unknown = (id: string): DomainError =>
  new DomainError('NotFound', `There is no milestone "${id}" that you can see in this program.`)

/**
 * One of the pair says that a milestone was reached, with what shows it, or that it was dropped. The same again changes nothing.
 * @throws DomainError `NotFound` (also for everybody outside of the pair), `InvalidInput` naming `evidence`, `AlreadyDecided`,
 *   `NotPossibleNow` (ended; program over)
 */
export const closeMilestone = (
  { store, now }: Pick<Work, 'store' | 'now'>,
  actor: Actor,
  programId: string,
  milestoneId: string,
  { status, evidence }: { status: 'reached' | 'dropped'; evidence?: string | undefined },
): Promise<MilestoneRecord> =>
  whileStale(async () => {
    await loadOpenProgram(store, actor.tenantId, programId)
    const engagementId = /^(.+)\.M\d{3,}$/.exec(milestoneId)?.[1]
    if (engagementId === undefined) throw unknown(milestoneId)
    const engagement = await loadOwnEngagement(store, actor, programId, engagementId)
    const known = await store.get('milestone', { tenantId: actor.tenantId, scope: programId }, milestoneId)
    if (!known) throw unknown(milestoneId)
    demandGoingOn(engagement)
    const reached = status === 'reached'
    if (reached && !evidence?.trim()) throw invalid('evidence', 'Is missing. Say what shows that it was reached.')
    if (known.status === status && known.evidence === evidence) return known
    if (known.status !== 'open') {
      throw new DomainError(
        'AlreadyDecided',
        `This milestone was ${known.status}; it cannot be changed. Add a new one.`,
      )
    }
    const record: MilestoneRecord = {
      ...known,
      status,
      ...(evidence && { evidence }),
      ...(reached && { reachedAt: now }),
    }
    await store.commit(
      [{ kind: 'milestone', record, expect: known.version }],
      [milestoneChanged(record, { now, by: actor.personId })],
    )
    return { ...record, version: known.version + 1 }
  })
