import { z } from 'zod'

const arn = z.string().regex(/^arn:/, 'must be an ARN')

const json = <S extends z.ZodType>(schema: S) =>
  z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown
      } catch {
        context.addIssue({ code: 'custom', message: 'must be JSON' })
        return z.NEVER
      }
    })
    .pipe(schema)

const variables = z.object({
  /** The one table (see `dynamodb/table.ts`). */
  TABLE_NAME: z.string().min(3),
  AWS_REGION: z.string().min(1),
  /** Sender of all mails, an identity verified in SES. */
  MAIL_FROM: z.string().min(3),
  /** SES configuration set through which bounces and complaints come back. */
  MAIL_CONFIGURATION_SET: z.string().min(1).optional(),
  /** Where people reach the console; links in mails start with it. No slash at the end. */
  PUBLIC_URL: z.url().transform((url) => url.replace(/\/+$/, '')),
  OIDC_ISSUER: z.url(),
  OIDC_AUDIENCE: z.string().min(1),
  /** The issuer's keys; found through the issuer's discovery document when absent. */
  OIDC_JWKS_URL: z.url().optional(),
  /** The role that state machines run under, handed to CreateStateMachine. */
  MACHINE_ROLE_ARN: arn,
  /** Log group of the state machines; without it they keep no log and no trace. */
  MACHINE_LOG_GROUP_ARN: arn.optional(),
  /** JSON: name of a function → its ARN, for the definitions of state machines. */
  FUNCTION_ARNS: json(z.record(z.string(), arn)),
  /** Put before the name of every state machine, so that stages can share an account. */
  STATE_MACHINE_PREFIX: z.string().regex(/^[A-Za-z0-9_-]{1,40}$/, 'must be 1–40 letters, digits, "_" or "-"'),
  /** The key that the data keys of confidential texts are wrapped with. */
  NOTES_KEY_ARN: arn,
  /** The key that secrets of connections and webhooks are wrapped with. */
  SECRETS_KEY_ARN: arn,
  /** JSON: name of a queue → its URL. */
  QUEUE_URLS: json(z.record(z.string(), z.url())),
  /** JSON: HR system → where its API answers, instead of its usual address: a sandbox. */
  HR_ENDPOINTS: json(z.record(z.string(), z.url())).default({}),
  /** Private hosts that may be asked and sent to all the same, with commas between them; none when absent. */
  PRIVATE_HOSTS: z
    .string()
    .default('')
    .transform((text) => text.split(',').filter(Boolean)),
  /** The delivery stream of session rows, and where they are queried. */
  WAREHOUSE_STREAM: z.string().min(1),
  WAREHOUSE_DATABASE: z.string().min(1),
  WAREHOUSE_WORKGROUP: z.string().min(1),
  /** The browser that steering packs are printed with; without it they are printed by their readers. */
  CHROMIUM_PATH: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(['DEBUG', 'INFO', 'WARN', 'ERROR']).default('INFO'),
})

/** What the deployment tells the code, by the names of the environment variables. */
export type Config = z.infer<typeof variables>

/**
 * Reads the configuration out of environment variables. Endpoints are not among them: the SDK reads `AWS_ENDPOINT_URL_DYNAMODB`
 * and its like by itself.
 * @throws Error naming every variable that is missing or wrong, and where to set it.
 */
export const parseConfig = (environment: Record<string, string | undefined>): Config => {
  const parsed = variables.safeParse(environment)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map(({ path, message }) => {
    const name = String(path[0])
    return environment[name] === undefined ? `${name} is missing` : `${name} is wrong (${message})`
  })
  throw new Error(
    `The environment is not complete: ${problems.join('; ')}. ` +
      'These variables are set by the stacks (stacks/) in AWS and by the local runtime (npm start) on your machine; ' +
      'deploy or start again, or set them by hand.',
  )
}

let loaded: Config | undefined

/** The configuration of this process, read from its environment at the first use. @throws Error as `parseConfig`. */
export const config = (): Config => {
  loaded ??= parseConfig(process.env)
  return loaded
}
