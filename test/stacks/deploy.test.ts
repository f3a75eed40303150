import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import path from 'node:path'
import { functionNames } from '@pilotgate/contracts/functions'
import { Stack } from 'aws-cdk-lib'
import { initProject } from 'sst/project.js'
import { load } from 'sst/stacks/build.js'
import { describe, expect, test } from 'vitest'
import { settings } from '../../stacks/settings.ts'
import { given, newApp, plain, region, resources, synthesise } from './cloud.ts'

describe('a deployment', () => {
  test('is read by the loader that `sst deploy` uses', async () => {
    await initProject({ stage: 'test', region })
    const [, config] = await load(path.resolve('sst.config.ts'), false)
    const app = newApp()
    await config.stacks(app)
    await app.finish()
    const stacks = app.node.children.filter(Stack.isStack).map(({ stackName }) => stackName)
    expect(stacks).toEqual(
      [
        'storage',
        'warehouse',
        'email',
        'signIn',
        'functions',
        'workflows',
        'api',
        'console',
        'streams',
        'queues',
        'schedules',
      ].map((name) => `test-pilotgate-${name}`),
    )
  })

  test('is synthesised without the function that SST adds to each stack', async () => {
    const { templates, milliseconds } = await synthesise()
    console.log(`synthesised ${Object.keys(templates).length} stacks in ${milliseconds} ms, code not bundled`)
    for (const [name, template] of Object.entries(templates)) {
      // A stage that does not keep its data empties its buckets when it goes; files of the console are copied (CDK's own functions).
      const expected = { functions: functionNames.length, warehouse: 1, console: 2 }[name] ?? 0
      expect(resources(template, 'AWS::Lambda::Function'), name).toHaveLength(expected)
    }
  })

  test('sends mail from a verified domain, and not again to addresses that bounced', async () => {
    const { templates } = await synthesise()
    expect(resources(templates.email, 'AWS::SES::EmailIdentity')[0]!.Properties.EmailIdentity).toBe('example.org')
    expect(resources(templates.email, 'AWS::SES::ConfigurationSet')[0]!.Properties).toMatchObject({
      Name: 'pilotgate-test',
      ReputationOptions: { ReputationMetricsEnabled: true },
      SuppressionOptions: { SuppressedReasons: ['BOUNCE', 'COMPLAINT'] },
      DeliveryOptions: { TlsPolicy: 'REQUIRE' },
    })
  })

  test('sends mail from one verified address when no domain is given', async () => {
    const { templates } = await synthesise({ set: { ...given, MAIL_DOMAIN: '' } })
    expect(resources(templates.email, 'AWS::SES::EmailIdentity')[0]!.Properties.EmailIdentity).toBe(
      'programs@example.org',
    )
  })

  test('makes no user pool when people sign in elsewhere', async () => {
    const elsewhere = { OIDC_ISSUER: 'https://login.example.org', OIDC_AUDIENCE: 'pilotgate' }
    const { templates } = await synthesise({ set: { ...given, ...elsewhere } })
    expect(resources(templates.signIn, 'AWS::Cognito::UserPool')).toHaveLength(0)
    const [authorizer] = resources(templates.api, 'AWS::ApiGatewayV2::Authorizer')
    expect(authorizer!.Properties.JwtConfiguration).toEqual({
      Issuer: elsewhere.OIDC_ISSUER,
      Audience: [elsewhere.OIDC_AUDIENCE],
    })
    const [lambda] = resources(templates.functions, 'AWS::Lambda::Function')
    expect(plain(lambda!.Properties.Environment.Variables.OIDC_ISSUER)).toBe(elsewhere.OIDC_ISSUER)
  })

  test('says what is not set', () => {
    expect(() => settings({})).toThrow(/MAIL_FROM[\s\S]*PUBLIC_URL/)
    expect(() => settings({ ...given, OIDC_ISSUER: 'https://login.example.org' })).toThrow(/both or neither/)
  })
})

test('the code of the functions bundles into modules that load on their own, named by content', {
  timeout: 300_000,
}, async () => {
  const { templates, folder, milliseconds } = await synthesise({ bundled: true })
  const bundles = resources(templates.functions, 'AWS::Lambda::Function').map(({ Properties }) => {
    const bundle = path.join(folder, `asset.${Properties.Code.S3Key.replace('.zip', '')}`, 'index.mjs')
    return { name: Properties.Description, bundle, kilobytes: Math.round(statSync(bundle).size / 1024) }
  })
  console.log(`synthesised and bundled in ${milliseconds} ms`)
  console.table(bundles.map(({ name, kilobytes }) => ({ name, kilobytes })))
  expect(new Set(bundles.map(({ bundle }) => bundle)).size).toBe(functionNames.length)
  // A function of many megabytes starts slowly.
  for (const { name, kilobytes } of bundles) expect(kilobytes, name).toBeLessThan(3 * 1024)
  const script = `for (const file of ${JSON.stringify(bundles.map(({ bundle }) => bundle))}) {
    const { handler } = await import(file)
    if (typeof handler !== 'function') throw new Error(file + ' has no handler')
  }`
  // Outside the repository, where no node_modules can help, and without the environment, which is read at the first call.
  execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: folder, env: {} })
})
