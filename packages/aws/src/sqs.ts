import { randomUUID } from 'node:crypto'
import { ChangeMessageVisibilityCommand, SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs'
import type { QueueMessage, QueueName, Queues } from '@pilotgate/core/ports'
import { clientSettings } from './client-settings.ts'
import { asking, unavailable } from './unavailable.ts'

/** `urls`: the address of each queue by its name. */
export type SqsSettings = { region: string; urls: Record<string, string> }

const service = 'The message queue'
const mostInBatch = 10
/** SQS counts its 12 hours from when it handed the message over; a quarter of an hour of them may have passed. */
const longestPause = 12 * 60 * 60 - 15 * 60

/**
 * Queues on Amazon SQS. Implements the port `Queues`. Messages of a group are told apart by ids of their own where they bring none, so
 * that a request that the SDK repeats is taken once.
 */
export const sqsQueues = ({ region, urls }: SqsSettings): Queues => {
  const client = new SQSClient(clientSettings(region))
  const urlOf = (queue: QueueName): string => {
    const url = urls[queue]
    if (url) return url
    throw new Error(`QUEUE_URLS names no queue "${queue}". It is set by the stacks (stacks/) and by the local runtime.`)
  }

  const sendBatch = async (queue: QueueName, messages: QueueMessage[]): Promise<void> => {
    const request = new SendMessageBatchCommand({
      QueueUrl: urlOf(queue),
      Entries: messages.map(({ body, group, dedupe }, index) => ({
        Id: String(index),
        MessageBody: JSON.stringify(body),
        ...(group !== undefined && { MessageGroupId: group, MessageDeduplicationId: dedupe ?? randomUUID() }),
      })),
    })
    const { Failed = [] } = await asking(service, () => client.send(request))
    if (Failed.length === 0) return
    const cause = new Error(`${queue} did not take ${Failed.length} messages (${Failed[0]!.Code}).`)
    // What is wrong with a message itself does not get better with time.
    throw Failed.every(({ SenderFault }) => SenderFault) ? cause : unavailable(service, cause)
  }

  return {
    async send(queue, messages) {
      // One batch after another: a batch that fails must not be overtaken by the next.
      for (let first = 0; first < messages.length; first += mostInBatch) {
        await sendBatch(queue, messages.slice(first, first + mostInBatch))
      }
    },
    async postpone(queue, receipt, seconds) {
      const request = new ChangeMessageVisibilityCommand({
        QueueUrl: urlOf(queue),
        ReceiptHandle: receipt,
        VisibilityTimeout: Math.min(Math.max(Math.ceil(seconds), 0), longestPause),
      })
      await asking(service, () => client.send(request))
    },
  }
}
