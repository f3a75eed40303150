import { retentionDays, warehouseFolder } from '@pilotgate/aws/warehouse-table'
import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { CfnWorkGroup } from 'aws-cdk-lib/aws-athena'
import { Key } from 'aws-cdk-lib/aws-kms'
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3'
import type { StackContext } from 'sst/constructs'
import { isProduction, names } from './names.ts'
import { sessionStream } from './warehouse-stream.ts'
import { warehouseTables } from './warehouse-tables.ts'

const resultsFolder = 'athena-results'

/** The analytics warehouse: session rows (P1) come in by a delivery stream, lie as Parquet, and are asked for through a workgroup of Athena. */
export function warehouse({ stack }: StackContext) {
  const { prefix, warehouseDatabase } = names(stack)
  const removalPolicy = isProduction(stack) ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY
  const key = new Key(stack, 'WarehouseKey', {
    alias: `${prefix}-warehouse`,
    description: 'Encrypts the session rows of Pilotgate',
    enableKeyRotation: true,
    removalPolicy,
  })
  const closed = { blockPublicAccess: BlockPublicAccess.BLOCK_ALL, enforceSSL: true, removalPolicy }
  const accessLog = new Bucket(stack, 'WarehouseAccessLog', {
    ...closed,
    encryption: BucketEncryption.S3_MANAGED,
    lifecycleRules: [{ expiration: Duration.days(90) }],
  })
  const bucket = new Bucket(stack, 'Warehouse', {
    ...closed,
    encryption: BucketEncryption.KMS,
    encryptionKey: key,
    bucketKeyEnabled: true,
    serverAccessLogsBucket: accessLog,
    lifecycleRules: [
      { prefix: `${warehouseFolder}/`, expiration: Duration.days(retentionDays) },
      { prefix: `${resultsFolder}/`, expiration: Duration.days(7) },
      { abortIncompleteMultipartUploadAfter: Duration.days(1) },
    ],
  })
  const { sessions } = warehouseTables(stack, bucket, warehouseDatabase)
  const stream = sessionStream(stack, { bucket, key, database: warehouseDatabase })
  stream.addDependency(sessions)

  const workgroup = new CfnWorkGroup(stack, 'Questions', {
    name: prefix,
    description: 'Questions to the session rows of Pilotgate',
    recursiveDeleteOption: !isProduction(stack),
    workGroupConfiguration: {
      enforceWorkGroupConfiguration: true,
      publishCloudWatchMetricsEnabled: true,
      engineVersion: { selectedEngineVersion: 'Athena engine version 3' },
      resultConfiguration: {
        outputLocation: bucket.s3UrlForObject(`${resultsFolder}/`),
        encryptionConfiguration: { encryptionOption: 'SSE_KMS', kmsKey: key.keyArn },
      },
    },
  })
  return {
    stream: stream.deliveryStreamName!,
    streamArn: stream.attrArn,
    database: warehouseDatabase,
    workgroup: workgroup.name,
    bucketArn: bucket.bucketArn,
    rowsArn: bucket.arnForObjects(`${warehouseFolder}/*`),
    resultsArn: bucket.arnForObjects(`${resultsFolder}/*`),
    keyArn: key.keyArn,
  }
}

export type WarehouseParts = ReturnType<typeof warehouse>
