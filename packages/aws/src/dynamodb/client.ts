import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb'
import { clientSettings } from '../client-settings.ts'

/** A client that writes plain objects; fields that are `undefined` are left out, as in JSON. */
export const documentClient = (region: string): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(new DynamoDBClient(clientSettings(region)), {
    marshallOptions: { removeUndefinedValues: true },
  })
