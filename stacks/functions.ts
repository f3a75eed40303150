import { type FunctionName, functionNames } from '@pilotgate/contracts/functions'
import { queues } from '@pilotgate/workflows/queues'
import type { IFunction } from 'aws-cdk-lib/aws-lambda'
import { type StackContext, use } from 'sst/constructs'
import { email } from './email.ts'
import { grants, statements } from './grants.ts'
import { lambda } from './lambda.ts'
import { names } from './names.ts'
import { settings } from './settings.ts'
import { signIn } from './sign-in.ts'
import { storage } from './storage.ts'
import { warehouse } from './warehouse.ts'

/** Every function of the platform: what it knows (environment) and what it may do (grants). */
export function functions({ stack }: StackContext): Record<FunctionName, IFunction> {
  const { table, key, notesKey, secretsKey } = use(storage)
  const warehouseParts = use(warehouse)
  const { identity, configurationSet } = use(email)
  const { issuer, audience, jwksUrl } = use(signIn)
  const { functionArn, machinePrefix, machineRoleArn, machineLogArn, queueUrl } = names(stack)
  const { mailFrom, publicUrl, hrEndpoints, logLevel } = settings()

  const environment = {
    TABLE_NAME: table.tableName,
    MAIL_FROM: mailFrom,
    MAIL_CONFIGURATION_SET: configurationSet.configurationSetName,
    PUBLIC_URL: publicUrl,
    OIDC_ISSUER: issuer,
    OIDC_AUDIENCE: audience,
    ...(jwksUrl && { OIDC_JWKS_URL: jwksUrl }),
    STATE_MACHINE_PREFIX: machinePrefix,
    MACHINE_ROLE_ARN: machineRoleArn,
    MACHINE_LOG_GROUP_ARN: machineLogArn,
    FUNCTION_ARNS: JSON.stringify(Object.fromEntries(functionNames.map((name) => [name, functionArn(name)]))),
    NOTES_KEY_ARN: notesKey.keyArn,
    SECRETS_KEY_ARN: secretsKey.keyArn,
    QUEUE_URLS: JSON.stringify(Object.fromEntries(queues.map((entry) => [entry.name, queueUrl(entry)]))),
    ...(hrEndpoints && { HR_ENDPOINTS: hrEndpoints }),
    WAREHOUSE_STREAM: warehouseParts.stream,
    WAREHOUSE_DATABASE: warehouseParts.database,
    WAREHOUSE_WORKGROUP: warehouseParts.workgroup,
    LOG_LEVEL: logLevel,
  }
  const resources = {
    table,
    key,
    notesKey,
    secretsKey,
    warehouse: warehouseParts,
    identityArn: identity.emailIdentityArn,
    configurationSetName: configurationSet.configurationSetName,
  }
  const entries = functionNames.map((name) => {
    const allowed = grants[name].flatMap((grant) => statements(grant, stack, resources, name))
    return [name, lambda(stack, name, environment, allowed)] as const
  })
  return Object.fromEntries(entries) as Record<FunctionName, IFunction>
}
