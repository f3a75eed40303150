import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { keys } from '@pilotgate/aws/dynamodb/table'

/**
 * Conditional puts of rows of a size and nothing else, so many at a time: what the database and its SDK can do. Milliseconds of all.
 * @param name of this batch; its rows are new
 */
export const barePuts = async (
  table: string,
  { name, count, atOnce, rowBytes }: { name: string; count: number; atOnce: number; rowBytes: number },
): Promise<number> => {
  const client = new DynamoDBClient({
    maxAttempts: 10,
    requestHandler: { httpAgent: { keepAlive: true, maxSockets: 100 } },
  })
  client.middlewareStack.remove('loggerMiddleware')
  const body = 'x'.repeat(rowBytes)
  const put = (index: number) =>
    client.send(
      new PutItemCommand({
        TableName: table,
        Item: { [keys.partition]: { S: `bench#${name}` }, [keys.sort]: { S: `row#${index}` }, body: { S: body } },
        ConditionExpression: 'attribute_not_exists(#pk)',
        ExpressionAttributeNames: { '#pk': keys.partition },
      }),
    )
  let next = 0
  const worker = async () => {
    while (next < count) await put(next++)
  }
  const started = performance.now()
  await Promise.all(Array.from({ length: atOnce }, worker))
  const took = performance.now() - started
  client.destroy()
  return took
}
