import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import { entities, eventEntity } from '@pilotgate/aws/dynamodb/entities'
import { ulids } from '@pilotgate/aws/ids'
import { DomainError } from '@pilotgate/core/errors'
import type { Queues } from '@pilotgate/core/ports'
import { scopeOfConnection } from '@pilotgate/core/program/hr/connections/connection-record'
import type { Context, DynamoDBBatchResponse, DynamoDBRecord, SQSBatchResponse, SQSRecord } from 'aws-lambda'
import { beforeEach, expect, test, vi } from 'vitest'
import { onEvents } from '../../../functions/lib/stream.ts'
import { handler as worker } from '../../../functions/program/queue.ts'
import { handler as sweep } from '../../../functions/program/schedule.ts'
import { company } from './company.ts'

const parts = vi.hoisted(() => ({ container: {} as Record<string, unknown> }))
vi.mock('@pilotgate/aws/container', () => ({ container: () => parts.container }))
vi.mock('../../../functions/lib/log.ts', () => ({ log: () => {} }))

const context = { functionName: 'program' } as Context
const first = '2027-01-11T09:00:00.000Z'
const later = '2027-01-11T19:00:00.000Z'
const sent: Record<string, unknown>[] = []
const postponed: number[] = []
const queues: Queues = {
  send: async (_, messages) => void sent.push(...messages.map(({ body }) => body)),
  postpone: async (_, __, seconds) => void postponed.push(seconds),
}

beforeEach(() => {
  sent.length = 0
  postponed.length = 0
})

/** An organisation with a delivery in its inbox that only says whom it is about, and an HR system that nobody may ask. */
const delivered = async (ids: string[]) => {
  const it = company({ vendor: 'bamboohr', settings: { company: 'nordlicht' } })
  await it.keep()
  const record = {
    ...{ ...scopeOfConnection(it.connection), id: 'd1', version: 0, connectionId: 'C1', receivedAt: first },
    body: JSON.stringify({ employees: ids.map((id) => ({ id })) }),
    expiresAt: Date.parse('2027-02-11T09:00:00.000Z') / 1000,
  }
  await it.write({ kind: 'inbox', record, expect: 0 })
  const web = { send: async () => Promise.reject(new DomainError('Unavailable', 'No answer.')) }
  parts.container = { store: it.store, ids: ulids(), queues, secrets: {}, web, config: { HR_ENDPOINTS: {} } }
  return { ...it, record, message: { tenantId: it.tenantId, connectionId: 'C1', inboxId: 'd1', at: first } }
}

const handOver = async (body: object, time: number, receivedAt = first) => {
  const attributes = {
    ApproximateReceiveCount: String(time),
    ApproximateFirstReceiveTimestamp: String(Date.parse(receivedAt)),
  }
  const record = { messageId: 'm', receiptHandle: 'r', body: JSON.stringify(body), attributes } as SQSRecord
  const { batchItemFailures } = (await worker({ Records: [record] }, context)) as SQSBatchResponse
  return batchItemFailures.length === 0 ? 'done' : 'comes again'
}

test('a delivery that waited is put into its queue anew, so that it is known what time it is', async () => {
  const { message, store, connection } = await delivered(['1'])
  expect(await handOver(message, 1)).toBe('comes again')
  expect(postponed).toHaveLength(1)
  expect(sent).toEqual([])
  expect(await handOver(message, 2)).toBe('done')
  expect(sent).toEqual([{ ...message, tried: 1 }])
  // The last try: what became of it bears its own time.
  expect(await handOver({ ...message, tried: 16 }, 1, later)).toBe('done')
  const { items } = await store.list('inboxLog', scopeOfConnection(connection))
  expect(items).toMatchObject([{ doneAt: later, receivedAt: first, attempts: 17 }])
})

test('what goes on later waits first, and that is no try', async () => {
  const { message } = await delivered(['1'])
  expect(await handOver({ ...message, waitSeconds: 66 }, 1)).toBe('comes again')
  expect(postponed).toEqual([66])
  expect(await handOver({ ...message, waitSeconds: 66 }, 2)).toBe('done')
  expect(sent).toEqual([{ ...message, tried: 0 }])
})

test('a delivery that always ends its worker is left to the queue in the end', async () => {
  const { message } = await delivered(['1'])
  parts.container.web = { send: async () => Promise.reject(new Error('A defect.')) }
  expect(await handOver({ ...message, tried: 15 }, 2)).toBe('done')
  expect(sent).toEqual([{ ...message, tried: 16 }])
  expect(await handOver({ ...message, tried: 16 }, 2)).toBe('comes again')
  expect(sent).toHaveLength(1)
})

test('every night each organisation is looked through once, and one that fails keeps nobody waiting', async () => {
  const { store, tenantId, message } = await delivered(['1'])
  const programs = ['broken', tenantId, tenantId].map((tenant, index) => ({ tenantId: tenant, programId: `P${index}` }))
  store.runningPrograms = async function* () {
    yield* programs
  }
  const list = store.list
  store.list = (kind, scope, options) =>
    scope.tenantId === 'broken' ? Promise.reject(new Error('A defect.')) : list(kind, scope, options)
  const event = { time: '2027-01-12T04:00:00Z' } as Parameters<typeof sweep>[0]
  await expect(sweep(event, context)).rejects.toThrow('1 could not be checked')
  expect(sent).toEqual([{ ...message, tried: 0 }])
})

const streamed = (number: number, item: Record<string, unknown>) =>
  ({
    ...{ eventID: `record-${number}`, eventName: 'INSERT' },
    dynamodb: {
      SequenceNumber: String(number),
      NewImage: marshall(item, { removeUndefinedValues: true }) as Record<string, AttributeValue>,
    },
  }) as unknown as DynamoDBRecord

test.each([
  ['an event that fails', { events: true }, '1', ['d1']],
  ['what is counted together', { together: true }, '1', ['d1']],
  ['a queue that is down', { queue: true }, '1', []],
  ['nothing', {}, undefined, ['d1']],
] as const)('deliveries go to their queue first: %s keeps none back', async (_, fails, again, queued) => {
  const { record } = await delivered(['1'])
  const item = (row: { params(options: { table: string }): { Item?: Record<string, unknown> } }) =>
    row.params({ table: 'records' }).Item!
  const ids = { eventId: 'e1', tenantId: 'nordlicht', programId: 'P1', at: first, by: 'pilotgate' }
  const news = eventEntity.put({ ...ids, type: 'week.opened', gate: 'W06', round: 1 })
  const done: string[] = []
  const or = async (isFailing: boolean | undefined, act: () => unknown) => {
    if (isFailing) throw new Error('It is down.')
    act()
  }
  const broken = { events: false, together: false, queue: false, ...fails }
  const handler = onEvents(
    ({ type }) => or(broken.events, () => done.push(type)),
    () => or(broken.together, () => done.push('together')),
    (inbox) => or(broken.queue, () => done.push(...inbox.map(({ id }) => id))),
  )
  const Records = [streamed(1, item(news)), streamed(2, item(entities.inbox.put({ ...record, version: 1 })))]
  const { batchItemFailures } = (await handler({ Records }, context)) as DynamoDBBatchResponse
  expect(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)[0]).toBe(again)
  expect(done.filter((each) => each === 'd1')).toEqual(queued)
})
