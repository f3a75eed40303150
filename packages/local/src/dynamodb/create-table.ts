import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  type DynamoDBClient,
  ResourceInUseException,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb'

/**
 * Creates the table unless it is there, with a stream of new and old images, and waits until it is ACTIVE.
 * An existing table is left as it is: a changed definition needs a fresh data folder.
 */
export async function createTable(
  client: DynamoDBClient,
  definition: CreateTableCommandInput,
): Promise<{ tableArn: string; streamArn: string }> {
  try {
    await client.send(
      new CreateTableCommand({
        BillingMode: 'PAY_PER_REQUEST',
        ...definition,
        StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
      }),
    )
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error
  }
  const { TableName } = definition
  await waitUntilTableExists({ client, maxWaitTime: 60, minDelay: 1, maxDelay: 2 }, { TableName })
  const { Table } = await client.send(new DescribeTableCommand({ TableName }))
  return { tableArn: Table!.TableArn!, streamArn: Table!.LatestStreamArn! }
}
