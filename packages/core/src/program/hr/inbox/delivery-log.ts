import { DomainError } from '../../../errors.ts'
import type { Page, Queues, Store } from '../../../ports.ts'
import { scopeOfConnection } from '../connections/connection-record.ts'
import { loadConnection } from '../connections/load-connection.ts'
import { vendors } from '../vendors/index.ts'
import type { InboxMessage } from './inbox-message.ts'
import type { InboxLogRecord } from './inbox-record.ts'

/** Rows go by themselves, but not to the minute. */
export const isThere = (row: { expiresAt: number } | undefined, now: string): boolean =>
  row !== undefined && row.expiresAt * 1000 > Date.parse(now)

/** What came in through a connection and what became of it, newest first. @throws DomainError `NotFound` */
export const readDeliveries = async (
  { store, now }: { store: Store; now: string },
  tenantId: string,
  connectionId: string,
  page: { limit: number; cursor?: string },
): Promise<Page<InboxLogRecord>> => {
  const connection = await loadConnection(store, tenantId, connectionId)
  const { items, cursor } = await store.list('inboxLog', scopeOfConnection(connection), { ...page, newest: true })
  return { items: items.filter((row) => isThere(row, now)), cursor }
}

/** The same delivery, sent again, is known and not read. */
const otherWays =
  'Let the HR system tell of these employees in a new delivery, with an id of its own, or import them as a file.'

const refusal = (words: string) => new DomainError('NotPossibleNow', words)

/**
 * Hands a delivery to its worker once more. One that was worked through no longer holds what it said: whom it was about is asked for again.
 * @throws DomainError `NotFound`, `NotPossibleNow` (no longer kept, or nothing to ask), `Unavailable`
 */
export const replayDelivery = async (
  { store, queues, now }: { store: Store; queues: Queues; now: string },
  tenantId: string,
  connectionId: string,
  deliveryId: string,
): Promise<void> => {
  const connection = await loadConnection(store, tenantId, connectionId)
  const scope = scopeOfConnection(connection)
  const line = /^[\w.:-]{1,200}$/.test(deliveryId) ? await store.get('inboxLog', scope, deliveryId) : undefined
  if (!line || !isThere(line, now)) throw new DomainError('NotFound', `There is no delivery "${deliveryId}".`)
  const { inboxId, employeeIds } = line
  const inbox = await store.get('inbox', scope, inboxId)
  if (!inbox || !isThere(inbox, now)) {
    throw refusal(`The delivery is no longer kept. ${otherWays}`)
  }
  const isEmptied = inbox.body === ''
  if (isEmptied && (!vendors[connection.vendor].readBack || employeeIds.length === 0)) {
    throw refusal(`What it said was taken over, and is not kept besides. ${otherWays}`)
  }
  const message: InboxMessage = { tenantId, connectionId, inboxId, at: now, tried: 0 }
  await queues.send('people-inbox', [{ body: isEmptied ? { ...message, employeeIds } : message }])
}
