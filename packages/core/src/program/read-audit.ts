import type { Event, EventType } from '../events.ts'
import type { Page, Store } from '../ports.ts'
import { type Actor, platform } from './actor.ts'

type Shared = 'eventId' | 'tenantId' | 'programId' | 'type' | 'at' | 'by'
type Detail = Exclude<Event extends infer E ? (E extends Event ? keyof E : never) : never, Shared>

/** What of events the audit shows: ids, states, days and counts. A field that is not listed is not shown. */
export const shownDetails = [
  ...(['personId', 'personIds', 'participantId', 'providerId', 'subjectId', 'taskId', 'taskIds'] as const),
  ...(['candidacyId', 'reviewId', 'matchId', 'runId', 'replacedBy', 'engagementId', 'sessionId', 'actionId'] as const),
  ...(['sponsorActionId', 'blockerId', 'milestoneId', 'escalationId', 'responseId', 'referenceIds'] as const),
  ...(['readingId', 'deliverableId', 'impactId', 'roiId', 'packId', 'gate', 'week', 'day', 'quarter', 'on'] as const),
  ...(['fact', 'fields', 'kpi', 'kpis', 'instrument', 'relation', 'group', 'goal', 'granted', 'revoked'] as const),
  ...(['step', 'round', 'requirement', 'outcome', 'choice', 'result', 'status', 'what', 'ready', 'reason'] as const),
  ...(['service', 'services', 'level', 'asked', 'authority', 'reviewer', 'reminder', 'escalate', 'veto'] as const),
  ...(['kind', 'systemic', 'topics', 'minutes', 'sequence', 'actionItems', 'revision', 'endReason'] as const),
  ...(['startsAt', 'publishedAt', 'endedAt', 'raisedAt', 'resolvedAt', 'loggedAt', 'dueOn', 'doneAt'] as const),
  ...([
    'confirmedAt',
    'connectionId',
    'deliveryId',
    'employeeId',
    'webhookId',
    'changeId',
    'kinds',
    'wakesAt',
  ] as const),
] as const satisfies Detail[]

/**
 * What stays out of it: answers of single people and figures of small groups (P7), and free text about a pair, which those read
 * who may read the thing itself.
 */
export const withheldDetails = [
  'rating',
  'ratings',
  'fine',
  'part',
  'whole',
  'because',
  'answer',
] as const satisfies Detail[]

/** Who raised or answered these is told with the thing itself, to those it concerns. */
const withoutActor: EventType[] = ['escalation.changed', 'blocker.changed']

/** An event as the audit tells it; `by` is a person id or `platform`. */
export type AuditLine = {
  eventId: string
  type: string
  at: string
  by?: string
  details: Record<string, string | number | boolean | string[]>
}

const shown: readonly string[] = shownDetails

export const toAuditLine = (event: Event): AuditLine => {
  const { eventId, type, at, by } = event
  const anonymous = withoutActor.includes(type) && by !== platform
  const details = Object.entries(event).filter(([name, value]) => shown.includes(name) && value !== undefined)
  return { eventId, type, at, ...(!anonymous && { by }), details: Object.fromEntries(details) }
}

/** A page of what happened in a program, newest first (P5). @throws DomainError `InvalidInput` for a cursor of another list */
export const readAudit = async (
  store: Store,
  { tenantId }: Actor,
  programId: string,
  page: { limit: number; cursor?: string },
): Promise<Page<AuditLine>> => {
  const { items, cursor } = await store.events({ tenantId, programId }, { ...page, newest: true })
  return { items: items.map(toAuditLine), cursor }
}
