import type { NewEvent } from '../events.ts'
import type { EngagementRecord } from './engagement-record.ts'
import type { BlockerRecord } from './ledgers/blocker.ts'
import type { EscalationRecord } from './ledgers/escalation.ts'
import type { MilestoneRecord } from './ledgers/milestone.ts'
import type { SponsorActionRecord } from './ledgers/sponsor-action.ts'
import type { ActionItemRecord } from './sessions/action-item.ts'
import type { SessionRecord } from './sessions/session-record.ts'

/** When it happened, and who did it. */
type Telling = { now: string; by: string }

/*
 * Each of these tells the state of a row, without any text (P1, P2), as it is about to be written over the version it carries: `revision`
 * is the version that it gets.
 */

const about = (row: { tenantId: string; scope: string }, { now, by }: Telling) => ({
  tenantId: row.tenantId,
  programId: row.scope,
  at: now,
  by,
})

const revision = (row: { version: number }): number => row.version + 1

export const sessionChanged = (
  session: SessionRecord,
  { participantId, providerId, service }: Pick<EngagementRecord, 'participantId' | 'providerId' | 'service'>,
  telling: Telling,
): NewEvent => ({
  type: 'session.changed',
  ...about(session, telling),
  sessionId: session.id,
  engagementId: session.engagementId,
  revision: revision(session),
  participantId,
  providerId,
  service,
  startsAt: session.startsAt,
  minutes: session.minutes,
  status: session.status,
  sequence: session.sequence,
  topics: session.topics,
  actionItems: session.actionItems,
  ...(session.rating !== undefined && { rating: session.rating }),
})

export const actionChanged = (
  action: ActionItemRecord,
  { service }: Pick<EngagementRecord, 'service'>,
  telling: Telling,
): NewEvent => ({
  type: 'action.changed',
  ...about(action, telling),
  actionId: action.id,
  engagementId: action.engagementId,
  revision: revision(action),
  service,
  kind: action.kind,
  loggedAt: action.loggedAt,
  dueOn: action.dueOn,
  status: action.status,
  ...(action.doneAt !== undefined && { doneAt: action.doneAt }),
})

export const sponsorActionChanged = (action: SponsorActionRecord, telling: Telling): NewEvent => ({
  type: 'sponsor-action.changed',
  ...about(action, telling),
  sponsorActionId: action.id,
  engagementId: action.engagementId,
  revision: revision(action),
  loggedAt: action.loggedAt,
  dueOn: action.dueOn,
  status: action.status,
  ...(action.doneAt !== undefined && { doneAt: action.doneAt }),
  ...(action.confirmedAt !== undefined && { confirmedAt: action.confirmedAt }),
})

export const blockerChanged = (blocker: BlockerRecord, telling: Telling): NewEvent => ({
  type: 'blocker.changed',
  ...about(blocker, telling),
  blockerId: blocker.id,
  ...(blocker.engagementId !== undefined && { engagementId: blocker.engagementId }),
  revision: revision(blocker),
  systemic: blocker.systemic,
  raisedAt: blocker.raisedAt,
  status: blocker.status,
  ...(blocker.resolvedAt !== undefined && { resolvedAt: blocker.resolvedAt }),
})

export const milestoneChanged = (milestone: MilestoneRecord, telling: Telling): NewEvent => ({
  type: 'milestone.changed',
  ...about(milestone, telling),
  milestoneId: milestone.id,
  engagementId: milestone.engagementId,
  status: milestone.status,
})

export const escalationChanged = (
  escalation: EscalationRecord,
  what: 'raised' | 'answered' | 'overdue',
  telling: Telling,
): NewEvent => ({ type: 'escalation.changed', ...about(escalation, telling), escalationId: escalation.id, what })
