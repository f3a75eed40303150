import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp } from 'node:fs/promises'
import { createServer, request as httpRequest, type RequestListener, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRemoteJWKSet, jwtVerify } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signInHandler } from '../../../packages/local/src/sign-in/sign-in-handler.ts'

const ana = {
  email: 'ana@acme.example',
  name: 'Ana <Ruiz>',
  tenant: 'acme',
  roles: ['program-owner'],
  title: 'Head of People',
}
const ben = { email: 'Ben@acme.example', name: 'Ben Okafor', tenant: 'acme', roles: [] }
let server: Server
let handler: RequestListener
let origin: string
let folder: string
const newHandler = () => signInHandler({ origin, folder, people: async () => [ana, ben] })

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pilotgate-sign-in-'))
  server = createServer((request, response) => handler(request, response)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  origin = `http://127.0.0.1:${(server.address() as { port: number }).port}`
  handler = await newHandler()
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const verify = (token: string) =>
  jwtVerify(token, createRemoteJWKSet(new URL(`${origin}/sign-in/jwks`)), {
    issuer: `${origin}/sign-in`,
    audience: 'pilotgate',
    algorithms: ['ES256'],
    typ: 'at+jwt',
  })
const tokenFor = (email: string, headers: Record<string, string> = {}) =>
  fetch(`${origin}/sign-in/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ email }),
  })

describe('the token endpoint for scripts', () => {
  it('gives a token that the published keys verify', async () => {
    const answer = (await (await tokenFor('ben@ACME.example')).json()) as Record<string, string>
    expect(answer).toMatchObject({ token_type: 'Bearer', expires_in: 43_200 })
    const { payload } = await verify(answer.access_token!)
    expect(payload).toMatchObject({
      sub: 'ben@acme.example',
      email: 'Ben@acme.example',
      name: 'Ben Okafor',
      tenant: 'acme',
      roles: [],
    })
    expect(payload.exp! - Date.now() / 1000).toBeGreaterThan(43_000)
  })

  it('keeps tokens valid over a restart', async () => {
    const { access_token } = (await (await tokenFor(ana.email)).json()) as { access_token: string }
    handler = await newHandler()
    expect((await verify(access_token)).payload.roles).toEqual(['program-owner'])
  })

  it('refuses strangers, other origins, plain forms and other host names', async () => {
    expect((await tokenFor('nobody@acme.example')).status).toBe(400)
    expect((await tokenFor(ana.email, { origin: 'http://evil.example' })).status).toBe(415)
    expect((await tokenFor(ana.email, { 'content-type': 'text/plain' })).status).toBe(415)
    const rebound = httpRequest(`${origin}/sign-in/jwks`, { headers: { host: 'evil.example' } }).end()
    expect((await once(rebound, 'response'))[0].statusCode).toBe(421)
  })
})

describe('the code flow with PKCE', () => {
  /** A browser's cookies, and redirects followed by hand. */
  function browser() {
    const cookies = new Map<string, string>()
    return async (url: string, init: RequestInit = {}) => {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      const response = await fetch(new URL(url, origin), {
        ...init,
        redirect: 'manual',
        headers: { cookie, ...init.headers },
      })
      for (const line of response.headers.getSetCookie()) {
        const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
        cookies.set(name!, value!)
      }
      return { response, location: response.headers.get('location') ?? '' }
    }
  }
  const verifier = randomBytes(32).toString('base64url')
  const authorizePath = (change: Record<string, string> = {}) =>
    `/sign-in/auth?${new URLSearchParams({
      client_id: 'pilotgate-console',
      response_type: 'code',
      redirect_uri: `${origin}/signed-in`,
      scope: 'openid email profile',
      state: 'xyz',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      ...change,
    })}`

  it('publishes where things are', async () => {
    const discovery = (await (await fetch(`${origin}/sign-in/.well-known/openid-configuration`)).json()) as object
    expect(discovery).toMatchObject({
      issuer: `${origin}/sign-in`,
      authorization_endpoint: `${origin}/sign-in/auth`,
      token_endpoint: `${origin}/sign-in/oauth/token`,
      jwks_uri: `${origin}/sign-in/jwks`,
    })
    expect(await (await fetch(`${origin}/sign-in/jwks`)).json()).toEqual({
      keys: [expect.not.objectContaining({ d: expect.anything() })],
    })
  })

  it('lets one choose a person and gives the console a token for them', async () => {
    const visit = browser()
    const { location: choose } = await visit(authorizePath())
    expect(choose).toMatch(/^\/sign-in\/interaction\//)
    const { response } = await visit(choose)
    const page = await response.text()
    expect(page).toContain('Ana &lt;Ruiz&gt;')
    expect(page).toContain('Head of People')
    const chosen = await visit(choose, { method: 'POST', body: new URLSearchParams({ email: ana.email }) })
    const { location: back } = await visit(chosen.location)
    expect(back.startsWith(`${origin}/signed-in?`)).toBe(true)
    const { code, state } = Object.fromEntries(new URL(back).searchParams)
    expect(state).toBe('xyz')

    const exchange = (code_verifier: string) =>
      fetch(`${origin}/sign-in/oauth/token`, {
        method: 'POST',
        body: new URLSearchParams({
          ...{ grant_type: 'authorization_code', client_id: 'pilotgate-console', redirect_uri: `${origin}/signed-in` },
          ...{ code: code!, code_verifier },
        }),
      })
    const tokens = (await (await exchange(verifier)).json()) as { access_token: string; id_token: string }
    const { payload } = await verify(tokens.access_token)
    expect(payload).toMatchObject({
      sub: ana.email,
      email: ana.email,
      name: ana.name,
      tenant: 'acme',
      roles: ['program-owner'],
    })
    expect(tokens.id_token).toBeTruthy()
    // A code works once.
    expect((await exchange(verifier)).status).toBe(400)
  })

  it('signs in whom the console asks for without a question, also in place of somebody else', async () => {
    const visit = browser()
    const { location: choose } = await visit(authorizePath())
    const chosen = await visit(choose, { method: 'POST', body: new URLSearchParams({ email: ana.email }) })
    await visit(chosen.location)
    const again = await visit(authorizePath({ login_hint: ben.email, prompt: 'login' }))
    const hinted = await visit(again.location)
    const { response } = await visit(hinted.location)
    // The provider first ends the sign-in of the other person, by a form that sends itself.
    const form = await response.text()
    const fields = [...form.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, name, value]): [string, string] => [
      name!,
      value!,
    ])
    const [, action] = /action="([^"]+)"/.exec(form)!
    const ended = await visit(action!, { method: 'POST', body: new URLSearchParams(fields) })
    const { location: back } = await visit(ended.location)
    expect(back.startsWith(`${origin}/signed-in?code=`)).toBe(true)
  })

  it('refuses another redirect address, a missing challenge and an unknown interaction', async () => {
    expect((await browser()(authorizePath({ redirect_uri: 'http://evil.example/' }))).response.status).toBe(400)
    expect((await browser()(authorizePath({ code_challenge: '', code_challenge_method: '' }))).location).toMatch(
      /error=invalid_request/,
    )
    expect((await browser()('/sign-in/interaction/none')).response.status).toBe(400)
  })
})
