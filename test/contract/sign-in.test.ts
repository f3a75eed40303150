import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { oidcSignIn } from '@pilotgate/aws/sign-in'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const audience = 'pilotgate'
const claims = { tenant: 'acme', email: 'Ada@Example.org', name: 'Ada', roles: ['program owner'] }
const now = () => Math.floor(Date.now() / 1000)

describe('sign-in by OpenID Connect', () => {
  let server: Server
  let issuer: string
  /** The address that answers 503 now. */
  let broken = ''
  const pairs = new Map<string, Awaited<ReturnType<typeof generateKeyPair>>>()

  beforeAll(async () => {
    for (const algorithm of ['RS256', 'ES256', 'PS256']) pairs.set(algorithm, await generateKeyPair(algorithm))
    const keys = await Promise.all(
      [...pairs].map(async ([alg, { publicKey }]) => ({ ...(await exportJWK(publicKey)), alg, kid: alg })),
    )
    server = createServer((request, response) => {
      response.setHeader('content-type', 'application/json')
      if (request.url === broken) response.writeHead(503).end('{}')
      else if (request.url === '/keys') response.end(JSON.stringify({ keys }))
      else response.end(JSON.stringify({ issuer, jwks_uri: `${issuer}/keys` }))
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => server.close())

  const token = (payload: object, { alg = 'RS256', iss = issuer, aud = audience, exp = now() + 60 } = {}) =>
    new SignJWT({ ...payload })
      .setProtectedHeader({ alg, kid: alg })
      .setIssuer(iss)
      .setAudience(aud)
      .setSubject('ada')
      .setExpirationTime(exp)
      .sign(pairs.get(alg)!.privateKey)

  const verify = async (text: string | Promise<string>) => oidcSignIn({ issuer, audience }).verify(await text)

  it('knows the caller from the claims', async () => {
    const caller = { tenantId: 'acme', email: 'ada@example.org', name: 'Ada', roles: ['program owner'] }
    expect(await verify(token(claims))).toEqual(caller)
    expect(await verify(token(claims, { alg: 'ES256' }))).toEqual(caller)
    const withAddress = oidcSignIn({ issuer, audience, jwksUrl: `${issuer}/keys` })
    expect(await withAddress.verify(await token(claims))).toEqual(caller)
  })

  it('takes the claims of Amazon Cognito', async () => {
    const cognito = {
      'custom:tenant': 'acme',
      email: 'ada@example.org',
      email_verified: true,
      'cognito:groups': ['coach'],
    }
    expect(await verify(token(cognito))).toMatchObject({ tenantId: 'acme', name: 'ada@example.org', roles: ['coach'] })
    expect(await verify(token({ ...cognito, 'cognito:groups': undefined }))).toMatchObject({ roles: [] })
  })

  it.each([
    ['of another issuer', () => token(claims, { iss: 'https://other.example.org' }), /"iss" is wrong/],
    ['for another audience', () => token(claims, { aud: 'other' }), /"aud" is wrong/],
    ['that has expired', () => token(claims, { exp: now() - 60 }), /expired/],
    ['signed with another algorithm', () => token(claims, { alg: 'PS256' }), /not valid/],
    ['without a signature', () => `${btoa('{"alg":"none"}')}.${btoa(JSON.stringify(claims))}.`, /not valid/],
    ['that is none', () => 'nonsense', /not valid/],
    ['that is empty', () => '', /not valid/],
    ['changed on the way', async () => `${(await token(claims)).slice(0, -20)}AAAAAAAAAAAAAAAAAAAA`, /not valid/],
    ['without an e-mail address', () => token({ ...claims, email: undefined }), /"email"/],
    ['with an unverified address', () => token({ ...claims, email_verified: false }), /not verified/],
    ['without an organisation', () => token({ ...claims, tenant: undefined }), /no organisation/],
    ['with a tenant made to fool keys', () => token({ ...claims, tenant: 'acme#events' }), /no organisation/],
    ['with roles that are none', () => token({ ...claims, roles: 'program owner' }), /"roles"/],
  ])('refuses a token %s', async (_, make, words) => {
    const refusal = verify(make())
    await expect(refusal).rejects.toMatchObject({ code: 'NotSignedIn', message: expect.stringMatching(words) })
    await expect(refusal).rejects.toThrow(/Sign in again/)
  })

  it('is Unavailable without the keys, and works once they come', async () => {
    const signIn = oidcSignIn({ issuer, audience })
    const text = await token(claims)
    for (const url of ['/.well-known/openid-configuration', '/keys']) {
      broken = url
      await expect(signIn.verify(text)).rejects.toMatchObject({ code: 'Unavailable' })
    }
    broken = ''
    expect(await signIn.verify(text)).toMatchObject({ tenantId: 'acme' })
    const nobody = oidcSignIn({ issuer, audience, jwksUrl: 'http://127.0.0.1:1/keys' })
    await expect(nobody.verify(text)).rejects.toMatchObject({ code: 'Unavailable' })
  })

  it('does not take the discovery document of another issuer', async () => {
    const other = oidcSignIn({ issuer: `${issuer}/`, audience })
    await expect(other.verify(await token(claims))).rejects.toMatchObject({
      code: 'Unavailable',
      cause: expect.objectContaining({ message: expect.stringContaining('check OIDC_ISSUER') }),
    })
  })
})
