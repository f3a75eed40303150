import { createHash } from 'node:crypto'
import type { SQSEvent, SQSRecordAttributes } from 'aws-lambda'
import type { LocalQueue } from './local-queues.ts'
import type { Received } from './queue-desk.ts'

/** Messages as Lambda hands them to a function. */
export const sqsEvent = (queue: LocalQueue, messages: Received[]): SQSEvent => ({
  Records: messages.map((message) => ({
    messageId: message.messageId,
    receiptHandle: message.receipt,
    body: message.body,
    attributes: systemAttributes(message),
    messageAttributes: {},
    md5OfBody: md5(message.body),
    eventSource: 'aws:sqs',
    eventSourceARN: queue.arn,
    awsRegion: 'us-east-1',
  })),
})

/** What SQS says of a message by itself. Times are virtual. */
export const systemAttributes = (message: Received): SQSRecordAttributes => ({
  ApproximateReceiveCount: String(message.receives),
  SentTimestamp: String(message.sentAt),
  SenderId: '000000000000',
  ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt),
  ...(message.group !== undefined && {
    MessageGroupId: message.group,
    SequenceNumber: sequenceNumber(message.sequence),
  }),
  ...(message.dedupe !== undefined && { MessageDeduplicationId: message.dedupe }),
})

/** As SQS writes it: 20 digits. */
export const sequenceNumber = (sequence: number): string => String(sequence).padStart(20, '0')

export const md5 = (body: string): string => createHash('md5').update(body).digest('hex')
