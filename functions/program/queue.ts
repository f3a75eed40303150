import { forgetConnection, removedConnection } from '@pilotgate/core/program/hr/connections/forget-connection'
import { inboxMessage } from '@pilotgate/core/program/hr/inbox/inbox-message'
import { mostTries } from '@pilotgate/core/program/hr/inbox/pauses'
import { workThrough } from '@pilotgate/core/program/hr/inbox/work-through'
import { onMessages } from '../lib/queue.ts'
import { askingOf } from './asking.ts'

const queue = 'people-inbox'

/**
 * Works through what HR systems have delivered. A queue tells the time only when it first hands a message over: one that has waited is put
 * in anew. One that still comes back after all its tries is left to the queue, which puts it to the dead letters. Also forgets what
 * connections have told that were removed.
 */
export const handler = onMessages(
  queue,
  removedConnection.or(inboxMessage),
  async (message, work, container, { again }) => {
    if ('forget' in message) return forgetConnection(work, message, again)
    const { waitSeconds, ...fresh } = message
    const putIn = async (body: typeof message) => {
      await container.queues.send(queue, [{ body }])
      return undefined
    }
    const tried = message.tried + 1
    if (again && tried < mostTries) return putIn({ ...fresh, tried: waitSeconds === undefined ? tried : message.tried })
    if (waitSeconds !== undefined) return { waitSeconds }
    const left = await workThrough(work, askingOf(container), message)
    return left && 'next' in left ? putIn(left.next) : left
  },
)
