import { z } from 'zod'
import type { Actor, Work } from '../../program/actor.ts'
import { localDate } from '../../program/calendar.ts'
import { loadOpenProgram } from '../../program/load.ts'
import { whileStale } from '../../program/while-stale.ts'
import { invalid } from '../../selection/supervision/follow-up.ts'
import { demandGoingOn, loadOwnEngagement } from '../load-engagement.ts'
import { milestoneChanged } from '../tell.ts'
import { type MilestoneRecord, milestoneRecord } from './milestone.ts'
import { nextRowId } from './next-row-id.ts'

const { kind, dueOn } = milestoneRecord.shape

/** What a pair wants to reach by a day. */
export const milestoneInput = z.strictObject({
  kind: kind.default('milestone'),
  title: z.string().trim().min(3, 'Say what is to be reached, in a few words.').max(300),
  dueOn,
})
export type MilestoneInput = z.infer<typeof milestoneInput>

/**
 * One of the pair adds a milestone, an acceptance criterion or a deployable outcome (§2, §7.2).
 * @throws DomainError `NotFound`, `NotPossibleNow` (ended; program over), `InvalidInput` naming `dueOn`
 */
export const addMilestone = (
  { store, now }: Pick<Work, 'store' | 'now'>,
  actor: Actor,
  programId: string,
  engagementId: string,
  input: MilestoneInput,
): Promise<MilestoneRecord> =>
  whileStale(async () => {
    const { zone } = await loadOpenProgram(store, actor.tenantId, programId)
    const engagement = await loadOwnEngagement(store, actor, programId, engagementId)
    demandGoingOn(engagement)
    const today = localDate(now, zone)
    if (input.dueOn < today) throw invalid('dueOn', `Lies in the past; today is ${today} (${zone}).`)
    const { tenantId, scope } = engagement
    const record: MilestoneRecord = {
      ...{ tenantId, scope, id: await nextRowId(store, 'milestone', engagement, 'M'), version: 0, engagementId },
      ...input,
      ...{ status: 'open', loggedAt: now },
    }
    await store.commit(
      [{ kind: 'milestone', record, expect: 0 }],
      [milestoneChanged(record, { now, by: actor.personId })],
    )
    return { ...record, version: 1 }
  })
