import type { ReferenceRecord } from './candidacy.ts'

/** What the link of a referee holds: where the reference is, and the secret that lets them answer it without a sign-in (S-C4). */
export type ReferenceKey = { tenantId: string; programId: string; referenceId: string; secret: string }

const longest = 2000

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

/** The key of a reference: base64url of organisation, program, reference and secret. It goes into the referee's mail and nowhere else. */
export const referenceKey = ({
  tenantId,
  scope,
  id,
  secret,
}: Pick<ReferenceRecord, 'tenantId' | 'scope' | 'id' | 'secret'>): string =>
  toBase64Url([tenantId, scope, id, secret].join('\n'))

/** Reads a key that somebody sent; `undefined` for anything that `referenceKey` would not have written. The secret is not compared here. */
export const readReferenceKey = (key: string): ReferenceKey | undefined => {
  if (!/^[A-Za-z0-9_-]+$/.test(key) || key.length > longest) return undefined
  try {
    const text = fromBase64Url(key)
    const [tenantId, programId, referenceId, secret, ...more] = text.split('\n')
    if (!tenantId || !programId || !referenceId || !secret || more.length > 0) return undefined
    return toBase64Url(text) === key ? { tenantId, programId, referenceId, secret } : undefined
  } catch {
    return undefined
  }
}
