import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { clientSettings } from '../client-settings.ts'

/** A client that writes plain objects; fields that are `undefined` are left out, as in JSON. */
export const documentClient = (region: string): DynamoDBDocumentClient => {
  const client = new DynamoDBClient(clientSettings(region))
  // It walks through every answer to prepare a line for a log that we do not give it.
  client.middlewareStack.remove('loggerMiddleware')
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } })
}
