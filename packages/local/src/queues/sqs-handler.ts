import type { RequestListener } from 'node:http'
import { jsonProtocol } from '../json-protocol.ts'
import { ApiError } from '../states/errors.ts'
import type { JsonObject } from '../states/json.ts'
import { type LocalQueue, queueUrl } from './local-queues.ts'
import type { QueueDesk, Received, Sent } from './queue-desk.ts'
import { md5, sequenceNumber, systemAttributes } from './sqs-event.ts'
import { entriesOf, mostBytes, namesOf, needed, sendingOf, wholeNumber } from './sqs-fields.ts'

const longestHidden = 43_200

export type SqsOptions = { desk: QueueDesk; queues: LocalQueue[]; origin: string }

/** The queues of this machine: the wire protocol of Amazon SQS. Receiving does not wait for messages to come. */
export const sqsHandler = ({ desk, queues, origin }: SqsOptions): RequestListener => {
  const named = (name: string | undefined): LocalQueue => {
    const queue = queues.find((each) => each.name === name)
    if (queue) return queue
    throw new ApiError('QueueDoesNotExist', 'The specified queue does not exist.')
  }
  const queueOf = (input: JsonObject) => named(needed(input, 'QueueUrl').split('/').at(-1))

  return jsonProtocol({
    target: 'AmazonSQS',
    version: '1.0',
    // A message of the largest size, every sign of it escaped, with its frame.
    bodyLimit: 7 * mostBytes,
    formerNames,
    operations: {
      GetQueueUrl: (input) => ({ QueueUrl: queueUrl(origin, named(needed(input, 'QueueName')).name) }),
      GetQueueAttributes: (input) => attributesOf(desk, queueOf(input), namesOf(input, 'AttributeNames')),
      SendMessage: (input) => {
        const queue = queueOf(input)
        const sending = sendingOf(queue, input)
        const [sent] = desk.send(queue, [sending])
        return receiptOfSending(queue, sending.body, sent!)
      },
      SendMessageBatch: (input) => {
        const queue = queueOf(input)
        const results = entriesOf(input).map((entry) => ({ id: entry.Id, ...triedSending(queue, entry) }))
        const good = results.flatMap(({ id, sending }) => (sending ? { id, sending } : []))
        const sent =
          good.length > 0
            ? desk.send(
                queue,
                good.map(({ sending }) => sending),
              )
            : []
        return {
          Successful: good.map(({ id, sending }, index) => ({
            Id: id,
            ...receiptOfSending(queue, sending.body, sent[index]!),
          })),
          Failed: results.flatMap(({ id, error }) =>
            error ? { Id: id, SenderFault: true, Code: error.code, Message: error.message } : [],
          ),
        }
      },
      ReceiveMessage: (input) => {
        const queue = queueOf(input)
        const most = wholeNumber(input, 'MaxNumberOfMessages', 1, 10) ?? 1
        const messages = desk.take(queue, most, wholeNumber(input, 'VisibilityTimeout', 0, longestHidden))
        const wanted = namesOf(input, 'AttributeNames', 'MessageSystemAttributeNames')
        return { ...(messages.length > 0 && { Messages: messages.map((message) => onTheWire(message, wanted)) }) }
      },
      DeleteMessage: (input) => {
        desk.remove(queueOf(input), needed(input, 'ReceiptHandle'))
        return {}
      },
      ChangeMessageVisibility: (input) => {
        const seconds = wholeNumber(input, 'VisibilityTimeout', 0, longestHidden)
        if (seconds === undefined) {
          throw new ApiError('MissingParameter', 'The request must contain the parameter VisibilityTimeout.')
        }
        desk.postpone(queueOf(input), needed(input, 'ReceiptHandle'), seconds)
        return {}
      },
    },
  })
}

const formerNames = Object.fromEntries(
  [
    ...['EmptyBatchRequest', 'TooManyEntriesInBatchRequest', 'InvalidBatchEntryId', 'BatchEntryIdsNotDistinct'],
    ...['BatchRequestTooLong', 'MessageNotInflight', 'UnsupportedOperation', 'QueueDoesNotExist'],
  ].map((name) => [name, `AWS.SimpleQueueService.${name === 'QueueDoesNotExist' ? 'NonExistentQueue' : name}`]),
)

const triedSending = (queue: LocalQueue, entry: JsonObject) => {
  try {
    return { sending: sendingOf(queue, entry) }
  } catch (error) {
    if (error instanceof ApiError) return { error }
    throw error
  }
}

const receiptOfSending = ({ fifo }: LocalQueue, body: string, { messageId, sequence }: Sent): JsonObject => ({
  MessageId: messageId,
  MD5OfMessageBody: md5(body),
  ...(fifo && { SequenceNumber: sequenceNumber(sequence) }),
})

const onTheWire = (message: Received, wanted: string[]): JsonObject => {
  const attributes = asked({ ...systemAttributes(message) }, wanted)
  return {
    MessageId: message.messageId,
    ReceiptHandle: message.receipt,
    Body: message.body,
    MD5OfBody: md5(message.body),
    ...(Object.keys(attributes).length > 0 && { Attributes: attributes }),
  }
}

const attributesOf = (desk: QueueDesk, queue: LocalQueue, names: string[]): JsonObject => {
  const { visible, hidden, delayed } = desk.count(queue)
  const attributes = {
    QueueArn: queue.arn,
    ApproximateNumberOfMessages: String(visible),
    ApproximateNumberOfMessagesNotVisible: String(hidden),
    ApproximateNumberOfMessagesDelayed: String(delayed),
    VisibilityTimeout: String(queue.visibilitySeconds),
    DelaySeconds: '0',
    MaximumMessageSize: String(mostBytes),
    ReceiveMessageWaitTimeSeconds: '0',
    ...(queue.fifo && { FifoQueue: 'true', ContentBasedDeduplication: 'false' }),
  }
  const unknown = names.find((name) => name !== 'All' && !knownAttributes.includes(name))
  if (unknown !== undefined) throw new ApiError('InvalidAttributeName', `Unknown Attribute ${unknown}.`)
  return { Attributes: asked(attributes, names) }
}

const knownAttributes = [
  ...['QueueArn', 'VisibilityTimeout', 'DelaySeconds', 'MaximumMessageSize', 'ReceiveMessageWaitTimeSeconds'],
  ...['', 'NotVisible', 'Delayed'].map((which) => `ApproximateNumberOfMessages${which}`),
  ...['FifoQueue', 'ContentBasedDeduplication'],
]

const asked = (attributes: Record<string, string | undefined>, names: string[]): JsonObject =>
  Object.fromEntries(
    Object.entries(attributes).flatMap(([name, value]) =>
      value !== undefined && (names.includes('All') || names.includes(name)) ? [[name, value]] : [],
    ),
  )
