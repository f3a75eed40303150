import { DynamoDBClient, paginateScan } from '@aws-sdk/client-dynamodb'
import { readStreamImage, type StreamImage } from '@pilotgate/aws/dynamodb/stream-image'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { region, startTable, tableName } from './dynamodb-table.ts'
import { check, freshScope, program, weekChecked, weeklyCheck } from './samples.ts'

describe('images of the stream', () => {
  let started: Awaited<ReturnType<typeof startTable>>
  beforeAll(async () => {
    started = await startTable()
  })
  afterAll(() => started.database.stop())

  it('give back the records and events that were stored', async () => {
    const scope = freshScope()
    await started.store.commit([check(scope, 'W01')], [weekChecked(scope, 'W01')])
    await started.store.commit([{ kind: 'program', record: program(scope, 'running'), expect: 0 }])
    const read: (StreamImage | undefined)[] = []
    for await (const { Items } of paginateScan({ client: new DynamoDBClient({ region }) }, { TableName: tableName })) {
      // A scan gives items in the same form as a stream gives images.
      read.push(...(Items ?? []).map(readStreamImage))
    }
    expect(read).toHaveLength(3)
    expect(read).toContainEqual({ kind: 'weeklyCheck', record: { ...weeklyCheck(scope, 'W01'), version: 1 } })
    expect(read).toContainEqual({ kind: 'program', record: { ...program(scope, 'running'), version: 1 } })
    expect(read).toContainEqual({
      kind: 'event',
      event: { ...weekChecked(scope, 'W01'), eventId: expect.stringMatching(/^\w{26}$/) },
    })
  })

  it('of a kind this release does not know are left alone', () => {
    expect(readStreamImage({ __edb_e__: { S: 'later' } })).toBeUndefined()
    expect(readStreamImage({ __edb_e__: { S: 'toString' } })).toBeUndefined()
    expect(readStreamImage({ pk: { S: 'x' } })).toBeUndefined()
  })
})
