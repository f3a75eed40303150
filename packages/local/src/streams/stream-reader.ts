import {
  type _Record,
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type Shard,
} from '@aws-sdk/client-dynamodb-streams'
import type { Position } from './stream-store.ts'

/** A record and where it lies. */
export interface ReadRecord {
  record: _Record
  position: Position
}

/** Reads one stream from a position to its head, over shards that end and follow each other. */
export interface StreamReader {
  /** The next records; none when everything written before the call has been read. */
  next(): Promise<ReadRecord[]>
}

const ALMOST_A_DAY = 23 * 60 * 60 * 1000

/**
 * What DynamoDB Local 3.3.1 does, found by experiment (see also docs in start-dynamodb and stream-retention):
 * - A record can be read as soon as its write is answered, also under concurrent writes and for transactions; a put that
 *   changes nothing writes no record. GetRecords returns at most 1,000 records, in about 3 ms.
 * - A stream has one open shard. Stream, shard and iterators stay valid over a stop, a kill and a start on disk.
 * - Sequence numbers count up from 1 over all streams, without gaps. Records older than 24 hours (wall time) are dropped;
 *   when none is left, the count starts again at 1, so a position is good only while its record is still there.
 *
 * @param start the last record that is done with; absent = from the oldest record kept.
 */
export function readStream(client: DynamoDBStreamsClient, streamArn: string, start?: Position): StreamReader {
  let last = start
  let lastReadAt = Date.now()
  let at: { shardId: string; iterator: string | undefined } | undefined

  const anchor = async () => {
    const shards = await shardsOf(client, streamArn)
    const after = last && (await iteratorAfter(client, streamArn, shards, last))
    if (after) return after
    const oldest = shards[0]
    return oldest && { shardId: oldest.ShardId!, iterator: await horizonOf(client, streamArn, oldest) }
  }

  const successor = async (shardId: string) => {
    const shards = await shardsOf(client, streamArn)
    const next = shards.find(({ ParentShardId }) => ParentShardId === shardId)
    return next && { shardId: next.ShardId!, iterator: await horizonOf(client, streamArn, next) }
  }

  const read = async (): Promise<ReadRecord[]> => {
    // The record we stand on may be dropped soon: from here on look each time whether it is still there.
    if (Date.now() - lastReadAt > ALMOST_A_DAY) at = undefined
    at ??= await anchor()
    while (at && at.iterator === undefined) {
      const next = await successor(at.shardId)
      if (!next) return []
      at = next
    }
    if (!at) return []
    const { shardId } = at
    const page = await client.send(new GetRecordsCommand({ ShardIterator: at.iterator }))
    at = { shardId, iterator: page.NextShardIterator }
    const records = (page.Records ?? []).map((record) => ({ record, position: positionOf(record, shardId) }))
    if (records.length) {
      last = records.at(-1)!.position
      lastReadAt = Date.now()
      return records
    }
    // An ended shard with nothing left: the head lies in the shard that follows.
    return at.iterator === undefined && (await successor(shardId)) ? read() : []
  }

  return {
    async next() {
      try {
        return await read()
      } catch (error) {
        at = undefined
        if (isLostPlace(error)) return read()
        throw error
      }
    },
  }
}

/** Whether the record of this position is still in the stream, so that reading can go on behind it. */
export async function isStillThere(
  client: DynamoDBStreamsClient,
  streamArn: string,
  position: Position,
): Promise<boolean> {
  return Boolean(await iteratorAfter(client, streamArn, await shardsOf(client, streamArn), position))
}

async function iteratorAfter(client: DynamoDBStreamsClient, StreamArn: string, shards: Shard[], position: Position) {
  const { shardId, sequenceNumber, eventId } = position
  if (!shards.some(({ ShardId }) => ShardId === shardId)) return undefined
  try {
    const { ShardIterator } = await client.send(
      new GetShardIteratorCommand({
        StreamArn,
        ShardId: shardId,
        ShardIteratorType: 'AT_SEQUENCE_NUMBER',
        SequenceNumber: sequenceNumber,
      }),
    )
    const page = await client.send(new GetRecordsCommand({ ShardIterator, Limit: 1 }))
    return page.Records?.[0]?.eventID === eventId ? { shardId, iterator: page.NextShardIterator } : undefined
  } catch (error) {
    if (isLostPlace(error)) return undefined
    throw error
  }
}

async function horizonOf(client: DynamoDBStreamsClient, StreamArn: string, { ShardId }: Shard) {
  return (await client.send(new GetShardIteratorCommand({ StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' })))
    .ShardIterator
}

/** All shards, oldest first: ids begin with the time of creation. */
async function shardsOf(client: DynamoDBStreamsClient, StreamArn: string): Promise<Shard[]> {
  const shards: Shard[] = []
  let ExclusiveStartShardId: string | undefined
  do {
    const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn, ExclusiveStartShardId }))
    shards.push(...(StreamDescription?.Shards ?? []))
    ExclusiveStartShardId = StreamDescription?.LastEvaluatedShardId
  } while (ExclusiveStartShardId)
  return shards.sort((one, other) => (one.ShardId! < other.ShardId! ? -1 : 1))
}

const positionOf = (record: _Record, shardId: string): Position => ({
  shardId,
  sequenceNumber: record.dynamodb!.SequenceNumber!,
  eventId: record.eventID!,
})

const isLostPlace = (error: unknown) =>
  ['ExpiredIteratorException', 'TrimmedDataAccessException'].includes((error as Error).name)
