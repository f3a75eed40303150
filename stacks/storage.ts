import { indexes, keys, timeToLiveAttribute } from '@pilotgate/aws/dynamodb/table'
import { RemovalPolicy } from 'aws-cdk-lib'
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb'
import { Key } from 'aws-cdk-lib/aws-kms'
import type { StackContext } from 'sst/constructs'
import { isProduction, names } from './names.ts'

const text = (name: string) => ({ name, type: AttributeType.STRING })

/** The one table of records and events, its key and its change stream; and the keys of confidential notes and of secrets, which few may use. */
export function storage({ stack }: StackContext) {
  const removalPolicy = isProduction(stack) ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY
  stack.terminationProtection = isProduction(stack)
  const key = new Key(stack, 'RecordsKey', {
    alias: `${names(stack).prefix}-records`,
    description: 'Encrypts the records of Pilotgate',
    enableKeyRotation: true,
    removalPolicy,
  })
  const notesKey = new Key(stack, 'NotesKey', {
    alias: `${names(stack).prefix}-notes`,
    description: 'Wraps the data keys of confidential notes',
    enableKeyRotation: true,
    removalPolicy,
  })
  const secretsKey = new Key(stack, 'SecretsKey', {
    alias: `${names(stack).prefix}-secrets`,
    description: 'Wraps the data keys of secrets of connections and webhooks',
    enableKeyRotation: true,
    removalPolicy,
  })
  const table = new Table(stack, 'Records', {
    partitionKey: text(keys.partition),
    sortKey: text(keys.sort),
    billingMode: BillingMode.PAY_PER_REQUEST,
    stream: StreamViewType.NEW_AND_OLD_IMAGES,
    timeToLiveAttribute,
    encryption: TableEncryption.CUSTOMER_MANAGED,
    encryptionKey: key,
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    deletionProtection: isProduction(stack),
    removalPolicy,
  })
  for (const { name, partition, sort, attributes } of Object.values(indexes)) {
    table.addGlobalSecondaryIndex({
      indexName: name,
      partitionKey: text(partition),
      sortKey: text(sort),
      projectionType: ProjectionType.INCLUDE,
      nonKeyAttributes: [...attributes],
    })
  }
  return { table, key, notesKey, secretsKey }
}
