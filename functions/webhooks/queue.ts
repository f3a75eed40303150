import { deliveryMessage } from '@pilotgate/core/program/webhooks/delivery'
import { workOffDelivery } from '@pilotgate/core/program/webhooks/work-off-delivery'
import { onMessages } from '../lib/queue.ts'

const queue = 'webhook-deliveries'

/** More than all attempts and their pauses need: one that still comes back is left to the queue, which puts it to the dead letters. */
const mostRenewals = 30

/**
 * Tries deliveries whose time has come. A queue tells the time only when it first hands a message over: one that has waited is put in
 * anew, and what comes of it decides by the time it is then.
 */
export const handler = onMessages(
  queue,
  deliveryMessage,
  async (message, work, { web, secrets, queues }, { again }) => {
    if (!again || message.renewals >= mostRenewals) {
      return workOffDelivery(work, { web, secrets, realTime: Date.now }, message)
    }
    await queues.send(queue, [{ body: { ...message, renewals: message.renewals + 1 } }])
    return undefined
  },
)
