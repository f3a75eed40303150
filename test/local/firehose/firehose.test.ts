import { appendFileSync, copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  DescribeDeliveryStreamCommand,
  FirehoseClient,
  ListDeliveryStreamsCommand,
  PutRecordBatchCommand,
  PutRecordCommand,
} from '@aws-sdk/client-firehose'
import { athenaQuery } from '@pilotgate/aws/warehouse-athena'
import { database, workgroup } from '@pilotgate/local/athena/athena-handler'
import { duckDb } from '@pilotgate/local/athena/duckdb'
import { openWarehouse } from '@pilotgate/local/athena/warehouse'
import { streamName } from '@pilotgate/local/firehose/firehose-handler'
import { openPendingRows } from '@pilotgate/local/firehose/pending-rows'
import { toParquet } from '@pilotgate/local/firehose/to-parquet'
import { virtualClock } from '@pilotgate/local/virtual-clock'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { pointSdkAt, region } from '../../contract/dynamodb-table.ts'
import { serve, stopServing } from '../serve.ts'

const folders: string[] = []
const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})
afterAll(() => {
  stopServing()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'pilotgate-firehose-'))
  folders.push(folder)
  return folder
}

const open = async (folder = newFolder(), temporary = false) => {
  const clock = virtualClock({ start: Date.parse('2027-01-04T23:00:00Z'), running: false })
  const warehouse = openWarehouse({ folder, clock, temporary })
  closing.push(warehouse.close)
  pointSdkAt('AWS_ENDPOINT_URL_FIREHOSE', await serve(warehouse.firehose))
  pointSdkAt('AWS_ENDPOINT_URL_ATHENA', await serve(warehouse.athena))
  const client = new FirehoseClient({ region, maxAttempts: 1 })
  const put = (...lines: string[]) =>
    client.send(
      new PutRecordBatchCommand({
        DeliveryStreamName: streamName,
        Records: lines.map((line) => ({ Data: Buffer.from(line) })),
      }),
    )
  return { folder, clock, warehouse, client, put, ask: athenaQuery({ region, database, workgroup }) }
}

const line = (id: string, more: object = {}) => `${JSON.stringify({ session_id: id, row_version: 1, ...more })}\n`
const ids = 'SELECT session_id, day FROM sessions ORDER BY session_id'

describe('the local delivery stream', () => {
  it('writes Parquet into the folders of the days of arrival by the virtual clock (UTC)', async () => {
    const { folder, clock, put, ask } = await open()
    await put(line('S1', { topics: ['a', 'b'], rating: null }))
    clock.jump(clock.now() + 2 * 3_600_000)
    await put(line('S2'), line('S3'))
    expect(await ask(ids)).toEqual([
      { session_id: 'S1', day: '4' },
      { session_id: 'S2', day: '5' },
      { session_id: 'S3', day: '5' },
    ])
    const files = readdirSync(join(folder, 'sessions'), { recursive: true, encoding: 'utf8' })
    expect(files.filter((file) => file.includes('.'))).toEqual([
      expect.stringMatching(/^year=2027\/month=01\/day=04\/2027-01-04-[\w-]+\.parquet$/),
      expect.stringMatching(/^year=2027\/month=01\/day=05\/2027-01-05-[\w-]+\.parquet$/),
    ])
    expect(await ask("SELECT topics, rating FROM sessions WHERE session_id = 'S1'")).toEqual([
      { topics: '[a, b]', rating: undefined },
    ])
  })

  it('writes nothing while nobody asks, and nothing twice', async () => {
    const { folder, put, ask } = await open()
    const files = () =>
      readdirSync(join(folder), { recursive: true, encoding: 'utf8' }).filter((file) => /\.\w+$/.test(file))
    await put(line('S1'))
    await put(line('S2'))
    expect(files()).toEqual([expect.stringMatching(/arriving\/2027-01-04\.ndjson$/)])
    await ask(ids)
    await ask(ids)
    expect(files()).toEqual([expect.stringMatching(/\.parquet$/)])
  })

  it('puts aside what is no row, as AWS does, and goes on', async () => {
    const { folder, put, ask } = await open()
    const answer = await put('not JSON\n', line('S1'), '[1]\n')
    expect(answer.FailedPutCount).toBe(0)
    expect(await ask(ids)).toEqual([{ session_id: 'S1', day: '4' }])
    const aside = join(folder, 'format-conversion-failed', '2027-01-04.txt')
    expect(readFileSync(aside, 'utf8')).toBe('not JSON\n[1]\n')
  })

  it('answers as Firehose does', async () => {
    const { client, put } = await open()
    const Record = { Data: Buffer.from(line('S1')) }
    const one = await client.send(new PutRecordCommand({ DeliveryStreamName: streamName, Record }))
    expect(one.RecordId).toBeTruthy()
    const two = await put(line('S1'), line('S1'))
    expect(new Set(two.RequestResponses!.map(({ RecordId }) => RecordId)).size).toBe(2)
    const described = await client.send(new DescribeDeliveryStreamCommand({ DeliveryStreamName: streamName }))
    expect(described.DeliveryStreamDescription).toMatchObject({
      DeliveryStreamStatus: 'ACTIVE',
      DeliveryStreamType: 'DirectPut',
    })
    const large = Buffer.alloc(1_024_001, 'x')
    const cases: [() => Promise<unknown>, string][] = [
      [() => client.send(new PutRecordCommand({ DeliveryStreamName: 'other', Record })), 'ResourceNotFoundException'],
      [
        () => client.send(new PutRecordCommand({ DeliveryStreamName: streamName, Record: { Data: large } })),
        'ValidationException',
      ],
      [() => put(...Array.from({ length: 501 }, () => line('S1'))), 'ValidationException'],
      [() => put(...Array.from({ length: 5 }, () => ' '.repeat(900_000))), 'InvalidArgumentException'],
      [() => client.send(new ListDeliveryStreamsCommand({})), 'UnknownOperationException'],
    ]
    for (const [answer, name] of cases) {
      await expect(answer()).rejects.toMatchObject({ name, $metadata: { httpStatusCode: 400 } })
    }
  })

  it('starts empty and leaves nothing in a temporary folder', async () => {
    const folder = newFolder()
    const before = await open(folder)
    await before.put(line('S1'))
    const { ask, warehouse } = await open(folder, true)
    expect(await ask(ids)).toEqual([])
    await warehouse.close()
    expect(() => readdirSync(folder)).toThrow(/ENOENT/)
  })
})

describe('a folder that a crash left behind', () => {
  const arriving = (folder: string) => join(folder, 'pending', 'arriving', '2027-01-04.ndjson')

  it('loses a line cut off half-way, which was not acknowledged, and nothing else', async () => {
    const { folder, put } = await open()
    await put(line('S1'))
    appendFileSync(arriving(folder), '{"session_id":"S2","row_ver')
    const { put: putAgain, ask } = await open(folder)
    await putAgain(line('S3'))
    expect((await ask(ids)).map(({ session_id }) => session_id)).toEqual(['S1', 'S3'])
  })

  it.each(['before', 'after'])(
    'counts rows once when it was killed %s the Parquet file got its name',
    async (moment) => {
      const { folder, put } = await open()
      await put(line('S1'), line('S2'))
      const duck = duckDb()
      closing.push(duck.close)
      const [taken] = openPendingRows(join(folder, 'pending')).take()
      const copy = join(newFolder(), 'copy.ndjson')
      copyFileSync(taken!.file, copy)
      if (moment === 'after') await toParquet(await duck.connection(), folder, taken!)
      // What a kill leaves: the rows taken are still there, and perhaps half a file beside the target.
      copyFileSync(copy, taken!.file)
      writeFileSync(join(folder, 'half.parquet.new'), 'half')
      const { ask } = await open(folder)
      for (let time = 0; time < 2; time += 1) {
        expect((await ask(ids)).map(({ session_id }) => session_id)).toEqual(['S1', 'S2'])
      }
      expect(openPendingRows(join(folder, 'pending')).take()).toEqual([])
    },
  )
})
