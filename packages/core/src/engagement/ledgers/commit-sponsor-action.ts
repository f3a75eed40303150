import { z } from 'zod'
import { DomainError } from '../../errors.ts'
import type { Actor, Work } from '../../program/actor.ts'
import { daysBetween, localDate } from '../../program/calendar.ts'
import { loadOpenProgram } from '../../program/load.ts'
import { whileStale } from '../../program/while-stale.ts'
import { invalid } from '../../selection/supervision/follow-up.ts'
import { demandGoingOn, loadOwnEngagement } from '../load-engagement.ts'
import { sponsorActionChanged } from '../tell.ts'
import { nextRowId } from './next-row-id.ts'
import { type SponsorActionRecord, sponsorActionDays, sponsorActionRecord } from './sponsor-action.ts'

const { type, dueOn } = sponsorActionRecord.shape

/** What a mentor commits to do for their mentee (E4). */
export const sponsorActionInput = z.strictObject({
  type,
  text: z.string().trim().min(3, 'Say what you will do, in a few words.').max(500),
  dueOn,
})
export type SponsorActionInput = z.infer<typeof sponsorActionInput>

/**
 * A mentor commits a sponsor action for their mentee (E4), due within 60 days.
 * @throws DomainError `NotFound`, `NotAllowed` (the mentee), `NotPossibleNow` (a coach's engagement; not started; ended; program over),
 *   `InvalidInput` naming `dueOn`
 */
export const commitSponsorAction = (
  { store, now }: Pick<Work, 'store' | 'now'>,
  actor: Actor,
  programId: string,
  engagementId: string,
  input: SponsorActionInput,
): Promise<SponsorActionRecord> =>
  whileStale(async () => {
    const { zone } = await loadOpenProgram(store, actor.tenantId, programId)
    const engagement = await loadOwnEngagement(store, actor, programId, engagementId, 'provider')
    demandGoingOn(engagement)
    if (engagement.service !== 'mentor') {
      throw new DomainError(
        'NotPossibleNow',
        'Sponsor actions are what mentors do (E4). A coach agrees on action items in a session.',
      )
    }
    const today = localDate(now, zone)
    const days = daysBetween(today, input.dueOn)
    if (days < 0) throw invalid('dueOn', `Lies in the past; today is ${today} (${zone}).`)
    if (days > sponsorActionDays) {
      throw invalid(
        'dueOn',
        `Lies ${days} days ahead. A sponsor action is due within ${sponsorActionDays} days (E4); commit a first step.`,
      )
    }
    const { tenantId, scope } = engagement
    const record: SponsorActionRecord = {
      ...{ tenantId, scope, id: await nextRowId(store, 'sponsorAction', engagement, 'P'), version: 0, engagementId },
      ...input,
      ...{ committedOn: today, status: 'committed', loggedAt: now },
    }
    await store.commit(
      [{ kind: 'sponsorAction', record, expect: 0 }],
      [sponsorActionChanged(record, { now, by: actor.personId })],
    )
    return { ...record, version: 1 }
  })
