import type { Service } from '../intake/intake-record.ts'
import type { DeliveryInput } from '../selection/supervision/delivery-record.ts'
import type { ClosingRecord } from './closing/closing.ts'
import type { SessionRecord } from './sessions/session-record.ts'

type Session = Pick<SessionRecord, 'startsAt' | 'minutes' | 'status' | 'rating'>

/** The most ratings that a delivery holds. */
const mostRatings = 1000

/**
 * What a coach or mentor delivered, counted from the rows of their engagements (Q5, levels). A session counts as planned once its
 * start has come, unless it was cancelled: what lies ahead is not yet owed. A closing artifact says whether a behaviour was evidenced;
 * each engagement counts once.
 * @param now ISO instant
 */
export const deliveryOf = (
  { service, sessions, closings }: { service: Service; sessions: Session[]; closings: ClosingRecord[] },
  now: string,
): DeliveryInput => {
  const held = sessions.filter(({ status }) => status === 'attended')
  const due = sessions.filter(
    ({ status, startsAt }) => status !== 'cancelled' && Date.parse(startsAt) <= Date.parse(now),
  )
  const evidenced = closings.filter(({ form }) => form.kind !== 'closing-notes' && form.behaviourEvidenced)
  return {
    service,
    sessionsPlanned: due.length,
    sessionsHeld: held.length,
    coachedMinutes: held.reduce((sum, { minutes }) => sum + minutes, 0),
    ratings: held.flatMap(({ rating }) => rating ?? []).slice(-mostRatings),
    evidencedOutcomes: new Set(evidenced.map(({ engagementId }) => engagementId)).size,
  }
}
