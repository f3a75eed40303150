import type { NewEvent } from '../../events.ts'
import { platform } from '../../program/actor.ts'
import type { EngagementRecord } from '../engagement-record.ts'
import { sessionChanged } from '../tell.ts'
import type { SessionRecord } from './session-record.ts'

/** `ENGAGEMENT.S001`, `.S002` … */
const sessionIdOf = (engagementId: string, number: number): string =>
  `${engagementId}.S${String(number).padStart(3, '0')}`

/**
 * A new session of an engagement with its event, to be committed together (`expect: 0`) with the engagement, which counts it
 * (`sessionsMade`) and knows it ahead (`upcoming`).
 * @param number counts the sessions of the engagement from 1
 * @param startsAt instant; `minutes` is the length that the working agreement plans unless said otherwise
 */
export const plannedSession = (
  engagement: EngagementRecord,
  number: number,
  startsAt: string,
  now: string,
  { by = platform, minutes = engagement.cadence.minutes }: { by?: string; minutes?: number } = {},
): { record: SessionRecord; event: NewEvent } => {
  const { tenantId, scope, id: engagementId } = engagement
  const record: SessionRecord = {
    tenantId,
    scope,
    id: sessionIdOf(engagementId, number),
    version: 0,
    engagementId,
    startsAt,
    minutes,
    status: 'scheduled',
    sequence: 0,
    topics: [],
    actionItems: 0,
  }
  return { record, event: sessionChanged(record, engagement, { now, by }) }
}
