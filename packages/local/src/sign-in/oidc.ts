import Provider from 'oidc-provider'
import { AUDIENCE, TOKEN_SECONDS } from './access-token.ts'
import { problemPage, signOutPage } from './choose-page.ts'
import { claimsOf, findPerson, type People } from './people.ts'
import type { AdapterFactory } from './sign-in-store.ts'
import type { SigningKeys } from './signing-keys.ts'

export const CONSOLE_CLIENT = 'pilotgate-console'

/** The OpenID provider: authorization code with PKCE for the console, access tokens as JWTs, no consent question. */
export function oidcProvider(setting: {
  origin: string
  issuer: string
  redirectUris: string[]
  people: People
  keys: SigningKeys
  adapter: AdapterFactory
}) {
  const { origin, issuer, redirectUris, people, keys, adapter } = setting
  return new Provider(issuer, {
    adapter,
    clients: [
      {
        client_id: CONSOLE_CLIENT,
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code'],
        response_types: ['code'],
        redirect_uris: redirectUris,
        post_logout_redirect_uris: [`${origin}/`],
        id_token_signed_response_alg: 'ES256',
      },
    ],
    jwks: { keys: [keys.privateJwk] },
    cookies: { keys: [keys.cookieSecret] },
    // `/token` is the plain endpoint for scripts.
    routes: { token: '/oauth/token' },
    scopes: ['openid', 'email', 'profile'],
    claims: { openid: ['sub'], email: ['email'], profile: ['name', 'tenant', 'roles'] },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: async (ctx: { body: string }, form: string) => {
          ctx.body = signOutPage(form)
        },
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => 'urn:pilotgate',
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: 'openid email profile',
          audience: AUDIENCE,
          accessTokenFormat: 'jwt',
          accessTokenTTL: TOKEN_SECONDS,
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
    ttl: {
      AccessToken: TOKEN_SECONDS,
      Interaction: 3600,
      Session: TOKEN_SECONDS,
      Grant: TOKEN_SECONDS,
      IdToken: 3600,
      AuthorizationCode: 60,
    },
    renderError: async (ctx: { type: string; body: string }, out: { error: string; error_description?: string }) => {
      ctx.type = 'html'
      ctx.body = problemPage(out.error_description ?? out.error)
    },
    interactions: { url: (_: unknown, interaction: { uid: string }) => `/sign-in/interaction/${interaction.uid}` },
    findAccount: async (_: unknown, id: string) => {
      const person = await findPerson(people, id)
      return person && { accountId: id, claims: async () => claimsOf(person) }
    },
    extraTokenClaims: async (_: unknown, token: { accountId?: string }) => {
      const person = token.accountId && (await findPerson(people, token.accountId))
      if (!person) return undefined
      const { sub: _sub, ...claims } = claimsOf(person)
      return claims
    },
    // The only client is ours: choosing a person is all the consent there is.
    loadExistingGrant: async (ctx: OidcContext) => {
      const { client, session, provider } = ctx.oidc
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
      grant.addOIDCScope('openid email profile')
      grant.addResourceScope('urn:pilotgate', 'openid email profile')
      await grant.save()
      return grant
    },
  })
}

/** What we use of the provider's context (oidc-provider ships no types). */
interface OidcContext {
  oidc: {
    client: { clientId: string }
    session: { accountId: string }
    provider: {
      Grant: new (of: {
        clientId: string
        accountId: string
      }) => {
        addOIDCScope(scope: string): void
        addResourceScope(resource: string, scope: string): void
        save(): Promise<string>
      }
    }
  }
}
