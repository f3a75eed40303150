import { createHash, randomBytes } from 'node:crypto'
import type { Ids } from '@pilotgate/core/ports'

const secretBytes = 24

/** Always random, in repeatable ids too: their seed is known to whoever sent the request, who must not know the secrets it makes. */
const secret = (): string => randomBytes(secretBytes).toString('base64url')

/** Crockford's base 32: no I, L, O or U; its characters sort by value. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

const base32 = (value: number, length: number): string => {
  let text = ''
  for (let rest = value; text.length < length; rest = Math.floor(rest / 32)) text = alphabet[rest % 32] + text
  return text
}

/**
 * Ids in the shape of a ULID (https://github.com/ulid/spec): 26 characters, sortable by time. After the 10 characters of time in
 * milliseconds come 6 of a counter of this process, so that ids of the same millisecond keep the order in which they were made, and
 * 10 random ones (50 bits), so that processes never meet.
 */
export const ulids = (now: () => number = Date.now): Ids => {
  let latest = 0
  let count = 0
  return {
    next(at) {
      // A machine's clock may step back; ids without a time of their own must not.
      if (at === undefined) latest = Math.max(latest, now())
      const time = at === undefined ? latest : Date.parse(at)
      const random = [...randomBytes(10)].map((byte) => alphabet[byte % 32]).join('')
      count = (count + 1) % 32 ** 6
      return base32(time, 10) + base32(count, 6) + random
    },
    secret,
  }
}

/**
 * The same ids in the same order for the same seed, so that work done again collides with itself instead of being done twice. They
 * sort as ids made at `startedAt` (ISO 8601) do; others do not meet them (50 bits of the seed's SHA-256).
 */
export const repeatableUlids = (seed: string, startedAt: string): Ids => {
  let count = 0
  return {
    next(at = startedAt) {
      count += 1
      const hash = createHash('sha256').update(`${seed}\n${count}`).digest()
      const unique = [...hash.subarray(0, 10)].map((byte) => alphabet[byte % 32]).join('')
      return base32(Date.parse(at), 10) + base32(count, 6) + unique
    },
    secret,
  }
}
