import { existsSync } from 'node:fs'
import { database, workgroup } from './athena/athena-handler.ts'
import { streamName } from './firehose/firehose-handler.ts'
import { functionArns } from './functions.ts'
import { fakeVendorNames } from './hr/vendors/index.ts'
import { notesKeyArn, secretsKeyArn } from './kms/kms-handler.ts'
import { queueUrls } from './queues/local-queues.ts'

/** Where Debian and its like install the browser that packs are printed with. */
const chromium = '/usr/bin/chromium'

type Endpoints = { origin: string; dynamodb: string; tableName: string }

/**
 * Sets the environment that the deployed functions read: the same variables as the stacks set, with the AWS endpoints turned
 * to this machine. Besides `packages/aws` the only place that touches `process.env`.
 */
export const setEnvironment = ({ origin, dynamodb, tableName }: Endpoints): void => {
  Object.assign(process.env, {
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: dynamodb,
    AWS_ENDPOINT_URL_DYNAMODB_STREAMS: dynamodb,
    AWS_ENDPOINT_URL_SFN: `${origin}/aws/states`,
    AWS_ENDPOINT_URL_SES: `${origin}/aws/ses`,
    AWS_ENDPOINT_URL_KMS: `${origin}/aws/kms`,
    AWS_ENDPOINT_URL_FIREHOSE: `${origin}/aws/firehose`,
    AWS_ENDPOINT_URL_ATHENA: `${origin}/aws/athena`,
    TABLE_NAME: tableName,
    MAIL_FROM: 'Pilotgate <pilotgate@localhost.example>',
    PUBLIC_URL: origin,
    OIDC_ISSUER: `${origin}/sign-in`,
    OIDC_AUDIENCE: 'pilotgate',
    OIDC_JWKS_URL: `${origin}/sign-in/jwks`,
    MACHINE_ROLE_ARN: 'arn:aws:iam::000000000000:role/local',
    FUNCTION_ARNS: JSON.stringify(functionArns),
    STATE_MACHINE_PREFIX: 'local-',
    NOTES_KEY_ARN: notesKeyArn,
    SECRETS_KEY_ARN: secretsKeyArn,
    AWS_ENDPOINT_URL_SQS: `${origin}/aws/sqs`,
    QUEUE_URLS: JSON.stringify(queueUrls(origin)),
    HR_ENDPOINTS: JSON.stringify(
      Object.fromEntries(fakeVendorNames.map((name) => [name, `${origin}/local/hr/${name}`])),
    ),
    PRIVATE_HOSTS: '127.0.0.1,localhost',
    WAREHOUSE_STREAM: streamName,
    WAREHOUSE_DATABASE: database,
    WAREHOUSE_WORKGROUP: workgroup,
    ...(existsSync(chromium) && { CHROMIUM_PATH: chromium }),
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'WARN',
  })
}

/** A database that the person already runs, instead of the one we would start. */
export const outsideDatabase = (): string | undefined => process.env.AWS_ENDPOINT_URL_DYNAMODB
