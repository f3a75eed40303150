import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { AccountRecovery, ClientAttributes, Mfa, OAuthScope, StringAttribute, UserPool } from 'aws-cdk-lib/aws-cognito'
import type { StackContext } from 'sst/constructs'
import { isProduction, names } from './names.ts'
import { settings } from './settings.ts'

/**
 * Who vouches for people: the organisation's own OpenID service, or else a user pool made here; as whom the console asks it
 * (`clientId`), which of its tokens the API takes, and the origins it answers at.
 */
type SignIn = {
  issuer: string
  audience: string
  jwksUrl: string | undefined
  clientId: string
  token: 'id' | 'access'
  origins: string[]
}

export function signIn({ stack }: StackContext): SignIn {
  const { oidcIssuer, oidcAudience, oidcJwksUrl, oidcClientId, oidcToken, publicUrl } = settings()
  if (oidcIssuer && oidcAudience) {
    return {
      issuer: oidcIssuer,
      audience: oidcAudience,
      jwksUrl: oidcJwksUrl,
      clientId: oidcClientId ?? oidcAudience,
      token: oidcToken,
      origins: [new URL(oidcIssuer).origin],
    }
  }

  const people = new UserPool(stack, 'People', {
    userPoolName: names(stack).prefix,
    selfSignUpEnabled: false,
    signInAliases: { email: true },
    signInCaseSensitive: false,
    keepOriginal: { email: true },
    customAttributes: { tenant: new StringAttribute({ minLen: 1, maxLen: 64, mutable: true }) },
    accountRecovery: AccountRecovery.EMAIL_ONLY,
    mfa: Mfa.OPTIONAL,
    mfaSecondFactor: { sms: false, otp: true },
    passwordPolicy: {
      minLength: 12,
      requireLowercase: true,
      requireUppercase: true,
      requireDigits: true,
      requireSymbols: true,
      tempPasswordValidity: Duration.days(7),
    },
    deletionProtection: isProduction(stack),
    removalPolicy: isProduction(stack) ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  })
  // Making programs and templates takes a role in the organisation itself (`actions` in core). Cognito allows no spaces.
  people.addGroup('ProgramOwners', { groupName: 'program-owner', description: 'May create programs and templates' })
  const domainPrefix = `${names(stack).prefix}-${stack.account}`
  people.addDomain('SignInPage', { cognitoDomain: { domainPrefix } })
  const readable = new ClientAttributes()
    .withStandardAttributes({ email: true, emailVerified: true, fullname: true })
    .withCustomAttributes('tenant')
  const client = people.addClient('Console', {
    generateSecret: false,
    preventUserExistenceErrors: true,
    // People may correct their name. Their address and organisation say what they may see: an administrator sets those.
    readAttributes: readable,
    writeAttributes: new ClientAttributes().withStandardAttributes({ fullname: true }),
    oAuth: {
      flows: { authorizationCodeGrant: true },
      scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE],
      callbackUrls: [`${publicUrl}/signed-in`],
      logoutUrls: [`${publicUrl}/`],
    },
    idTokenValidity: Duration.hours(1),
    accessTokenValidity: Duration.hours(1),
    refreshTokenValidity: Duration.days(7),
  })
  const service = `https://cognito-idp.${stack.region}.amazonaws.com`
  const issuer = `${service}/${people.userPoolId}`
  stack.addOutputs({ OidcIssuer: issuer, OidcAudience: client.userPoolClientId })
  return {
    issuer,
    audience: client.userPoolClientId,
    jwksUrl: `${issuer}/.well-known/jwks.json`,
    clientId: client.userPoolClientId,
    // Only the ID token carries the address and the organisation.
    token: 'id',
    origins: [service, `https://${domainPrefix}.auth.${stack.region}.amazoncognito.com`],
  }
}
