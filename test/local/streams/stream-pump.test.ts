import { utimesSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { DeleteItemCommand, DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Clock } from '../../../packages/local/src/clock.ts'
import { createTable } from '../../../packages/local/src/dynamodb/create-table.ts'
import { type DynamoDb, startDynamoDb } from '../../../packages/local/src/dynamodb/start-dynamodb.ts'
import { LambdaFailure } from '../../../packages/local/src/lambda.ts'
import type { StreamRecord } from '../../../packages/local/src/streams/event-record.ts'
import {
  type StreamConsumer,
  type StreamPump,
  startStreamPump,
} from '../../../packages/local/src/streams/stream-pump.ts'
import { openStreamStore, type StreamStore } from '../../../packages/local/src/streams/stream-store.ts'

const now = Date.parse('2026-03-02T08:00:00Z')
const clock = { now: () => now } as Clock
const consumer = (functionName: string, change: Partial<StreamConsumer> = {}): StreamConsumer => ({
  functionName,
  batchSize: 10,
  maxRetries: 2,
  ...change,
})
type Handler = (records: StreamRecord[], functionName: string) => unknown
const keyOf = (record: StreamRecord) => record.dynamodb.Keys!.pk!.S!

class Bench {
  db: DynamoDb
  client: DynamoDBClient
  streams: DynamoDBStreamsClient
  constructor(db: DynamoDb) {
    const config = {
      endpoint: db.endpoint,
      region: 'eu-west-1',
      maxAttempts: 12,
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    }
    this.db = db
    this.client = new DynamoDBClient(config)
    this.streams = new DynamoDBStreamsClient(config)
  }
  async table(TableName: string) {
    const { streamArn } = await createTable(this.client, {
      TableName,
      AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    })
    const put = (pk: string, value = 'v') =>
      this.client.send(new PutItemCommand({ TableName, Item: { pk: { S: pk }, value: { S: value } } }))
    const remove = (pk: string) => this.client.send(new DeleteItemCommand({ TableName, Key: { pk: { S: pk } } }))
    return { streamArn, put, remove }
  }
  pump(
    streamArn: string,
    consumers: StreamConsumer[],
    handler: Handler,
    positions: StreamStore = openStreamStore(':memory:'),
  ) {
    const pump = startStreamPump({
      ...{ streamsClient: this.streams, streamArn, consumers, positions, clock },
      invoke: {
        invoke: async (functionName, event) => handler((event as { Records: StreamRecord[] }).Records, functionName),
      },
    })
    pumps.push(pump)
    return pump
  }
}

const pumps: StreamPump[] = []
afterEach(async () => {
  for (const pump of pumps.splice(0)) await pump.stop()
})

describe('the stream pump', () => {
  let bench: Bench
  let tables = 0
  const newTable = () => bench.table(`table-${++tables}`)
  beforeAll(async () => {
    bench = new Bench(await startDynamoDb())
  })
  afterAll(() => bench.db.stop())

  it('delivers records in the shape and order of Lambda, with virtual time', async () => {
    const { streamArn, put, remove } = await newTable()
    const seen: StreamRecord[] = []
    const pump = bench.pump(streamArn, [consumer('audit')], (records) => void seen.push(...records))
    await put('a', '1')
    await put('a', '2')
    await remove('a')
    await pump.settled()
    expect(seen.map(({ eventName }) => eventName)).toEqual(['INSERT', 'MODIFY', 'REMOVE'])
    expect(seen[1]).toEqual({
      eventID: expect.any(String),
      eventName: 'MODIFY',
      eventVersion: '1.1',
      eventSource: 'aws:dynamodb',
      awsRegion: expect.any(String),
      eventSourceARN: streamArn,
      dynamodb: {
        ApproximateCreationDateTime: now / 1000,
        Keys: { pk: { S: 'a' } },
        OldImage: { pk: { S: 'a' }, value: { S: '1' } },
        NewImage: { pk: { S: 'a' }, value: { S: '2' } },
        SequenceNumber: expect.stringMatching(/^\d{21}$/),
        SizeBytes: expect.any(Number),
        StreamViewType: 'NEW_AND_OLD_IMAGES',
      },
    })
  })

  it('settles exactly: also what the consumers write while they handle records', async () => {
    const { streamArn, put } = await newTable()
    const seen = new Set<string>()
    const pump = bench.pump(streamArn, [consumer('chain')], async (records) => {
      for (const record of records) {
        seen.add(keyOf(record))
        const [name, left] = keyOf(record).split('-') as [string, string]
        await sleep(Math.random() * 5)
        if (Number(left) > 0) await put(`${name}-${Number(left) - 1}`)
      }
    })
    for (let round = 0; round < 10; round++) {
      await Promise.all(['a', 'b', 'c'].map((name) => put(`${name}${round}-3`)))
      await pump.settled()
      expect(seen.size).toBe((round + 1) * 12)
      expect(pump.busy()).toBe(false)
    }
  })

  it('lets a slow consumer hold up nobody but itself, in batches, with a filter', async () => {
    const { streamArn, put } = await newTable()
    const sizes: number[] = []
    const quick: string[] = []
    let open = () => {}
    const gate = new Promise<void>((resolve) => {
      open = resolve
    })
    const consumers = [
      consumer('slow', { batchSize: 7 }),
      consumer('quick', { filter: (record) => keyOf(record).endsWith('5') }),
    ]
    const pump = bench.pump(streamArn, consumers, async (records, name) => {
      if (name === 'quick') return void quick.push(...records.map(keyOf))
      await gate
      sizes.push(records.length)
    })
    for (let i = 0; i < 30; i++) await put(`k${i}`)
    while (quick.length < 3) await sleep(5)
    expect(quick).toEqual(['k5', 'k15', 'k25'])
    expect(pump.busy()).toBe(true)
    open()
    await pump.settled()
    expect(Math.max(...sizes)).toBeLessThanOrEqual(7)
    expect(sizes.reduce((sum, size) => sum + size)).toBe(30)
  })

  it.each(['throws', 'names the failed item'])(
    'sets a poison record aside when the function %s, and goes on',
    async (how) => {
      const { streamArn, put } = await newTable()
      const positions = openStreamStore(':memory:')
      for (let i = 0; i < 20; i++) await put(`k${i}`)
      let poison = 'k7'
      const handled: string[] = []
      const handler: Handler = (records) => {
        const bad = records.findIndex((record) => keyOf(record) === poison)
        if (bad >= 0 && how === 'throws') throw new LambdaFailure('Poison', 'cannot digest')
        handled.push(...records.slice(0, bad < 0 ? undefined : bad).map(keyOf))
        if (bad >= 0) return { batchItemFailures: [{ itemIdentifier: records[bad]!.dynamodb.SequenceNumber }] }
      }
      const pump = bench.pump(streamArn, [consumer('kpi')], handler, positions)
      await pump.settled()
      expect(handled).toEqual(Array.from({ length: 20 }, (_, i) => `k${i}`).filter((key) => key !== 'k7'))
      const [letter] = pump.deadLetters()
      expect(pump.deadLetters()).toHaveLength(1)
      expect(letter).toMatchObject({
        functionName: 'kpi',
        attempts: 3,
        at: now,
        record: { dynamodb: { Keys: { pk: { S: 'k7' } } } },
      })
      if (how === 'throws') expect(letter!.error).toBe('Poison: cannot digest')

      expect(await pump.redrive()).toEqual({ handled: 0, failed: 1 })
      poison = ''
      expect(await pump.redrive([letter!.id])).toEqual({ handled: 1, failed: 0 })
      expect(handled.at(-1)).toBe('k7')
      expect(pump.deadLetters()).toEqual([])
    },
  )

  it('tries again when a function fails for a while', async () => {
    const { streamArn, put } = await newTable()
    let failures = 2
    const handled: string[] = []
    const pump = bench.pump(streamArn, [consumer('mail', { maxRetries: 3 })], (records) => {
      if (failures-- > 0) throw new Error('not now')
      handled.push(...records.map(keyOf))
    })
    await put('a')
    await pump.settled()
    expect(handled).toEqual(['a'])
    expect(pump.deadLetters()).toEqual([])
  })

  it('gives each consumer its own position: a new one gets the whole stream, an old one only the rest', async () => {
    const { streamArn, put } = await newTable()
    const positions = openStreamStore(':memory:')
    const seen: string[] = []
    const handler: Handler = (records, name) => void seen.push(...records.map((record) => `${name}:${keyOf(record)}`))
    const first = bench.pump(streamArn, [consumer('old')], handler, positions)
    await put('a')
    await first.settled()
    await first.stop()
    await put('b')
    const second = bench.pump(streamArn, [consumer('old'), consumer('new')], handler, positions)
    await second.settled()
    expect(seen.sort()).toEqual(['new:a', 'new:b', 'old:a', 'old:b'])
  })

  it('delivers each of a hundred writes by the time it is settled', async () => {
    const { streamArn, put } = await newTable()
    const took: number[] = []
    let sent = 0
    const pump = bench.pump(
      streamArn,
      [consumer('a'), consumer('b')],
      (_, name) => void (name === 'a' && took.push(performance.now() - sent)),
    )
    for (let i = 0; i < 100; i++) {
      await put(`k${i}`)
      sent = performance.now()
      await pump.settled()
    }
    took.sort((one, other) => one - other)
    console.log(`write to delivery: median ${took[50]!.toFixed(1)} ms, worst ${took.at(-1)!.toFixed(1)} ms`)
    expect(took).toHaveLength(100)
  })
})

describe('the stream over a restart on disk', () => {
  const open = async () => {
    const folder = await mkdtemp(join(tmpdir(), 'pilotgate-stream-'))
    const database = join(folder, 'shared-local-instance.db')
    const start = async () => new Bench(await startDynamoDb({ folder }))
    return { database, start, positions: openStreamStore(join(folder, 'streams.sqlite')) }
  }

  it('goes on where it stood', async () => {
    const { start, positions } = await open()
    const seen: string[] = []
    const handler: Handler = (records) => void seen.push(...records.map(keyOf))
    let bench = await start()
    let { streamArn, put } = await bench.table('things')
    const pump = bench.pump(streamArn, [consumer('audit')], handler, positions)
    await put('a')
    await pump.settled()
    await pump.stop()
    await put('b')
    await bench.db.stop()
    bench = await start()
    ;({ streamArn, put } = await bench.table('things'))
    await put('c')
    await bench.pump(streamArn, [consumer('audit')], handler, positions).settled()
    expect(seen).toEqual(['a', 'b', 'c'])
    for (const running of pumps.splice(0)) await running.stop()
    await bench.db.stop()
  })

  it.each([
    { name: 'keeps undelivered records when the machine was off for days', idleDays: 3, seen: ['a', 'b', 'c'] },
    { name: 'notices that the numbering began anew after all records were dropped', idleDays: 0, seen: ['a', 'c'] },
  ])('$name', async ({ idleDays, seen: expected }) => {
    const { start, positions, database } = await open()
    const seen: string[] = []
    const handler: Handler = (records) => void seen.push(...records.map(keyOf))
    let bench = await start()
    let { streamArn, put } = await bench.table('things')
    const pump = bench.pump(streamArn, [consumer('audit')], handler, positions)
    await put('a')
    await pump.settled()
    await pump.stop()
    await put('b')
    await bench.db.stop()
    const days = 3 * 86_400_000
    const file = new DatabaseSync(database)
    file.prepare('UPDATE us SET CreationDateTime = CreationDateTime - ?').run(days)
    file.close()
    if (idleDays) utimesSync(database, new Date(), new Date(Date.now() - days))
    bench = await start()
    ;({ streamArn, put } = await bench.table('things'))
    await put('c')
    await bench.pump(streamArn, [consumer('audit')], handler, positions).settled()
    expect(seen).toEqual(expected)
    for (const running of pumps.splice(0)) await running.stop()
    await bench.db.stop()
  })
})
