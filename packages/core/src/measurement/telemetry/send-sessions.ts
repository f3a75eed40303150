import type { Event } from '../../events.ts'
import type { Store, Warehouse } from '../../ports.ts'
import { localWeek } from '../../program/calendar.ts'
import { loadProgram } from '../../program/load.ts'
import { sessionRowSchema, topicTags, type WarehouseRow } from './session-row.ts'

type SessionChanged = Extract<Event, { type: 'session.changed' }>

/** What the warehouse keeps of a session as an event tells of it. */
const sessionRow = (event: SessionChanged, zone: string): WarehouseRow => ({
  schemaVersion: sessionRowSchema,
  tenantId: event.tenantId,
  programId: event.programId,
  cohort: event.service,
  engagementId: event.engagementId,
  sessionId: event.sessionId,
  rowVersion: event.revision,
  status: event.status,
  startsAt: event.startsAt,
  minutes: event.minutes,
  week: localWeek(event.startsAt, zone),
  participantId: event.participantId,
  providerId: event.providerId,
  topics: topicTags(event.topics),
  actionItems: event.actionItems,
  rating: event.rating ?? null,
  recordedAt: event.at,
})

/** Hands the sessions that events tell of to the warehouse. Repeatable: readers keep the latest version of each. */
export const sendSessions = async (
  { store, warehouse }: { store: Store; warehouse: Warehouse },
  events: Event[],
): Promise<void> => {
  const sessions = events.filter((event) => event.type === 'session.changed')
  if (sessions.length === 0) return
  const zones = new Map<string, string>()
  for (const { tenantId, programId } of sessions) {
    if (!zones.has(programId)) zones.set(programId, (await loadProgram(store, tenantId, programId)).zone)
  }
  await warehouse.deliver(sessions.map((event) => sessionRow(event, zones.get(event.programId)!)))
}
