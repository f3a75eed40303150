import { createHash } from 'node:crypto'
import {
  ChangeMessageVisibilityCommand,
  CreateQueueCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs'
import { queueUrl } from '@pilotgate/local/queues/local-queues'
import { sqsHandler } from '@pilotgate/local/queues/sqs-handler'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { serve, stopServing } from '../serve.ts'
import { fifo, minutes, openDesk, standard, start } from './desk.ts'

afterAll(stopServing)

/** The SDK itself compares the sums of the bodies that it sent and received. */
describe('SQS on the wire', () => {
  let opened: ReturnType<typeof openDesk>
  let client: SQSClient
  let origin: string
  const url = (name: string) => queueUrl(origin, name)
  beforeEach(async () => {
    opened = openDesk()
    const { desk } = opened
    let handler = sqsHandler({ desk, queues: [standard, fifo], origin: '' })
    origin = await serve((request, response) => handler(request, response))
    handler = sqsHandler({ desk, queues: [standard, fifo], origin })
    client = new SQSClient({
      region: 'us-east-1',
      endpoint: `${origin}/aws/sqs`,
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    })
  })
  const receive = (QueueUrl: string, more = {}) =>
    client.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, ...more }))

  it('takes, hands over, postpones and removes a message', async () => {
    const QueueUrl = url('plain')
    const MessageBody = '{"name":"Zoë \u{1F600}"}'
    const sent = await client.send(new SendMessageCommand({ QueueUrl, MessageBody }))
    expect(sent).toMatchObject({
      MessageId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      MD5OfMessageBody: createHash('md5').update(MessageBody).digest('hex'),
    })
    const { Messages } = await receive(QueueUrl, {
      MessageSystemAttributeNames: ['ApproximateReceiveCount', 'SentTimestamp'],
    })
    expect(Messages).toEqual([
      {
        MessageId: sent.MessageId,
        Body: MessageBody,
        MD5OfBody: sent.MD5OfMessageBody,
        ReceiptHandle: expect.any(String),
        Attributes: { ApproximateReceiveCount: '1', SentTimestamp: String(start) },
      },
    ])
    const ReceiptHandle = Messages![0]!.ReceiptHandle
    expect((await receive(QueueUrl)).Messages).toBeUndefined()
    await client.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 300 }))
    opened.later(minutes(5))
    const [again] = (await receive(QueueUrl, { AttributeNames: ['All'] })).Messages!
    expect(again!.Attributes).toMatchObject({
      ApproximateReceiveCount: '2',
      ApproximateFirstReceiveTimestamp: String(start),
    })
    await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: again!.ReceiptHandle }))
    const { Attributes } = await client.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }))
    expect(Attributes).toEqual({
      QueueArn: standard.arn,
      ApproximateNumberOfMessages: '0',
      ApproximateNumberOfMessagesNotVisible: '0',
      ApproximateNumberOfMessagesDelayed: '0',
      VisibilityTimeout: '60',
      DelaySeconds: '0',
      MaximumMessageSize: '1048576',
      ReceiveMessageWaitTimeSeconds: '0',
    })
  })

  it('takes what is good of a batch, in order, and names what is not', async () => {
    const QueueUrl = url('line.fifo')
    const entry = (Id: string, more = {}) => ({
      Id,
      MessageBody: Id,
      MessageGroupId: 'g',
      MessageDeduplicationId: Id,
      ...more,
    })
    const Entries = [
      entry('one'),
      entry('two', { MessageGroupId: undefined }),
      entry('three'),
      entry('four', { DelaySeconds: 5 }),
    ]
    const { Successful, Failed } = await client.send(new SendMessageBatchCommand({ QueueUrl, Entries }))
    expect(Successful!.map(({ Id }) => Id)).toEqual(['one', 'three'])
    const [first, second] = Successful!.map(({ SequenceNumber }) => BigInt(SequenceNumber!))
    expect(first! < second!).toBe(true)
    expect(Failed).toMatchObject([
      { Id: 'two', Code: 'MissingParameter', SenderFault: true },
      { Id: 'four', Code: 'InvalidParameterValue', SenderFault: true },
    ])
    expect((await receive(QueueUrl)).Messages!.map(({ Body }) => Body)).toEqual(['one', 'three'])
  })

  it('knows its queues by name', async () => {
    const { QueueUrl } = await client.send(new GetQueueUrlCommand({ QueueName: 'line.fifo' }))
    expect(QueueUrl).toBe(`${origin}/aws/sqs/line.fifo`)
    const named = await client.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['FifoQueue'] }))
    expect(named.Attributes).toEqual({ FifoQueue: 'true' })
  })

  it('refuses as SQS does', async () => {
    const QueueUrl = url('plain')
    const entries = (...ids: string[]) => ids.map((Id) => ({ Id, MessageBody: 'x' }))
    const batch = (Entries: { Id: string; MessageBody: string }[]) => new SendMessageBatchCommand({ QueueUrl, Entries })
    const large = 'x'.repeat(1_048_577)
    const receipt = { QueueUrl, ReceiptHandle: 'made up' }
    const cases: [() => Promise<unknown>, string][] = [
      [() => client.send(new GetQueueUrlCommand({ QueueName: 'other' })), 'QueueDoesNotExist'],
      [() => client.send(new SendMessageCommand({ QueueUrl: url('other'), MessageBody: 'x' })), 'QueueDoesNotExist'],
      [() => client.send(new SendMessageCommand({ QueueUrl, MessageBody: '' })), 'MissingParameter'],
      [() => client.send(new SendMessageCommand({ QueueUrl, MessageBody: large })), 'InvalidParameterValue'],
      [
        () => client.send(new SendMessageCommand({ QueueUrl, MessageBody: 'x', DelaySeconds: 901 })),
        'InvalidParameterValue',
      ],
      [
        () => client.send(new SendMessageCommand({ QueueUrl, MessageBody: 'x', MessageDeduplicationId: 'd' })),
        'InvalidParameterValue',
      ],
      [
        () =>
          client.send(new SendMessageCommand({ QueueUrl: url('line.fifo'), MessageBody: 'x', MessageGroupId: 'g' })),
        'InvalidParameterValue',
      ],
      [() => client.send(batch([])), 'EmptyBatchRequest'],
      [() => client.send(batch(entries(...'abcdefghijk'))), 'TooManyEntriesInBatchRequest'],
      [() => client.send(batch(entries('a', 'a'))), 'BatchEntryIdsNotDistinct'],
      [() => client.send(batch(entries('a b'))), 'InvalidBatchEntryId'],
      [() => client.send(batch(['a', 'b'].map((Id) => ({ Id, MessageBody: large.slice(2) })))), 'BatchRequestTooLong'],
      [() => client.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 11 })), 'InvalidParameterValue'],
      [() => client.send(new DeleteMessageCommand(receipt)), 'ReceiptHandleIsInvalid'],
      [
        () => client.send(new ChangeMessageVisibilityCommand({ ...receipt, VisibilityTimeout: 43_201 })),
        'InvalidParameterValue',
      ],
      [
        () => client.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['Nonsense' as 'All'] })),
        'InvalidAttributeName',
      ],
      [() => client.send(new CreateQueueCommand({ QueueName: 'new' })), 'UnknownOperationException'],
    ]
    for (const [answer, name] of cases) {
      await expect(answer(), name).rejects.toMatchObject({ name, $metadata: { httpStatusCode: 400 } })
    }
    expect(opened.desk.count(standard).visible).toBe(0)
  })

  it('says that a message is not in flight, by its old name too', async () => {
    const QueueUrl = url('plain')
    await client.send(new SendMessageCommand({ QueueUrl, MessageBody: 'x' }))
    const [message] = (await receive(QueueUrl)).Messages!
    opened.later(minutes(1))
    const postponing = client.send(
      new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle: message!.ReceiptHandle, VisibilityTimeout: 5 }),
    )
    await expect(postponing).rejects.toMatchObject({
      name: 'MessageNotInflight',
      Code: 'AWS.SimpleQueueService.MessageNotInflight',
    })
  })
})
