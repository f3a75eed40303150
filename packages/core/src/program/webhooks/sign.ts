import type { Ids } from '../../ports.ts'
import { bytesOf, toBase64 } from '../hr/vendors/signing.ts'
import { standardSignature } from '../hr/vendors/standard-signature.ts'

/** Standard Webhooks wants 24 to 64 bytes. */
const secretBytes = 32
const prefix = 'whsec_'

const bytesOfSecret = (text: string): Uint8Array =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (each) => each.charCodeAt(0))

/** A new secret, as receivers enter it: `whsec_` and the Base64 of 32 random bytes. */
export const newSigningSecret = (ids: Ids): string => {
  const bytes = new Uint8Array(secretBytes)
  // Each secret is at least 16 bytes of chance, so that two fill it.
  bytes.set(bytesOfSecret(ids.secret()).subarray(0, secretBytes / 2))
  bytes.set(bytesOfSecret(ids.secret()).subarray(0, secretBytes / 2), secretBytes / 2)
  return prefix + toBase64(bytes)
}

/** A message as it is signed: `sentAt` in whole seconds since 1970, by the clock that the receiver compares with. */
export type Signed = { messageId: string; sentAt: number; body: string }

/**
 * The headers of Standard Webhooks (https://www.standardwebhooks.com): HMAC-SHA256 over `id.timestamp.body`, one signature for each
 * secret, so that receivers change from one to the next without a gap.
 */
export const signatureHeaders = async (
  { messageId, sentAt, body }: Signed,
  secrets: string[],
): Promise<Record<string, string>> => {
  const message = { id: messageId, seconds: String(sentAt), bytes: bytesOf(body) }
  const signatures = await Promise.all(secrets.map((secret) => standardSignature(secret, message)))
  return {
    'webhook-id': messageId,
    'webhook-timestamp': message.seconds,
    'webhook-signature': signatures.join(' '),
  }
}
