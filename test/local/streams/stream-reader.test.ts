import type { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import { describe, expect, it } from 'vitest'
import { readStream } from '../../../packages/local/src/streams/stream-reader.ts'

/** A stream in memory, with shards that end: DynamoDB Local keeps one shard open for hours, too long for a test. */
function fakeStream() {
  const shards = [{ id: 'shard-1', ended: false, records: [] as string[] }]
  const recordOf = (eventID: string) => ({ eventID, dynamodb: { SequenceNumber: eventID.slice(1) } })
  const answers: Record<string, (input: Record<string, string>) => unknown> = {
    DescribeStreamCommand: () => ({
      StreamDescription: {
        Shards: shards.map(({ id }, index) => ({ ShardId: id, ParentShardId: shards[index - 1]?.id })).reverse(),
      },
    }),
    GetShardIteratorCommand: ({ ShardId, ShardIteratorType, SequenceNumber }) => {
      const { records } = shards.find(({ id }) => id === ShardId)!
      const from = ShardIteratorType === 'TRIM_HORIZON' ? 0 : records.indexOf(`e${SequenceNumber}`)
      return { ShardIterator: `${ShardId} ${from}` }
    },
    GetRecordsCommand: ({ ShardIterator, Limit }) => {
      const [shardId, from] = ShardIterator!.split(' ')
      const shard = shards.find(({ id }) => id === shardId)!
      const end = Math.min(shard.records.length, Number(from) + Number(Limit ?? 1000))
      const isOver = shard.ended && end === shard.records.length
      return {
        Records: shard.records.slice(Number(from), end).map(recordOf),
        NextShardIterator: isOver ? undefined : `${shardId} ${end}`,
      }
    },
  }
  const client = {
    send: async (command: { constructor: { name: string }; input: Record<string, string> }) =>
      answers[command.constructor.name]!(command.input),
  } as unknown as DynamoDBStreamsClient
  return {
    client,
    write: (id: string) => void shards.at(-1)!.records.push(id),
    roll() {
      shards.at(-1)!.ended = true
      shards.push({ id: `shard-${shards.length + 1}`, ended: false, records: [] })
    },
  }
}

describe('reading over the end of a shard', () => {
  it('reads on in the shard that follows, and never says "nothing" while something is there', async () => {
    const stream = fakeStream()
    const reader = readStream(stream.client, 'arn')
    const next = async () => (await reader.next()).map(({ record }) => record.eventID)
    stream.write('e1')
    expect(await next()).toEqual(['e1'])
    stream.write('e2')
    stream.roll()
    stream.write('e3')
    expect(await next()).toEqual(['e2'])
    expect(await next()).toEqual(['e3'])
    expect(await next()).toEqual([])
    stream.roll()
    stream.roll()
    stream.write('e4')
    expect(await next()).toEqual(['e4'])
  })

  it('goes on from the last record of a shard that has ended since', async () => {
    const stream = fakeStream()
    for (const id of ['e1', 'e2']) stream.write(id)
    stream.roll()
    stream.write('e3')
    const at = { shardId: 'shard-1', sequenceNumber: '2', eventId: 'e2' }
    expect((await readStream(stream.client, 'arn', at).next()).map(({ record }) => record.eventID)).toEqual(['e3'])
  })

  it('starts with the oldest record when the one it stood on is gone, even if its number is used again', async () => {
    const stream = fakeStream()
    for (const id of ['e1', 'e2']) stream.write(id)
    const at = { shardId: 'shard-1', sequenceNumber: '2', eventId: 'an older event numbered 2' }
    expect((await readStream(stream.client, 'arn', at).next()).map(({ record }) => record.eventID)).toEqual([
      'e1',
      'e2',
    ])
  })
})
