import { DomainError } from '../../errors.ts'
import type { Actor, Work } from '../../program/actor.ts'
import { loadOpenProgram } from '../../program/load.ts'
import { whileStale } from '../../program/while-stale.ts'
import { demandGoingOn, loadOwnEngagement, type Side } from '../load-engagement.ts'
import { sponsorActionChanged } from '../tell.ts'
import type { SponsorActionRecord } from './sponsor-action.ts'

const unknown = (id: string): DomainError =>
  new DomainError('NotFound', `There is no sponsor action "${id}" that you can see in this program.`)

/**
 * Changes a sponsor action of one's own engagement, and tells of it. @param change `undefined`: nothing changes
 * @throws DomainError `NotFound` (also for everybody outside of the pair), `NotAllowed` (the other one does this), `NotPossibleNow`
 */
export const changeSponsorAction = (
  { store, now }: Pick<Work, 'store' | 'now'>,
  actor: Actor,
  programId: string,
  sponsorActionId: string,
  side: Side,
  change: (action: SponsorActionRecord) => SponsorActionRecord | undefined,
): Promise<SponsorActionRecord> =>
  whileStale(async () => {
    await loadOpenProgram(store, actor.tenantId, programId)
    const engagementId = /^(.+)\.P\d{3,}$/.exec(sponsorActionId)?.[1]
    if (engagementId === undefined) throw unknown(sponsorActionId)
    const engagement = await loadOwnEngagement(store, actor, programId, engagementId, side)
    const known = await store.get('sponsorAction', { tenantId: actor.tenantId, scope: programId }, sponsorActionId)
    if (!known) throw unknown(sponsorActionId)
    demandGoingOn(engagement)
    const record = change(known)
    if (!record) return known
    await store.commit(
      [{ kind: 'sponsorAction', record, expect: known.version }],
      [sponsorActionChanged(record, { now, by: actor.personId })],
    )
    return { ...record, version: known.version + 1 }
  })
