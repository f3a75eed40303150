import { partitionKeys, sessionsFolder, sessionsTable, warehouseFolder } from '@pilotgate/aws/warehouse-table'
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { CfnDeliveryStream } from 'aws-cdk-lib/aws-kinesisfirehose'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import { LogGroup, LogStream } from 'aws-cdk-lib/aws-logs'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import type { Stack } from 'sst/constructs'
import { logRetention } from './logs.ts'
import { names } from './names.ts'

type Destination = { bucket: IBucket; key: IKey; database: string }

/** Folders of the day of arrival (UTC), as `partitionOf` names them. */
const formats = { year: 'yyyy', month: 'MM', day: 'dd' }
const dayFolder = partitionKeys.map((name) => `${name}=!{timestamp:${formats[name]}}/`).join('')

/** The delivery stream of session rows: lines of JSON become Parquet by the table's schema; what does not fit is put aside. */
export const sessionStream = (stack: Stack, { bucket, key, database }: Destination): CfnDeliveryStream => {
  const { prefix, sessionStreamName, glueArns } = names(stack)
  const logGroup = new LogGroup(stack, 'StreamLog', {
    logGroupName: `/aws/kinesisfirehose/${prefix}-sessions`,
    retention: logRetention(stack),
  })
  const logStream = new LogStream(stack, 'DeliveryLog', { logGroup, logStreamName: 'delivery' })
  const allow = (actions: string[], resources: string[]) => new PolicyStatement({ actions, resources })
  const role = new Role(stack, 'StreamRole', {
    assumedBy: new ServicePrincipal('firehose.amazonaws.com', {
      conditions: { StringEquals: { 'sts:ExternalId': stack.account } },
    }),
    inlinePolicies: {
      delivery: new PolicyDocument({
        statements: [
          allow(['s3:GetBucketLocation', 's3:ListBucket', 's3:ListBucketMultipartUploads'], [bucket.bucketArn]),
          allow(
            ['s3:AbortMultipartUpload', 's3:GetObject', 's3:PutObject'],
            [bucket.arnForObjects(`${warehouseFolder}/*`)],
          ),
          allow(['kms:Decrypt', 'kms:GenerateDataKey'], [key.keyArn]),
          allow(['glue:GetTable', 'glue:GetTableVersion', 'glue:GetTableVersions'], glueArns),
          allow(['logs:PutLogEvents'], [logGroup.logGroupArn]),
        ],
      }),
    },
  })
  return new CfnDeliveryStream(stack, 'SessionStream', {
    deliveryStreamName: sessionStreamName,
    deliveryStreamType: 'DirectPut',
    deliveryStreamEncryptionConfigurationInput: { keyType: 'AWS_OWNED_CMK' },
    extendedS3DestinationConfiguration: {
      bucketArn: bucket.bucketArn,
      roleArn: role.roleArn,
      prefix: `${sessionsFolder}/${dayFolder}`,
      errorOutputPrefix: `${warehouseFolder}/!{firehose:error-output-type}/${dayFolder}`,
      bufferingHints: { intervalInSeconds: 300, sizeInMBs: 64 },
      encryptionConfiguration: { kmsEncryptionConfig: { awskmsKeyArn: key.keyArn } },
      cloudWatchLoggingOptions: {
        enabled: true,
        logGroupName: logGroup.logGroupName,
        logStreamName: logStream.logStreamName,
      },
      dataFormatConversionConfiguration: {
        enabled: true,
        inputFormatConfiguration: { deserializer: { openXJsonSerDe: {} } },
        outputFormatConfiguration: { serializer: { parquetSerDe: { compression: 'SNAPPY' } } },
        schemaConfiguration: {
          roleArn: role.roleArn,
          databaseName: database,
          tableName: sessionsTable,
          region: stack.region,
          versionId: 'LATEST',
        },
      },
    },
  })
}
