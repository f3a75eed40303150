import { DomainError } from '../../errors.ts'
import type { Actor, Work } from '../../program/actor.ts'
import { loadOpenProgram } from '../../program/load.ts'
import { whileStale } from '../../program/while-stale.ts'
import { demandLater, isPastEnd, nextVersion } from '../agreement/change-agreement.ts'
import { cadenceClause } from '../agreement/documents/working-agreement.ts'
import { loadAgreements } from '../agreement/load-agreements.ts'
import { engagementChange, engagementChanged } from '../engagement-changed.ts'
import type { EngagementRecord } from '../engagement-record.ts'
import { demandNotPaused, loadEngagement } from '../load-engagement.ts'

/**
 * Operations let an engagement go on beyond its last day. The working agreement gets a new version with the reason, which both sign.
 * The same day again changes nothing.
 * @throws DomainError `NotFound`, `NotPossibleNow` (its last day is over; program over), `InvalidInput` (not later)
 */
export const renewEngagement = (
  work: Work,
  actor: Actor,
  programId: string,
  engagementId: string,
  { endsOn, sessions, reason }: { endsOn: string; sessions?: number; reason: string },
): Promise<EngagementRecord> =>
  whileStale(async () => {
    const { store, now } = work
    const program = await loadOpenProgram(store, actor.tenantId, programId)
    const engagement = await loadEngagement(store, { tenantId: actor.tenantId, programId, engagementId })
    demandNotPaused(engagement)
    const { cadence } = engagement
    if (cadence.endsOn === endsOn && (sessions ?? cadence.sessions) === cadence.sessions) return engagement
    if (engagement.status === 'closing' || isPastEnd(engagement, program, now)) {
      throw new DomainError('NotPossibleNow', `The last day, ${cadence.endsOn}, is over. Match the two anew instead.`)
    }
    demandLater(endsOn, cadence.endsOn)
    const renewed: EngagementRecord = {
      ...engagement,
      cadence: { ...cadence, endsOn, sessions: sessions ?? cadence.sessions },
    }
    const version = await nextVersion(work, program, renewed, (await loadAgreements(store, engagement)).at(-1)!, {
      ...{ clauses: { 'cadence and format': cadenceClause(renewed) }, change: reason, by: actor.personId },
    })
    await store.commit(
      [engagementChange(renewed), ...version.changes],
      [engagementChanged(renewed, 'renewed', { now, by: actor.personId }), ...version.events],
    )
    return { ...renewed, version: engagement.version + 1 }
  })
