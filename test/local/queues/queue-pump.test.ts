import type { LocalQueue } from '@pilotgate/local/queues/local-queues'
import { type QueuePump, startQueuePump } from '@pilotgate/local/queues/queue-pump'
import type { SQSEvent } from 'aws-lambda'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fifo, minutes, openDesk, standard, start } from './desk.ts'

const pumps: QueuePump[] = []
afterEach(async () => {
  for (const pump of pumps.splice(0)) await pump.stop()
})

type Opened = ReturnType<typeof openDesk>
type Handler = (event: SQSEvent, functionName: string) => unknown

const pumpOn = ({ desk, clock, lines }: Opened, handler: Handler, queue: LocalQueue = standard) => {
  const invoke = { invoke: async (name: string, event: unknown) => handler(event as SQSEvent, name) }
  const pump = startQueuePump({ desk, queues: [queue], invoke, clock, log: (line) => lines.push(line) })
  pumps.push(pump)
  return pump
}
const failing = ({ Records }: SQSEvent, which = Records) => ({
  batchItemFailures: which.map(({ messageId }) => ({ itemIdentifier: messageId })),
})

describe('the queue pump', () => {
  it('hands messages over in the shape of Lambda, with virtual times', async () => {
    const opened = openDesk()
    const seen: [SQSEvent, string][] = []
    const pump = pumpOn(opened, (event, name) => void seen.push([event, name]), fifo)
    const [sent] = opened.desk.send(fifo, [{ body: '{"id":"Zoë"}', group: 'session-1', dedupe: 'd-1' }])
    await pump.settled()
    expect(seen).toEqual([
      [
        {
          Records: [
            {
              messageId: sent!.messageId,
              receiptHandle: expect.any(String),
              body: '{"id":"Zoë"}',
              attributes: {
                ApproximateReceiveCount: '1',
                SentTimestamp: String(start),
                SenderId: expect.any(String),
                ApproximateFirstReceiveTimestamp: String(start),
                MessageGroupId: 'session-1',
                MessageDeduplicationId: 'd-1',
                SequenceNumber: expect.stringMatching(/^\d{20}$/),
              },
              messageAttributes: {},
              md5OfBody: '75a5dda6e88f370ffaedc58264c4127b',
              eventSource: 'aws:sqs',
              eventSourceARN: fifo.arn,
              awsRegion: 'us-east-1',
            },
          ],
        },
        'program-queue',
      ],
    ])
    expect(opened.desk.count(fifo)).toEqual({ visible: 0, hidden: 0, delayed: 0 })
    expect(opened.clock.nextDue()).toBeUndefined()
  })

  it('delivers what was there before it began, in batches, and asks nothing of empty queues', async () => {
    const opened = openDesk()
    opened.desk.send(
      standard,
      Array.from({ length: 23 }, (_, index) => ({ body: String(index) })),
    )
    const sizes: number[] = []
    const pump = pumpOn(opened, ({ Records }) => void sizes.push(Records.length))
    await pump.settled()
    expect(sizes).toEqual([10, 10, 3])
    expect(pump.busy()).toBe(false)
    opened.later(minutes(60 * 24 * 168))
    await pump.settled()
    expect(sizes).toHaveLength(3)
  })

  it('brings back what failed, alone and at its time, until it is given up', async () => {
    const opened = openDesk()
    const seen: string[] = []
    const pump = pumpOn(opened, (event) => {
      for (const { body, attributes } of event.Records) seen.push(`${body} ${attributes.ApproximateReceiveCount}`)
      return failing(
        event,
        event.Records.filter(({ body }) => body === 'bad'),
      )
    })
    opened.desk.send(standard, [{ body: 'good' }, { body: 'bad' }])
    await pump.settled()
    expect(seen).toEqual(['good 1', 'bad 1'])
    expect(opened.clock.nextDue()).toBe(start + minutes(1))
    opened.later(minutes(1))
    await pump.settled()
    opened.later(minutes(1))
    await pump.settled()
    expect(seen).toEqual(['good 1', 'bad 1', 'bad 2', 'bad 3'])
    opened.later(minutes(1))
    await pump.settled()
    expect(seen).toHaveLength(4)
    expect(opened.desk.deadLetters()).toMatchObject([{ body: 'bad', receives: 3 }])
    expect(opened.clock.nextDue()).toBeUndefined()
    opened.desk.redrive(standard)
    await pump.settled()
    expect(seen.at(-1)).toBe('bad 1')
  })

  it.each<[string, Handler]>([
    [
      'that throws',
      () => {
        throw new Error('broken')
      },
    ],
    ['that names a message of nobody', () => ({ batchItemFailures: [{ itemIdentifier: 'unknown' }] })],
    ['that names no message', () => ({ batchItemFailures: [{ itemIdentifier: '' }] })],
    ['whose answer has a wrong key', () => ({ batchItemFailures: [{ id: 'x' }] })],
  ])('brings the whole batch back from a function %s', async (_, handler) => {
    const opened = openDesk()
    const pump = pumpOn(opened, handler)
    opened.desk.send(standard, [{ body: 'one' }, { body: 'two' }])
    await pump.settled()
    expect(opened.desk.count(standard)).toEqual({ visible: 0, hidden: 2, delayed: 0 })
  })

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['no failures', { batchItemFailures: [] }],
    ['failures of null', { batchItemFailures: null }],
  ])('takes %s for success', async (_, answer) => {
    const opened = openDesk()
    const pump = pumpOn(opened, () => answer)
    opened.desk.send(standard, [{ body: 'one' }])
    await pump.settled()
    expect(opened.desk.count(standard)).toEqual({ visible: 0, hidden: 0, delayed: 0 })
  })

  it('brings back at the time that the function itself said', async () => {
    const opened = openDesk()
    const at: number[] = []
    const pump = pumpOn(opened, (event) => {
      at.push(opened.clock.now() - start)
      if (at.length > 1) return undefined
      opened.desk.postpone(standard, event.Records[0]!.receiptHandle, 7_200)
      return failing(event)
    })
    opened.desk.send(standard, [{ body: 'one' }])
    await pump.settled()
    expect(opened.clock.nextDue()).toBe(start + 7_200_000)
    opened.clock.jump(start + 7_200_000)
    await pump.settled()
    expect(at).toEqual([0, 7_200_000])
  })

  it('gives nobody a message that a function has in hand, however far the clock has gone on', async () => {
    const opened = openDesk()
    const [begun, under] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    let runs = 0
    const pump = pumpOn(opened, async (event) => {
      runs += 1
      begun.resolve()
      await under.promise
      opened.desk.postpone(standard, event.Records[0]!.receiptHandle, 30)
      return runs === 1 ? failing(event) : undefined
    })
    opened.desk.send(standard, [{ body: 'one' }])
    await begun.promise
    opened.later(minutes(90))
    expect(opened.desk.take(standard, 10)).toEqual([])
    expect(pump.busy()).toBe(true)
    under.resolve()
    await pump.settled()
    expect(runs).toBe(1)
    expect(opened.clock.nextDue()).toBe(start + minutes(90) + 30_000)
  })

  it('keeps the order of a group over failures, while other groups go on', async () => {
    const opened = openDesk()
    const done: string[] = []
    let broken = true
    const pump = pumpOn(
      opened,
      (event) => {
        const stuck = event.Records.filter(({ body }) => broken && body.startsWith('a'))
        done.push(...event.Records.filter((record) => !stuck.includes(record)).map(({ body }) => body))
        return failing(event, stuck)
      },
      fifo,
    )
    const send = (...messages: string[]) =>
      opened.desk.send(
        fifo,
        messages.map((body) => ({ body, group: body[0]!, dedupe: body })),
      )
    send('a1', 'b1', 'a2')
    await pump.settled()
    send('a3', 'b2')
    await pump.settled()
    expect(done).toEqual(['b1', 'b2'])
    broken = false
    opened.later(minutes(1))
    await pump.settled()
    expect(done).toEqual(['b1', 'b2', 'a1', 'a2', 'a3'])
  })

  it('counts what a function sends while it runs as not settled', async () => {
    const opened = openDesk()
    const seen: string[] = []
    const pump = pumpOn(opened, ({ Records }) => {
      for (const { body } of Records) {
        seen.push(body)
        if (Number(body) > 0) opened.desk.send(standard, [{ body: String(Number(body) - 1) }])
      }
    })
    opened.desk.send(standard, [{ body: '5' }])
    await pump.settled()
    expect(seen).toEqual(['5', '4', '3', '2', '1', '0'])
  })

  it.each(['take', 'nextVisible'] as const)(
    'goes on with the next message after the store failed once (%s)',
    async (ask) => {
      const opened = openDesk()
      const seen: string[] = []
      const pump = pumpOn(opened, ({ Records }) => void seen.push(...Records.map(({ body }) => body)))
      await pump.settled()
      vi.spyOn(opened.desk, ask).mockImplementationOnce(() => {
        throw new Error('disk full')
      })
      opened.desk.send(standard, [{ body: 'one' }])
      await pump.settled()
      await new Promise(setImmediate)
      expect(opened.lines).toEqual(['The queue plain stands still: disk full'])
      expect(pump.busy()).toBe(false)
      opened.desk.send(standard, [{ body: 'two' }])
      await pump.settled()
      expect(seen).toEqual(['one', 'two'])
    },
  )

  it('hands nothing over once it is stopped, and keeps it', async () => {
    const opened = openDesk()
    let runs = 0
    const pump = pumpOn(opened, () => {
      runs += 1
    })
    await pump.stop()
    opened.desk.send(standard, [{ body: 'one' }])
    await pump.settled()
    expect(runs).toBe(0)
    expect(opened.desk.count(standard).visible).toBe(1)
  })
})
