import { DomainError } from '@pilotgate/core/errors'
import type { Caller, SignIn } from '@pilotgate/core/ports'
import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose'
import { z } from 'zod'
import { unavailable } from './unavailable.ts'

export type SignInSettings = {
  issuer: string
  audience: string
  /** The issuer's keys; from its discovery document when absent. */
  jwksUrl?: string
}

const texts = z.array(z.string())

/** Cognito's group names hold no spaces: the group `program-owner` stands for the role "program owner". */
const groupRole = (group: string): string => group.replaceAll('-', ' ')

/** Claims as the local sign-in gives them, or as Amazon Cognito does. The tenant goes into keys of the table. */
const claims = z
  .object({
    tenant: z.string().optional(),
    'custom:tenant': z.string().optional(),
    email: z.email(),
    email_verified: z.union([z.boolean(), z.enum(['true', 'false'])]).optional(),
    name: z.string().optional(),
    roles: texts.optional(),
    'cognito:groups': texts.optional(),
  })
  .transform((found) => ({
    ...found,
    tenantId: found.tenant ?? found['custom:tenant'] ?? '',
    roles: found.roles ?? found['cognito:groups']?.map(groupRole) ?? [],
  }))

const notSignedIn = (reason: string): DomainError => new DomainError('NotSignedIn', `${reason} Sign in again.`)

/** Why a token was refused, in words for the person who sent it. What exactly was wrong with a forged one is not told. */
const reason = (error: errors.JOSEError): string => {
  if (error instanceof errors.JWTExpired) return 'The sign-in has expired.'
  if (error instanceof errors.JWTClaimValidationFailed)
    return `The sign-in is not for Pilotgate ("${error.claim}" is wrong).`
  return 'The sign-in token is not valid.'
}

const toCaller = (payload: JWTPayload): Caller => {
  const parsed = claims.safeParse(payload)
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map(({ path }) => `"${String(path[0])}"`))].join(', ')
    throw notSignedIn(`The sign-in lacks what Pilotgate needs to know (${names}).`)
  }
  const { tenantId, email, name, roles } = parsed.data
  if (!/^[A-Za-z0-9._-]{1,64}$/.test(tenantId)) throw notSignedIn('The sign-in names no organisation.')
  // Some issuers let people type in any address; an unverified one proves nothing about who is calling.
  if (String(parsed.data.email_verified) === 'false') throw notSignedIn('The e-mail address is not verified.')
  return { tenantId, email: email.toLowerCase(), name: name ?? email, roles }
}

/** The address of the issuer's keys (OpenID Connect Discovery 1.0 §4), which must speak for that same issuer. */
const discover = async (issuer: string): Promise<string> => {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`
  const response = await fetch(url, { signal: AbortSignal.timeout(5_000) })
  const found = z.object({ issuer: z.string(), jwks_uri: z.url() }).parse(await response.json())
  if (found.issuer !== issuer)
    throw new Error(`${url} is of the issuer ${found.issuer}, not ${issuer}: check OIDC_ISSUER.`)
  return found.jwks_uri
}

/**
 * Verifies OpenID Connect tokens: signature (RS256 or ES256, no other), issuer, audience, and expiry by the clock of this machine,
 * with ten seconds of grace. The claims `tenant` (or `custom:tenant`), `email`, `name`, `roles` (or `cognito:groups`) make the caller.
 */
export const oidcSignIn = ({ issuer, audience, jwksUrl }: SignInSettings): SignIn => {
  let keys: Promise<JWTVerifyGetKey> | undefined

  const findKeys = (): Promise<JWTVerifyGetKey> => {
    keys ??= (async () => createRemoteJWKSet(new URL(jwksUrl ?? (await discover(issuer)))))()
    return keys
  }

  return {
    async verify(token) {
      try {
        const { payload } = await jwtVerify(token, await findKeys(), {
          issuer,
          audience,
          algorithms: ['RS256', 'ES256'],
          clockTolerance: 10,
          requiredClaims: ['exp', 'sub'],
        })
        return toCaller(payload)
      } catch (error) {
        if (error instanceof DomainError) throw error
        // jose has one general code for "the keys did not come": its base class and its timeout.
        const unreachable =
          error instanceof errors.JWKSTimeout || (error as { code?: string }).code === 'ERR_JOSE_GENERIC'
        if (error instanceof errors.JOSEError && !unreachable) throw notSignedIn(reason(error))
        keys = undefined
        throw unavailable('The sign-in service', error)
      }
    },
  }
}
