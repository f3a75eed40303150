import type { _Record, AttributeValue } from '@aws-sdk/client-dynamodb-streams'
import type { DynamoDBRecord } from 'aws-lambda'

/** A stream record as Lambda hands it to a function, with the identity that positions and dead letters are kept by. */
export type StreamRecord = DynamoDBRecord & {
  eventID: string
  dynamodb: NonNullable<DynamoDBRecord['dynamodb']> & { SequenceNumber: string }
}

/**
 * The Lambda shape of a record from the Streams API: binary as base64, and the time of the change on the virtual clock
 * (the database stamps wall time, cut to the minute, which no function of ours may see).
 */
export function toEventRecord(record: _Record, streamArn: string, now: number): StreamRecord {
  const change = record.dynamodb!
  return {
    eventID: record.eventID!,
    eventName: record.eventName as StreamRecord['eventName'],
    eventVersion: record.eventVersion,
    eventSource: 'aws:dynamodb',
    awsRegion: record.awsRegion,
    dynamodb: {
      ApproximateCreationDateTime: Math.floor(now / 1000),
      Keys: change.Keys && attributes(change.Keys),
      ...(change.NewImage && { NewImage: attributes(change.NewImage) }),
      ...(change.OldImage && { OldImage: attributes(change.OldImage) }),
      SequenceNumber: change.SequenceNumber!,
      SizeBytes: change.SizeBytes,
      StreamViewType: change.StreamViewType as 'NEW_AND_OLD_IMAGES',
    },
    eventSourceARN: streamArn,
  }
}

type LambdaAttribute = NonNullable<NonNullable<DynamoDBRecord['dynamodb']>['Keys']>[string]

const attributes = (item: Record<string, AttributeValue>): Record<string, LambdaAttribute> =>
  Object.fromEntries(Object.entries(item).map(([name, value]) => [name, attribute(value)]))

function attribute(value: AttributeValue): LambdaAttribute {
  if (value.B) return { B: base64(value.B) }
  if (value.BS) return { BS: value.BS.map(base64) }
  if (value.L) return { L: value.L.map(attribute) }
  if (value.M) return { M: attributes(value.M) }
  return value as LambdaAttribute
}

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
