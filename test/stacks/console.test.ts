import { readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { consoleCaching, consolePolicy } from '@pilotgate/contracts/console-policy'
import { consoleSettings } from '@pilotgate/contracts/console-settings'
import { beforeAll, describe, expect, test } from 'vitest'
import { settings } from '../../stacks/settings.ts'
import { account, given, type Json, ownDomain, plain, region, resources, synthesise } from './cloud.ts'

let cloud: Awaited<ReturnType<typeof synthesise>>
beforeAll(async () => {
  cloud = await synthesise()
})

const only = (type: string, { templates } = cloud): Json => {
  const found = resources(templates.console, type)
  expect(found, type).toHaveLength(1)
  return found[0]!.Properties
}
const distribution = (from = cloud): Json => only('AWS::CloudFront::Distribution', from).DistributionConfig
const headers = (from = cloud): Json => only('AWS::CloudFront::ResponseHeadersPolicy', from).ResponseHeadersPolicyConfig
const deployments = (from = cloud) => resources(from.templates.console, 'Custom::CDKBucketDeployment')

/** `settings.json` as it will lie in the bucket. */
const settingsOf = (from: typeof cloud): unknown => {
  const { SourceObjectKeys, SourceMarkers } = deployments(from).at(-1)!.Properties
  const folder = path.join(from.folder, `asset.${SourceObjectKeys.at(-1).replace('.zip', '')}`)
  const text = readFileSync(path.join(folder, 'settings.json'), 'utf8')
  const markers = Object.entries<Json>(SourceMarkers?.at(-1) ?? {})
  return JSON.parse(markers.reduce((filled, [marker, value]) => filled.replace(marker, plain(value)), text))
}

const elsewhere = { ...given, OIDC_ISSUER: 'https://login.example.org/realms/one', OIDC_AUDIENCE: 'pilotgate' }

describe('the files of the console', () => {
  test('are read by the distribution alone, over TLS', () => {
    expect(only('AWS::S3::Bucket')).toMatchObject({
      BucketEncryption: { ServerSideEncryptionConfiguration: [expect.anything()] },
      PublicAccessBlockConfiguration: { BlockPublicAcls: true, BlockPublicPolicy: true, RestrictPublicBuckets: true },
    })
    const { Statement } = only('AWS::S3::BucketPolicy').PolicyDocument
    expect(Statement).toContainEqual(
      expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
    )
    const readers = Statement.filter(({ Action }: Json) => [Action].flat().includes('s3:GetObject'))
    expect(readers).toHaveLength(1)
    expect(readers[0].Principal).toEqual({ Service: 'cloudfront.amazonaws.com' })
    expect(plain(readers[0].Condition.StringEquals['AWS:SourceArn'])).toMatch(/:distribution\/<Distribution/)
    expect(distribution().Origins[0].OriginAccessControlId).toBeDefined()
  })

  test('are kept by browsers where their name changes with their content; the page comes after them', () => {
    const [assets, page] = deployments()
    expect(assets!.Properties).toMatchObject({
      DestinationBucketKeyPrefix: 'assets',
      SystemMetadata: { 'cache-control': consoleCaching.assets },
      Prune: false,
    })
    expect(page!.Properties).toMatchObject({ SystemMetadata: { 'cache-control': 'no-cache' }, Prune: false })
    const [assetsId] = Object.keys(cloud.templates.console.findResources('Custom::CDKBucketDeployment'))
    expect((page as Json).DependsOn).toContain(assetsId)
    const folder = path.join(cloud.folder, `asset.${page!.Properties.SourceObjectKeys[0].replace('.zip', '')}`)
    expect(readdirSync(folder)).toEqual(['index.html'])
  })

  test('have to be built first', async () => {
    await expect(synthesise({ built: path.join(tmpdir(), 'nothing-here') })).rejects.toThrow(/npm run build:console/)
  })
})

describe('the address of the console', () => {
  test('serves the API under /v1/: every method, all that was sent, nothing kept', () => {
    const { CacheBehaviors, Origins, HttpVersion } = distribution()
    expect(HttpVersion).toBe('http2and3')
    expect(CacheBehaviors).toHaveLength(1)
    expect(CacheBehaviors[0]).toMatchObject({
      PathPattern: '/v1/*',
      AllowedMethods: expect.arrayContaining(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
      // CachingDisabled and AllViewerExceptHostHeader, as AWS names them.
      CachePolicyId: '4135ea2d-6df8-44a3-9df3-4b5a84be39ad',
      OriginRequestPolicyId: 'b689b0a8-53d0-40ab-baf2-68738e2966ac',
      ViewerProtocolPolicy: 'https-only',
    })
    const api = Origins.find(({ Id }: Json) => Id === CacheBehaviors[0].TargetOriginId)
    expect(plain(api.DomainName)).toMatch(new RegExp(`\\.execute-api\\.${region}\\.`))
    expect(CacheBehaviors[0].FunctionAssociations).toBeUndefined()
  })

  test.each([
    ['/settings.json', '/settings.json'],
    ['/assets/index-abc.js', '/assets/index-abc.js'],
    ['/', '/index.html'],
    ['/programs/P1/engagements/01KFZ0.R001.coach', '/index.html'],
  ])('answers %s with %s', (asked, given) => {
    const { DefaultCacheBehavior } = distribution()
    expect(DefaultCacheBehavior.FunctionAssociations).toMatchObject([{ EventType: 'viewer-request' }])
    const { FunctionCode } = only('AWS::CloudFront::Function')
    const handler = new Function(`${FunctionCode}; return handler`)()
    expect(handler({ request: { method: 'GET', uri: asked } })).toEqual({ method: 'GET', uri: given })
  })

  test('tells browsers what the console may do, and leaves to the API what it says of its own pages', () => {
    const { SecurityHeadersConfig, CustomHeadersConfig } = headers()
    const connect = [
      `https://cognito-idp.${region}.amazonaws.com`,
      `https://pilotgate-test-${account}.auth.${region}.amazoncognito.com`,
    ]
    expect(SecurityHeadersConfig).toMatchObject({
      ContentSecurityPolicy: { ContentSecurityPolicy: consolePolicy({ connect }), Override: false },
      ContentTypeOptions: { Override: true },
      ReferrerPolicy: { ReferrerPolicy: 'no-referrer' },
      StrictTransportSecurity: { AccessControlMaxAgeSec: 63_072_000, IncludeSubdomains: false },
    })
    expect(CustomHeadersConfig.Items).toMatchObject([
      { Header: 'permissions-policy', Value: expect.stringContaining('microphone=()') },
    ])
    for (const behaviour of [distribution().DefaultCacheBehavior, ...distribution().CacheBehaviors]) {
      expect(behaviour.ResponseHeadersPolicyId).toEqual({ Ref: expect.stringMatching(/^Headers/) })
    }
  })

  test('is that of CloudFront, or with a certificate the host of PUBLIC_URL', async () => {
    expect(distribution().Aliases).toBeUndefined()
    const own = distribution(await synthesise({ set: { ...given, ...ownDomain } }))
    expect(own).toMatchObject({
      Aliases: ['pilotgate.example.org'],
      ViewerCertificate: {
        AcmCertificateArn: ownDomain.CONSOLE_CERTIFICATE_ARN,
        MinimumProtocolVersion: 'TLSv1.2_2021',
      },
    })
    const wrong = { ...given, CONSOLE_CERTIFICATE_ARN: `arn:aws:acm:${region}:${account}:certificate/abc` }
    expect(() => settings(wrong)).toThrow(/CONSOLE_CERTIFICATE_ARN/)
  })
})

describe('the sign-in of the console', () => {
  test('is the user pool, which sends people back to it', () => {
    expect(consoleSettings.parse(settingsOf(cloud))).toEqual({
      issuer: expect.stringMatching(new RegExp(`^https://cognito-idp\\.${region}\\.amazonaws\\.com/.+`)),
      clientId: expect.stringContaining('PeopleConsole'),
      scope: 'openid email profile',
      token: 'id',
    })
    expect(resources(cloud.templates.signIn, 'AWS::Cognito::UserPoolClient')[0]!.Properties).toMatchObject({
      CallbackURLs: ['https://pilotgate.example.org/signed-in'],
      LogoutURLs: ['https://pilotgate.example.org/'],
    })
  })

  test('is the service of the organisation, as its operator sets it', async () => {
    const plainly = await synthesise({ set: elsewhere })
    expect(consoleSettings.parse(settingsOf(plainly))).toEqual({
      issuer: elsewhere.OIDC_ISSUER,
      clientId: 'pilotgate',
      scope: 'openid email profile',
      token: 'id',
    })
    expect(headers(plainly).SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy).toContain(
      "connect-src 'self' https://login.example.org;",
    )
    const asClient = await synthesise({ set: { ...elsewhere, OIDC_CLIENT_ID: 'console', OIDC_TOKEN: 'access' } })
    expect(settingsOf(asClient)).toMatchObject({ clientId: 'console', token: 'access' })
  })
})
