import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { accessToken, TOKEN_SECONDS } from './access-token.ts'
import { choosePage, PAGE_POLICY, problemPage } from './choose-page.ts'
import { oidcProvider } from './oidc.ts'
import { findPerson, type People, subjectOf } from './people.ts'
import { openSignInStore } from './sign-in-store.ts'
import { signingKeys } from './signing-keys.ts'

export interface SignInOptions {
  /** Where the browser sees us: `http://127.0.0.1:PORT`. The issuer is `ORIGIN/sign-in`. */
  origin: string
  /** The data folder, for the keys and the sessions. */
  folder: string
  people: People
  /** Where the console may be sent back to; `ORIGIN/signed-in` when absent. */
  redirectUris?: string[]
  log?: (line: string) => void
}

/**
 * The local OpenID provider for all paths under `/sign-in`, for a node:http server: discovery at
 * `/sign-in/.well-known/openid-configuration`, keys at `/sign-in/jwks`, the code flow with a page to choose a sample
 * person, and for scripts `POST /sign-in/token {"email": "…"}`. Anyone who reaches it can be anyone: for loopback only.
 */
export async function signInHandler(options: SignInOptions): Promise<RequestListener> {
  const { origin, folder, people, log = () => {} } = options
  const issuer = `${origin}/sign-in`
  const keys = await signingKeys(folder)
  const redirectUris = options.redirectUris ?? [`${origin}/signed-in`]
  const provider = oidcProvider({
    origin,
    issuer,
    redirectUris,
    people,
    keys,
    adapter: openSignInStore(join(folder, 'sign-in.sqlite')),
  })
  provider.on('server_error', (_, error) => log(`Sign-in failed: ${error.message}`))
  const oidc = provider.callback()

  const tokenForScript = async (request: IncomingMessage, response: ServerResponse) => {
    // Asking for JSON and our own origin keeps web pages from fetching a token behind the user's back.
    const foreign = request.headers.origin !== undefined && request.headers.origin !== origin
    if (foreign || !request.headers['content-type']?.startsWith('application/json')) {
      return sendJson(response, 415, { error: 'invalid_request', error_description: 'Send JSON: {"email": "…"}' })
    }
    const { email } = parseJson(await bodyOf(request))
    const person = typeof email === 'string' ? await findPerson(people, email) : undefined
    if (!person) {
      return sendJson(response, 400, {
        error: 'invalid_grant',
        error_description: 'No sample person has this e-mail address',
      })
    }
    const token = await accessToken(person, issuer, keys)
    sendJson(response, 200, { access_token: token, token_type: 'Bearer', expires_in: TOKEN_SECONDS })
  }

  const interaction = async (request: IncomingMessage, response: ServerResponse) => {
    const known = await provider.interactionDetails(request, response).catch(() => undefined)
    if (!known) return sendPage(response, 400, problemPage('This sign-in has ended or was started in another browser.'))
    // There are no passwords: whom the console asks for is whom one wants to be.
    const hinted = typeof known.params.login_hint === 'string' && (await findPerson(people, known.params.login_hint))
    if (request.method !== 'POST' && !hinted) return sendPage(response, 200, choosePage(await people()))
    const chosen = hinted || (await findPerson(people, new URLSearchParams(await bodyOf(request)).get('email') ?? ''))
    if (!chosen) return sendPage(response, 400, problemPage('There is no such sample person.'))
    await provider.interactionFinished(request, response, { login: { accountId: subjectOf(chosen) } })
  }

  const route = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname } = new URL(request.url ?? '/', origin)
    if (!isLoopbackHost(request.headers.host, origin)) {
      return sendJson(response, 421, { error: 'invalid_request', error_description: `Use ${origin}` })
    }
    if (pathname === '/sign-in/token' && request.method === 'POST') return tokenForScript(request, response)
    if (pathname.startsWith('/sign-in/interaction/')) return interaction(request, response)
    // The provider finds out from the two addresses that it is mounted below a path.
    Object.assign(request, { originalUrl: request.url })
    request.url = request.url!.slice('/sign-in'.length) || '/'
    return oidc(request, response)
  }

  return (request, response) => {
    route(request, response).catch((error: Error) => {
      log(`Sign-in failed: ${error.message}`)
      if (!response.headersSent)
        sendPage(response, 500, problemPage('The local sign-in failed; the terminal says why.'))
    })
  }
}

/** A foreign host name that points here (DNS rebinding) must not get at the tokens. */
const isLoopbackHost = (host: string | undefined, origin: string) =>
  host === new URL(origin).host || /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host ?? '')

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of request) {
    body += chunk
    if (body.length > 10_000) throw new RangeError('The request is too large')
  }
  return body
}

function parseJson(text: string): { email?: unknown } {
  try {
    return (JSON.parse(text) ?? {}) as { email?: unknown }
  } catch {
    return {}
  }
}

const sendJson = (response: ServerResponse, status: number, body: object) =>
  void response
    .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(JSON.stringify(body))

const sendPage = (response: ServerResponse, status: number, page: string) =>
  void response
    .writeHead(status, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': PAGE_POLICY,
      'x-content-type-options': 'nosniff',
    })
    .end(page)
