import { CreateTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { documentClient } from '@pilotgate/aws/dynamodb/client'
import { dynamodbStore } from '@pilotgate/aws/dynamodb/store'
import { tableDefinition } from '@pilotgate/aws/dynamodb/table'
import { ulids } from '@pilotgate/aws/ids'
import { startDynamoDb } from '@pilotgate/local/dynamodb/start-dynamodb'

export const region = 'eu-central-1'
export const tableName = 'pilotgate-contract'

/** What the SDK's clients read by themselves; the store is made as in production. */
export const pointSdkAt = (variable: string, endpoint: string): void => {
  process.env[variable] = endpoint
  process.env.AWS_ACCESS_KEY_ID = 'local'
  process.env.AWS_SECRET_ACCESS_KEY = 'local'
}

/** The store as production makes it, on whatever the SDK is pointed at now. */
export const storeOnTable = () => dynamodbStore(documentClient(region), tableName, ulids())

/** A DynamoDB Local with the platform's table in it, and the store on it. */
export const startTable = async (options: { folder?: string; port?: number } = {}) => {
  const database = await startDynamoDb(options)
  pointSdkAt('AWS_ENDPOINT_URL_DYNAMODB', database.endpoint)
  const client = new DynamoDBClient({ region })
  // A folder used before has the table already.
  await client.send(new CreateTableCommand(tableDefinition(tableName))).catch((error: Error) => {
    if (error.name !== 'ResourceInUseException') throw error
  })
  return { database, store: storeOnTable() }
}
