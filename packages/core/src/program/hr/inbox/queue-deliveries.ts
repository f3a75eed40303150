import type { Queues } from '../../../ports.ts'
import type { InboxMessage } from './inbox-message.ts'
import type { InboxRecord } from './inbox-record.ts'

/**
 * Hands deliveries that are safe in the inbox on to the queue of their worker. The row is what was promised to the sender; so the answer
 * waits for one write only, and a queue that is down loses nothing: the stream comes again. Repeatable.
 * @throws DomainError `Unavailable`
 */
export const queueDeliveries = (queues: Queues, inbox: InboxRecord[]): Promise<void> =>
  queues.send(
    'people-inbox',
    inbox.map(({ tenantId, connectionId, id, receivedAt }) => ({
      body: { tenantId, connectionId, inboxId: id, at: receivedAt, tried: 0 } satisfies InboxMessage,
    })),
  )
