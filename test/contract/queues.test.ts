import type { RequestListener } from 'node:http'
import { sqsQueues } from '@pilotgate/aws/sqs'
import type { QueueName } from '@pilotgate/core/ports'
import { localQueues, queueUrls } from '@pilotgate/local/queues/local-queues'
import { sqsHandler } from '@pilotgate/local/queues/sqs-handler'
import { afterAll, describe, expect, it } from 'vitest'
import { openDesk, start } from '../local/queues/desk.ts'
import { serve, stopServing } from '../local/serve.ts'
import { pointSdkAt, region } from './dynamodb-table.ts'

afterAll(stopServing)

const onServer = async (listener: RequestListener) => {
  const origin = await serve(listener)
  pointSdkAt('AWS_ENDPOINT_URL_SQS', `${origin}/aws/sqs`)
  return sqsQueues({ region, urls: queueUrls(origin) })
}

/** The adapter on the local queues; `asked` are the requests that came in. */
const startQueues = async () => {
  const opened = openDesk()
  const handler = sqsHandler({ desk: opened.desk, queues: localQueues, origin: '' })
  const asked: string[] = []
  const queues = await onServer((request, response) => {
    asked.push(String(request.headers['x-amz-target']).replace('AmazonSQS.', ''))
    handler(request, response)
  })
  const queue = (name: QueueName) => localQueues.find((each) => each.name.replace('.fifo', '') === name)!
  const take = (name: QueueName, most = 100) => opened.desk.take(queue(name), most)
  return { ...opened, queues, asked, take, count: (name: QueueName) => opened.desk.count(queue(name)) }
}

describe('queues on SQS', () => {
  it('hand messages over as JSON, ten in a request, in their order', async () => {
    const { queues, asked, take } = await startQueues()
    const sent = Array.from({ length: 23 }, (_, index) => ({ id: `d-${index}`, at: '2027-01-04T08:00:00Z' }))
    await queues.send(
      'people-inbox',
      sent.map((body) => ({ body })),
    )
    expect(asked).toEqual(['SendMessageBatch', 'SendMessageBatch', 'SendMessageBatch'])
    expect(take('people-inbox').map(({ body }) => JSON.parse(body))).toEqual(sent)
  })

  it('ask for nothing when there is nothing to send', async () => {
    const { queues, asked } = await startQueues()
    await queues.send('people-inbox', [])
    expect(asked).toEqual([])
  })

  it('keep the order of a group, and each message by its own id once', async () => {
    const { queues, take } = await startQueues()
    const message = (number: number, dedupe?: string) => ({ body: { number }, group: 'session-1', dedupe })
    await queues.send('invitations', [message(1, 'v1'), message(2, 'v2'), message(1, 'v1')])
    await queues.send('invitations', [message(2, 'v2'), message(3, 'v3')])
    const taken = take('invitations')
    expect(taken.map(({ body }) => JSON.parse(body).number)).toEqual([1, 2, 3])
    expect(new Set(taken.map(({ group }) => group))).toEqual(new Set(['session-1']))
  })

  it('keep equal messages of a group apart that bring no id', async () => {
    const { queues, take } = await startQueues()
    const message = { body: { session: 's' }, group: 'session-1' }
    await queues.send('invitations', [message, message])
    expect(take('invitations')).toHaveLength(2)
  })

  it('give a message back for as long as was said, at most a little less than twelve hours', async () => {
    const { queues, take, desk, clock } = await startQueues()
    const inbox = localQueues.find(({ name }) => name === 'people-inbox')!
    await queues.send('people-inbox', [{ body: {} }])
    const [message] = take('people-inbox')
    await queues.postpone('people-inbox', message!.receipt, 1800.2)
    expect(desk.nextVisible(inbox)).toBe(start + 1_801_000)
    clock.jump(start + 600_000)
    await queues.postpone('people-inbox', message!.receipt, 12 * 60 * 60)
    expect(desk.nextVisible(inbox)).toBe(start + 600_000 + (12 * 60 - 15) * 60_000)
  })

  it('say that the queue does not exist where none is set', async () => {
    const queues = sqsQueues({ region, urls: {} })
    await expect(queues.send('invitations', [{ body: {} }])).rejects.toThrow(/QUEUE_URLS names no queue "invitations"/)
  })
})

describe('queues that fail', () => {
  const failed = (SenderFault: boolean) => ({
    Successful: [],
    Failed: [{ Id: '0', SenderFault, Code: SenderFault ? 'InvalidMessageContents' : 'InternalError' }],
  })
  const answering = (status: number, body: object): RequestListener => {
    return (_, response) => {
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.0' }).end(JSON.stringify(body))
    }
  }

  it('are Unavailable when a message was not taken, and the rest is not sent before it', async () => {
    let requests = 0
    const queues = await onServer((request, response) => {
      requests += 1
      answering(200, failed(false))(request, response)
    })
    const messages = Array.from({ length: 11 }, (_, number) => ({ body: { number } }))
    await expect(queues.send('people-inbox', messages)).rejects.toMatchObject({ code: 'Unavailable' })
    expect(requests).toBe(1)
  })

  it('say so when the message itself is wrong, for that does not get better', async () => {
    const queues = await onServer(answering(200, failed(true)))
    const error = await queues.send('people-inbox', [{ body: {} }]).catch((refusal: Error) => refusal)
    expect(error).not.toHaveProperty('code')
    expect(String(error)).toContain('InvalidMessageContents')
  })

  it.each([
    [503, 'ServiceUnavailable'],
    [500, 'InternalFailure'],
  ])('are Unavailable at %i %s', async (status, __type) => {
    const queues = await onServer(answering(status, { __type, message: 'x' }))
    await expect(queues.postpone('people-inbox', 'r', 5)).rejects.toMatchObject({
      code: 'Unavailable',
      message: expect.stringContaining('message queue'),
    })
  })

  it('are Unavailable when nobody is there', async () => {
    pointSdkAt('AWS_ENDPOINT_URL_SQS', 'http://127.0.0.1:1')
    const queues = sqsQueues({ region, urls: queueUrls('http://127.0.0.1:1') })
    await expect(queues.send('people-inbox', [{ body: {} }])).rejects.toMatchObject({ code: 'Unavailable' })
  })
})
