import { bytesOf, fromBase64, hmac, isSigned, joined, toBase64 } from './signing.ts'
import { noSuchHeader, sentWithin, wrongSignature } from './turned-away.ts'
import type { Delivery, Verdict } from './vendor.ts'

const skewSeconds = 5 * 60
const prefix = 'whsec_'
const fewestBytes = 16

const keyOf = (secret: string): Uint8Array | undefined =>
  fromBase64(secret.startsWith(prefix) ? secret.slice(prefix.length) : secret)

/** What is wrong with a secret of Standard Webhooks; nothing when it can sign. */
export const checkStandardSecret = (secret: string): string | undefined => {
  const key = keyOf(secret)
  if (!key) return 'Is not Base64. Copy the whole secret, with or without "whsec_" before it.'
  return key.length < fewestBytes ? `Is shorter than ${fewestBytes} bytes. Copy the whole secret.` : undefined
}

/** The signature of a message with one secret: `v1,` and Base64; nothing for a secret that cannot sign. */
export const standardSignature = async (
  secret: string,
  { id, seconds, bytes }: { id: string; seconds: string; bytes: Uint8Array },
): Promise<string | undefined> => {
  const key = keyOf(secret)
  return key && `v1,${toBase64(await hmac('SHA-256', key, joined(bytesOf(`${id}.${seconds}.`), bytes)))}`
}

/** The names of the three headers, in small letters. */
type Names = { id: string; timestamp: string; signature: string }

/**
 * The scheme of Standard Webhooks 1.0, which Finch uses under other names: HMAC-SHA256 with the decoded secret over `id.seconds.body`,
 * as `v1,` and Base64; several signatures with spaces between them. At most 5 minutes old or early; the id says what is the same again.
 */
export const verifyStandard = async (names: Names, delivery: Delivery, secrets: string[]): Promise<Verdict> => {
  const { headers, bytes } = delivery
  const missing = Object.values(names).find((name) => !headers[name])
  if (missing) return noSuchHeader(missing)
  const [id, seconds, signatures] = [headers[names.id]!, headers[names.timestamp]!, headers[names.signature]!]
  const sign = (secret: string) => standardSignature(secret, { id, seconds, bytes })
  if (!(await isSigned(signatures.split(' '), secrets, sign))) return wrongSignature(secrets)
  const sentAt = sentWithin(seconds, skewSeconds, delivery)
  return typeof sentAt === 'string' ? { kind: 'event', dedupe: id, eventId: id, sentAt } : sentAt
}
