import { randomUUID } from 'node:crypto'
import { importJWK, SignJWT } from 'jose'
import { claimsOf, type Person } from './people.ts'
import type { SigningKeys } from './signing-keys.ts'

export const AUDIENCE = 'pilotgate'
export const TOKEN_SECONDS = 12 * 60 * 60

/**
 * An access token for a person, as the code flow would issue it. Its times are wall time, not the virtual clock: whoever
 * jumps twelve weeks ahead to see the second gate is still sitting at the same desk and must not be signed out by it.
 */
export async function accessToken(person: Person, issuer: string, { privateJwk }: SigningKeys): Promise<string> {
  const { sub, ...claims } = claimsOf(person)
  const now = Math.floor(Date.now() / 1000)
  return new SignJWT({ ...claims, client_id: 'pilotgate-scripts' })
    .setProtectedHeader({ alg: 'ES256', kid: privateJwk.kid, typ: 'at+jwt' })
    .setIssuer(issuer)
    .setAudience(AUDIENCE)
    .setSubject(sub)
    .setJti(randomUUID())
    .setIssuedAt(now)
    .setExpirationTime(now + TOKEN_SECONDS)
    .sign(await importJWK(privateJwk, 'ES256'))
}
