import { z } from 'zod'

/** What an operator sets for a deployment: environment variables, or lines of `.env.<stage>`, which SST reads. */
const settingsSchema = z
  .object({
    /** The sender of every mail: `programs@example.org` or `Pilotgate <programs@example.org>`. */
    MAIL_FROM: z.string().regex(/^([^<>]+<)?[^<>@\s]+@[^<>@\s]+>?$/, 'must be an address, or a name and an <address>'),
    /** The domain that SES verifies. Without it the address of MAIL_FROM is verified on its own. */
    MAIL_DOMAIN: z.string().optional(),
    /** The domain of MAIL_FROM, to take in what comes to it: calendars answer invitations by mail. Its MX record must lead to SES. */
    MAIL_REPLY_DOMAIN: z.string().optional(),
    /** JSON: HR system → where its API answers, instead of its usual address: a sandbox. */
    HR_ENDPOINTS: z.string().optional(),
    /** Where people open the console: links in mails, sign-in and CORS lead there. */
    PUBLIC_URL: z.url({ protocol: /^https?$/ }),
    /** A sign-in service of your own. Without it the deployment makes a Cognito user pool. */
    OIDC_ISSUER: z.url().optional(),
    OIDC_AUDIENCE: z.string().optional(),
    OIDC_JWKS_URL: z.url().optional(),
    /** As whom the console asks the sign-in service; the audience without it. */
    OIDC_CLIENT_ID: z.string().optional(),
    /** Which token of the sign-in service the API takes: the one that carries the address and the organisation. */
    OIDC_TOKEN: z.enum(['id', 'access']).default('id'),
    /** The certificate of the host of PUBLIC_URL, for a domain of your own; CloudFront takes those of us-east-1. */
    CONSOLE_CERTIFICATE_ARN: z
      .string()
      .regex(
        /^arn:aws[\w-]*:acm:us-east-1:\d{12}:certificate\/[\w-]+$/,
        'must be the ARN of a certificate in us-east-1',
      )
      .optional(),
    LOG_LEVEL: z.enum(['DEBUG', 'INFO', 'WARN', 'ERROR']).default('INFO'),
  })
  .refine((given) => !given.OIDC_ISSUER === !given.OIDC_AUDIENCE, {
    path: ['OIDC_AUDIENCE'],
    message: 'OIDC_ISSUER and OIDC_AUDIENCE belong together: set both or neither',
  })
  .refine(
    ({ MAIL_REPLY_DOMAIN: domain, ...mail }) =>
      !domain || (mail.MAIL_DOMAIN === domain && mail.MAIL_FROM.replace('>', '').endsWith(`@${domain}`)),
    {
      path: ['MAIL_REPLY_DOMAIN'],
      message: 'must be the domain of MAIL_FROM, and that of MAIL_DOMAIN: calendars answer to the address of MAIL_FROM',
    },
  )
  .transform((given) => ({
    mailFrom: given.MAIL_FROM,
    mailAddress: given.MAIL_FROM.replace(/^.*<|>$/g, ''),
    mailDomain: given.MAIL_DOMAIN,
    mailReplyDomain: given.MAIL_REPLY_DOMAIN,
    hrEndpoints: given.HR_ENDPOINTS,
    publicUrl: given.PUBLIC_URL.replace(/\/$/, ''),
    oidcIssuer: given.OIDC_ISSUER,
    oidcAudience: given.OIDC_AUDIENCE,
    oidcJwksUrl: given.OIDC_JWKS_URL,
    oidcClientId: given.OIDC_CLIENT_ID,
    oidcToken: given.OIDC_TOKEN,
    consoleCertificateArn: given.CONSOLE_CERTIFICATE_ARN,
    logLevel: given.LOG_LEVEL,
  }))

type Settings = z.infer<typeof settingsSchema>

/** @throws Error that names each missing or wrong setting */
export const settings = (environment: Record<string, string | undefined> = process.env): Settings => {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value))
  const read = settingsSchema.safeParse(set)
  if (read.success) return read.data
  throw new Error(`Set these before deploying, for example in .env.<stage>:\n${z.prettifyError(read.error)}`)
}
