import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb'
import { config } from '@pilotgate/aws/config'

/** Every row of the table as it lies there, in the order of its keys: to see that something changed nothing at all. */
export const scanAll = async (): Promise<unknown[]> => {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({}))
  const rows: Record<string, unknown>[] = []
  let from: Record<string, unknown> | undefined
  do {
    const page = await client.send(new ScanCommand({ TableName: config().TABLE_NAME, ExclusiveStartKey: from }))
    rows.push(...(page.Items ?? []))
    from = page.LastEvaluatedKey
  } while (from)
  const place = (row: Record<string, unknown>) => JSON.stringify([row.pk, row.sk])
  return rows.toSorted((a, b) => (place(a) < place(b) ? -1 : 1))
}
