import { sameSecret } from '../../same-secret.ts'

const utf8 = new TextEncoder()

export const bytesOf = (text: string): Uint8Array => utf8.encode(text)

export const joined = (one: Uint8Array, other: Uint8Array): Uint8Array => {
  const both = new Uint8Array(one.length + other.length)
  both.set(one)
  both.set(other, one.length)
  return both
}

export const toHex = (bytes: Uint8Array): string =>
  [...bytes].map((each) => each.toString(16).padStart(2, '0')).join('')

export const toBase64 = (bytes: Uint8Array): string => {
  const pieces: string[] = []
  // In pieces, since the arguments of a call are limited.
  for (let start = 0; start < bytes.length; start += 8192) {
    pieces.push(String.fromCharCode(...bytes.subarray(start, start + 8192)))
  }
  return btoa(pieces.join(''))
}

/** `undefined` for anything but Base64 of at least one byte. */
export const fromBase64 = (text: string): Uint8Array | undefined => {
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}(?:==)?|[A-Za-z0-9+/]{3}=?)?$/.test(text) || text === '')
    return undefined
  return Uint8Array.from(atob(text), (each) => each.charCodeAt(0))
}

export const sha256 = async (what: string | Uint8Array): Promise<string> => {
  const bytes = typeof what === 'string' ? bytesOf(what) : what
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)))
}

export const hmac = async (
  hash: 'SHA-256' | 'SHA-512',
  secret: Uint8Array,
  message: Uint8Array,
): Promise<Uint8Array> => {
  const algorithm = { name: 'HMAC', hash }
  const key = await crypto.subtle.importKey('raw', secret as Uint8Array<ArrayBuffer>, algorithm, false, ['sign'])
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, message as Uint8Array<ArrayBuffer>))
}

/** As many signatures as a sender who replaces its secrets may send; the rest is not looked at. */
const mostSignatures = 10

/**
 * Whether one of the signatures that were sent is what one of the secrets makes. All are compared to the end, so that the time tells
 * nothing (F14). `sign` gives nothing for a secret that cannot sign.
 */
export const isSigned = async (
  sent: string[],
  secrets: string[],
  sign: (secret: string) => Promise<string | undefined>,
): Promise<boolean> => {
  const expected = await Promise.all(secrets.map(sign))
  let holds = false
  for (const signature of sent.slice(0, mostSignatures)) {
    for (const each of expected) {
      if (each !== undefined && sameSecret(signature, each)) holds = true
    }
  }
  return holds
}
