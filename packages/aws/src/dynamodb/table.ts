import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb'

/** Names in the one table, as plain data for the stacks and the local runtime. */
export const keys = { partition: 'pk', sort: 'sk' } as const

/**
 * The two indexes, for lists only (reliability F9).
 * - `gsi1` running programs of all organisations; sparse, spread over `runningShards` partitions (F10)
 * - `gsi2` the programs of a person; sparse, active members only
 */
export const indexes = {
  runningPrograms: { name: 'gsi1', partition: 'gsi1pk', sort: 'gsi1sk', attributes: ['tenantId', 'id'] },
  programsOfPerson: { name: 'gsi2', partition: 'gsi2pk', sort: 'gsi2sk', attributes: ['scope'] },
} as const

export const runningShards = 2

/** Rows with this attribute (seconds since 1970) are removed by DynamoDB some time after it has passed. */
export const timeToLiveAttribute = 'expiresAt'

/** The attribute that says which kind of record an item is (`event` for the outbox), for filters on the stream. */
export const kindAttribute = '__edb_e__'

/** The whole table as CreateTable takes it. The stream carries old and new images for everything that follows changes. */
export const tableDefinition = (tableName: string): CreateTableCommandInput => {
  const all = Object.values(indexes)
  const names = [keys.partition, keys.sort, ...all.flatMap(({ partition, sort }) => [partition, sort])]
  const keySchema = (partition: string, sort: string): CreateTableCommandInput['KeySchema'] => [
    { AttributeName: partition, KeyType: 'HASH' },
    { AttributeName: sort, KeyType: 'RANGE' },
  ]
  return {
    TableName: tableName,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: names.map((name) => ({ AttributeName: name, AttributeType: 'S' })),
    KeySchema: keySchema(keys.partition, keys.sort),
    GlobalSecondaryIndexes: all.map(({ name, partition, sort, attributes }) => ({
      IndexName: name,
      KeySchema: keySchema(partition, sort),
      Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: [...attributes] },
    })),
    StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
  }
}
