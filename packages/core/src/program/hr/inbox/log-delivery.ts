import { isDomainError } from '../../../errors.ts'
import type { NewEvent } from '../../../events.ts'
import type { Change, Store } from '../../../ports.ts'
import { platform, type Work } from '../../actor.ts'
import { organisation } from '../../record.ts'
import type { EmployeeNotice } from '../vendors/report.ts'
import type { InboxLogRecord, InboxRecord } from './inbox-record.ts'

/** What became of a delivery. `words` hold no data of people. */
export type Done = Pick<InboxLogRecord, 'result' | 'words'> & { notices: EmployeeNotice[] }

/** For how long the log tells of a delivery. */
const loggedDays = 90

/**
 * Writes the line of the log, and empties the inbox in the same transaction: it holds no data of people any longer than needed (P3).
 * @param keep the delivery cannot be used as things stand, and may be worked through again
 * @param tell those who look after the connection are told
 */
export const logDelivery = async (
  { store, ids, now }: Work,
  inbox: InboxRecord,
  { result, words, notices }: Done,
  { tries, keep, tell }: { tries: number; keep: boolean; tell: boolean },
): Promise<void> => {
  const { tenantId, scope, id: inboxId, connectionId, eventId, receivedAt } = inbox
  const line: InboxLogRecord = {
    ...{ tenantId, scope, id: ids.next(now), version: 0, connectionId, inboxId, eventId },
    type: [...new Set(notices.map(({ type }) => type))].join(', ') || 'other',
    employeeIds: [...new Set(notices.map(({ employeeId }) => employeeId))],
    ...{ receivedAt, doneAt: now, result, words, attempts: tries },
    expiresAt: Math.floor(Date.parse(now) / 1000) + loggedDays * 86_400,
  }
  const worked: InboxRecord = { ...inbox, body: keep ? inbox.body : '', progress: undefined, doneAt: now }
  const about = { tenantId, programId: organisation, at: now, by: platform, connectionId, deliveryId: line.id }
  await unlessDone(
    store,
    [
      { kind: 'inbox', record: worked, expect: inbox.version },
      { kind: 'inboxLog', record: line, expect: 0 },
    ],
    tell ? [{ type: 'connection.troubled', ...about }] : [],
  )
}

/** The same delivery may be worked through twice at once; then the other one has told of it. */
const unlessDone = async (store: Store, changes: Change[], events: NewEvent[]): Promise<void> => {
  try {
    await store.commit(changes, events)
  } catch (error) {
    if (!isDomainError(error, 'StaleVersion')) throw error
  }
}
