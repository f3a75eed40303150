import type {
  Ids,
  Mailer,
  Printer,
  Queues,
  SignIn,
  Store,
  Vault,
  Warehouse,
  Web,
  Workflows,
} from '@pilotgate/core/ports'
import { type Config, config } from './config.ts'
import { documentClient } from './dynamodb/client.ts'
import { knowingTemplates } from './dynamodb/known-templates.ts'
import { dynamodbStore } from './dynamodb/store.ts'
import { ulids } from './ids.ts'
import { chromiumPrinter } from './printer.ts'
import { sesMailer } from './ses.ts'
import { oidcSignIn } from './sign-in.ts'
import { sqsQueues } from './sqs.ts'
import { stepFunctionsWorkflows } from './step-functions.ts'
import { kmsVault } from './vault.ts'
import { athenaWarehouse } from './warehouse.ts'
import { guardedWeb } from './web.ts'

export type Container = {
  config: Config
  store: Store
  workflows: Workflows
  mailer: Mailer
  printer: Printer
  vault: Vault
  /** Keeps the secrets of connections and webhooks, with a key of its own: whoever may open these may not open notes. */
  secrets: Vault
  queues: Queues
  web: Web
  warehouse: Warehouse
  signIn: SignIn
  ids: Ids
}

/** Puts the adapters together for a configuration. Nothing is connected before its first use. */
const compose = (settings: Config): Container => {
  const region = settings.AWS_REGION
  const ids = ulids()
  const store = knowingTemplates(dynamodbStore(documentClient(region), settings.TABLE_NAME, ids))
  return {
    config: settings,
    ids,
    store,
    workflows: stepFunctionsWorkflows({
      region,
      roleArn: settings.MACHINE_ROLE_ARN,
      prefix: settings.STATE_MACHINE_PREFIX,
      logGroupArn: settings.MACHINE_LOG_GROUP_ARN,
    }),
    mailer: sesMailer({ region, from: settings.MAIL_FROM, configurationSet: settings.MAIL_CONFIGURATION_SET }),
    printer: chromiumPrinter(settings.CHROMIUM_PATH),
    vault: kmsVault({ region, keyArn: settings.NOTES_KEY_ARN, store }),
    secrets: kmsVault({ region, keyArn: settings.SECRETS_KEY_ARN, store }),
    queues: sqsQueues({ region, urls: settings.QUEUE_URLS }),
    web: guardedWeb({ privateHosts: settings.PRIVATE_HOSTS }),
    warehouse: athenaWarehouse({
      region,
      stream: settings.WAREHOUSE_STREAM,
      database: settings.WAREHOUSE_DATABASE,
      workgroup: settings.WAREHOUSE_WORKGROUP,
    }),
    signIn: oidcSignIn({
      issuer: settings.OIDC_ISSUER,
      audience: settings.OIDC_AUDIENCE,
      jwksUrl: settings.OIDC_JWKS_URL,
    }),
  }
}

let made: Container | undefined

/** The adapters of this process, made once from its environment. @throws Error naming what the environment lacks. */
export const container = (): Container => {
  made ??= compose(config())
  return made
}
