import type { NewEvent } from '../events.ts'
import type { Change } from '../ports.ts'
import type { EngagementRecord } from './engagement-record.ts'

type Told = Extract<NewEvent, { type: 'engagement.changed' }>

/** Tells the state of an engagement as it is about to be written over the version it carries. */
export const engagementChanged = (
  engagement: EngagementRecord,
  what: Told['what'],
  { now, by }: { now: string; by: string },
): Told => {
  const { tenantId, scope: programId, participantId, providerId, service, publishedAt, endedAt, endReason } = engagement
  return {
    type: 'engagement.changed',
    ...{ tenantId, programId, at: now, by, engagementId: engagement.id, revision: engagement.version + 1, what },
    ...{ participantId, providerId, service, publishedAt },
    ...(endedAt !== undefined && { endedAt }),
    ...(endReason !== undefined && { endReason }),
  }
}

/** Writes it over the version it carries. */
export const engagementChange = (record: EngagementRecord): Change => ({
  kind: 'engagement',
  record,
  expect: record.version,
})
