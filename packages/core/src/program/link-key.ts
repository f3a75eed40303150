import type { Scope } from '../ports.ts'

/** What the link of a mail holds: where a record is, and the secret that lets its reader answer without a sign-in (F3, S-C4). */
export type LinkKey = { tenantId: string; programId: string; id: string; secret: string }

const longest = 2000

/** Base64url of the text in UTF-8, without padding. */
const toBase64Url = (text: string): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(text)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')

/** @throws when the text is no base64url of UTF-8 */
const fromBase64Url = (key: string): string => {
  const bytes = Uint8Array.from(atob(key.replaceAll('-', '+').replaceAll('_', '/')), (each) => each.charCodeAt(0))
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
}

/** The key of a link: base64url of organisation, program, record and secret. It goes into the reader's mail and nowhere else. */
export const linkKey = ({ tenantId, scope, id }: Scope & { id: string }, secret: string): string =>
  toBase64Url([tenantId, scope, id, secret].join('\n'))

/** Reads a key that somebody sent; `undefined` for anything that `linkKey` would not have written. The secret is not compared here. */
export const readLinkKey = (key: string): LinkKey | undefined => {
  if (!/^[A-Za-z0-9_-]+$/.test(key) || key.length > longest) return undefined
  try {
    const text = fromBase64Url(key)
    const [tenantId, programId, id, secret, ...more] = text.split('\n')
    if (!tenantId || !programId || !id || !secret || more.length > 0) return undefined
    return toBase64Url(text) === key ? { tenantId, programId, id, secret } : undefined
  } catch {
    return undefined
  }
}
