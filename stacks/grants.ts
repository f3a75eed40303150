import type { FunctionName } from '@pilotgate/contracts/functions'
import type { ITable } from 'aws-cdk-lib/aws-dynamodb'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { IKey } from 'aws-cdk-lib/aws-kms'
import type { Stack } from 'sst/constructs'
import { names } from './names.ts'
import { settings } from './settings.ts'

export type Grant = 'records' | 'run machines' | 'define machines' | 'mail' | 'change stream'

/** Which function may do what. A function not named here, or a grant not given here, does not exist in the cloud. */
export const grants: Record<FunctionName, Grant[]> = {
  'program/api': ['records', 'run machines', 'define machines'],
  'program/tasks': ['records'],
  'program/stream': ['records', 'run machines', 'change stream'],
  'intake/api': ['records'],
  'gates/api': ['records', 'run machines'],
  'gates/tasks': ['records'],
  'gates/stream': ['records', 'run machines', 'mail', 'change stream'],
  'gates/schedule': ['records'],
}

/** The things that grants speak of and that have no name of their own choosing. */
export type Resources = { table: ITable; key: IKey; identityArn: string; configurationSetName: string }

const allow = (actions: string[], resources: string[], conditions?: Record<string, Record<string, unknown>>) =>
  new PolicyStatement({ actions, resources, ...(conditions && { conditions }) })

/** Each grant as IAM reads it. */
export const statements = (grant: Grant, stack: Stack, { table, key, ...mail }: Resources): PolicyStatement[] => {
  const { machineArns, executionArns, machineRoleArn, streamFailuresArn } = names(stack)
  const throughDynamoDb = { StringEquals: { 'kms:ViaService': `dynamodb.${stack.region}.amazonaws.com` } }
  switch (grant) {
    case 'records':
      return [
        allow(
          ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'].map(
            (action) => `dynamodb:${action}`,
          ),
          [table.tableArn, `${table.tableArn}/index/*`],
        ),
        allow(['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*'], [key.keyArn], throughDynamoDb),
      ]
    case 'run machines':
      return [
        allow(['states:StartExecution', 'states:SendTaskSuccess'], [machineArns]),
        allow(['states:DescribeExecution', 'states:GetExecutionHistory', 'states:StopExecution'], [executionArns]),
      ]
    case 'define machines':
      return [
        allow(['states:CreateStateMachine', 'states:UpdateStateMachine', 'states:DescribeStateMachine'], [machineArns]),
        allow(['iam:PassRole'], [machineRoleArn], { StringEquals: { 'iam:PassedToService': 'states.amazonaws.com' } }),
      ]
    case 'mail':
      return [
        allow(
          ['ses:SendEmail'],
          [
            mail.identityArn,
            stack.formatArn({ service: 'ses', resource: 'configuration-set', resourceName: mail.configurationSetName }),
          ],
          { StringEquals: { 'ses:FromAddress': settings().mailAddress } },
        ),
      ]
    case 'change stream':
      return [
        allow(['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'], [table.tableStreamArn!]),
        // ListStreams knows no resources; it tells names only.
        allow(['dynamodb:ListStreams'], ['*']),
        allow(['sqs:SendMessage', 'sqs:GetQueueAttributes'], [streamFailuresArn]),
      ]
  }
}
