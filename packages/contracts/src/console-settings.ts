import { z } from 'zod'

/** What the console reads from `/settings.json` before it signs anybody in. */
export const consoleSettings = z.strictObject({
  /** The OpenID Connect issuer. */
  issuer: z.url(),
  clientId: z.string().min(1),
  /** Space-separated scopes. */
  scope: z.string().min(1),
  /** Which token of the sign-in the API takes. */
  token: z.enum(['id', 'access']),
})
export type ConsoleSettings = z.infer<typeof consoleSettings>
