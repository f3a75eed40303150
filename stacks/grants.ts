import { indexes } from '@pilotgate/aws/dynamodb/table'
import type { FunctionName } from '@pilotgate/contracts/functions'
import { queues } from '@pilotgate/workflows/queues'
import type { ITable } from 'aws-cdk-lib/aws-dynamodb'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import type { Stack } from 'sst/constructs'
import { names } from './names.ts'
import { settings } from './settings.ts'
import type { WarehouseParts } from './warehouse.ts'

export type Grant =
  | 'records'
  | 'read executions'
  | 'answer machines'
  | 'run machines'
  | 'mail'
  | 'change stream'
  | 'missed schedules'
  | 'confidential notes'
  | 'send telemetry'
  | 'query warehouse'
  | 'secrets'
  | 'send to queues'
  | 'take from queue'
  | 'raw mail'
  | 'lost replies'

/** Which function may do what. A function not named here, or a grant not given here, does not exist in the cloud. */
export const grants: Record<FunctionName, Grant[]> = {
  'program/api': ['records', 'read executions', 'secrets', 'send to queues'],
  'program/tasks': ['records', 'answer machines', 'secrets'],
  'program/stream': ['records', 'answer machines', 'run machines', 'change stream', 'send telemetry', 'send to queues'],
  'program/queue': ['records', 'secrets', 'take from queue', 'send to queues'],
  'program/schedule': ['records', 'missed schedules', 'send to queues'],
  'intake/api': ['records'],
  'selection/api': ['records'],
  'selection/tasks': ['records', 'answer machines'],
  'selection/schedule': ['records', 'missed schedules'],
  'matching/api': ['records'],
  'matching/tasks': ['records', 'answer machines'],
  'engagement/api': ['records', 'confidential notes'],
  'engagement/tasks': ['records', 'answer machines'],
  'engagement/queue': ['records', 'raw mail', 'take from queue'],
  'engagement/mail': ['records', 'lost replies'],
  'measurement/api': ['records'],
  'gates/api': ['records'],
  'gates/tasks': ['records', 'answer machines'],
  'gates/stream': ['records', 'mail', 'change stream'],
  'gates/schedule': ['records', 'missed schedules', 'query warehouse'],
  'webhooks/api': ['records', 'secrets'],
  'webhooks/queue': ['records', 'secrets', 'take from queue', 'send to queues'],
}

/** The things that grants speak of and that have no name of their own choosing. */
type Resources = {
  table: ITable
  key: IKey
  notesKey: IKey
  secretsKey: IKey
  warehouse: WarehouseParts
  identityArn: string
  configurationSetName: string
}

const allow = (actions: string[], resources: string[], conditions?: Record<string, Record<string, unknown>>) =>
  new PolicyStatement({ actions, resources, ...(conditions && { conditions }) })

const recordActions = ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem']
const keyActions = [
  'Encrypt',
  'Decrypt',
  'ReEncryptFrom',
  'ReEncryptTo',
  'GenerateDataKey',
  'GenerateDataKeyWithoutPlaintext',
]

/** Each grant as IAM reads it, for the function named. */
export const statements = (
  grant: Grant,
  stack: Stack,
  { table, key, notesKey, secretsKey, warehouse, ...mail }: Resources,
  name: FunctionName,
): PolicyStatement[] => {
  const { glueArns, machineArns, executionArns, machineRoleArn, queueArn } = names(stack)
  const { streamFailuresArn, missedSchedulesArn, lostRepliesArn } = names(stack)
  const sendMail = (action: string) =>
    allow(
      [action],
      [
        mail.identityArn,
        stack.formatArn({ service: 'ses', resource: 'configuration-set', resourceName: mail.configurationSetName }),
      ],
      { StringEquals: { 'ses:FromAddress': settings().mailAddress } },
    )
  switch (grant) {
    case 'records':
      return [
        allow(
          recordActions.map((action) => `dynamodb:${action}`),
          [table.tableArn, ...Object.values(indexes).map(({ name }) => `${table.tableArn}/index/${name}`)],
        ),
        allow(
          keyActions.map((action) => `kms:${action}`),
          [key.keyArn],
          { StringEquals: { 'kms:ViaService': `dynamodb.${stack.region}.amazonaws.com` } },
        ),
      ]
    case 'read executions':
      return [allow(['states:DescribeExecution', 'states:GetExecutionHistory'], [executionArns])]
    case 'answer machines':
      return [allow(['states:SendTaskSuccess'], [machineArns])]
    case 'run machines':
      return [
        allow(['states:CreateStateMachine', 'states:UpdateStateMachine', 'states:StartExecution'], [machineArns]),
        allow(['states:StopExecution'], [executionArns]),
        allow(['iam:PassRole'], [machineRoleArn], { StringEquals: { 'iam:PassedToService': 'states.amazonaws.com' } }),
      ]
    case 'mail':
      return [sendMail('ses:SendEmail')]
    case 'raw mail':
      return [sendMail('ses:SendRawEmail')]
    case 'change stream':
      return [
        allow(['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'], [table.tableStreamArn!]),
        // ListStreams knows no resources; it tells names only.
        allow(['dynamodb:ListStreams'], ['*']),
        allow(['sqs:SendMessage', 'sqs:GetQueueAttributes'], [streamFailuresArn]),
      ]
    case 'missed schedules':
      return [allow(['sqs:SendMessage'], [missedSchedulesArn])]
    case 'lost replies':
      return [allow(['sqs:SendMessage'], [lostRepliesArn])]
    case 'send to queues':
      return [allow(['sqs:SendMessage'], queues.map(queueArn))]
    case 'take from queue':
      return [
        allow(
          ['ReceiveMessage', 'DeleteMessage', 'ChangeMessageVisibility', 'GetQueueAttributes'].map(
            (action) => `sqs:${action}`,
          ),
          queues.filter((entry) => entry.function === name).map(queueArn),
        ),
      ]
    case 'secrets':
      // Its data keys are made for connections and webhooks, never for a person.
      return [
        allow(['kms:GenerateDataKey', 'kms:Decrypt'], [secretsKey.keyArn], {
          Null: { 'kms:EncryptionContext:tenantId': 'false' },
          StringLike: { 'kms:EncryptionContext:personId': ['connection.*', 'webhook.*'] },
        }),
      ]
    case 'confidential notes':
      // Only for a named person: a data key without one would open for anybody.
      return [
        allow(['kms:GenerateDataKey', 'kms:Decrypt'], [notesKey.keyArn], {
          Null: { 'kms:EncryptionContext:tenantId': 'false', 'kms:EncryptionContext:personId': 'false' },
        }),
      ]
    case 'send telemetry':
      return [allow(['firehose:PutRecordBatch'], [warehouse.streamArn])]
    case 'query warehouse':
      return [
        allow(
          ['StartQueryExecution', 'GetQueryExecution', 'GetQueryResults', 'StopQueryExecution'].map(
            (action) => `athena:${action}`,
          ),
          [stack.formatArn({ service: 'athena', resource: 'workgroup', resourceName: warehouse.workgroup })],
        ),
        allow(['glue:GetDatabase', 'glue:GetTable', 'glue:GetPartitions'], glueArns),
        // Athena reads and writes as whoever asks.
        allow(['s3:GetBucketLocation', 's3:ListBucket'], [warehouse.bucketArn]),
        allow(['s3:GetObject'], [warehouse.rowsArn, warehouse.resultsArn]),
        allow(['s3:PutObject', 's3:AbortMultipartUpload', 's3:ListMultipartUploadParts'], [warehouse.resultsArn]),
        allow(['kms:Decrypt', 'kms:GenerateDataKey'], [warehouse.keyArn], {
          StringEquals: { 'kms:ViaService': `s3.${stack.region}.amazonaws.com` },
        }),
      ]
  }
}
