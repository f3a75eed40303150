import type { Ids } from '../../ports.ts'

/** Standard Webhooks wants 24 to 64 bytes. */
const secretBytes = 32
const prefix = 'whsec_'

const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))
const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (each) => each.charCodeAt(0))

/** A new secret, as receivers enter it: `whsec_` and the Base64 of 32 random bytes. */
export const newSigningSecret = (ids: Ids): string => {
  const bytes = new Uint8Array(secretBytes)
  // Each secret is at least 16 bytes of chance, so that two fill it.
  bytes.set(fromBase64(ids.secret()).subarray(0, secretBytes / 2))
  bytes.set(fromBase64(ids.secret()).subarray(0, secretBytes / 2), secretBytes / 2)
  return prefix + toBase64(bytes)
}

/** A message as it is signed: `sentAt` in whole seconds since 1970, by the clock that the receiver compares with. */
export type Signed = { messageId: string; sentAt: number; body: string }

const signature = async ({ messageId, sentAt, body }: Signed, secret: string): Promise<string> => {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', fromBase64(secret.replace(prefix, '')), algorithm, false, ['sign'])
  const signed = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(`${messageId}.${sentAt}.${body}`))
  return `v1,${toBase64(new Uint8Array(signed))}`
}

/**
 * The headers of Standard Webhooks (https://www.standardwebhooks.com): HMAC-SHA256 over `id.timestamp.body`, one signature for each
 * secret, so that receivers change from one to the next without a gap.
 */
export const signatureHeaders = async (signed: Signed, secrets: string[]): Promise<Record<string, string>> => ({
  'webhook-id': signed.messageId,
  'webhook-timestamp': String(signed.sentAt),
  'webhook-signature': (await Promise.all(secrets.map((secret) => signature(signed, secret)))).join(' '),
})
