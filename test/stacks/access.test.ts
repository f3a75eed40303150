import { readdirSync } from 'node:fs'
import { parseConfig } from '@pilotgate/aws/config'
import { type FunctionName, functionNames } from '@pilotgate/contracts/functions'
import { routes } from '@pilotgate/contracts/routes'
import { queues } from '@pilotgate/workflows/queues'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Grant, grants } from '../../stacks/grants.ts'
import { account, type Json, list, plain, type Resource, region, resources, synthesise } from './cloud.ts'

let cloud: Awaited<ReturnType<typeof synthesise>>
beforeAll(async () => {
  cloud = await synthesise()
})

const lambdas = () => resources(cloud.templates.functions, 'AWS::Lambda::Function')
const lambda = (name: FunctionName) =>
  lambdas().find(({ Properties }) => Properties.FunctionName === `pilotgate-test-${name.replace('/', '-')}`)!

type Statement = { Effect: string; Action: string | string[]; Resource: unknown; Condition?: unknown }
const statementsOf = (roleOrPolicy: Resource): Statement[] =>
  [
    roleOrPolicy.Properties.PolicyDocument,
    ...list(roleOrPolicy.Properties.Policies).map((policy: Json) => policy.PolicyDocument),
  ].flatMap((document) => document?.Statement ?? [])

/** What a function's role may do: its inline policies, and the policies attached to it. */
const allowedTo = (name: FunctionName): Statement[] => {
  const template = cloud.templates.functions
  const id = lambda(name).Properties.Role['Fn::GetAtt'][0] as string
  const role = template.findResources('AWS::IAM::Role')[id] as Resource
  const attached = resources(template, 'AWS::IAM::Policy').filter(({ Properties }) =>
    Properties.Roles.some((to: { Ref: string }) => to.Ref === id),
  )
  expect(role.Properties.ManagedPolicyArns).toBeUndefined()
  return [role, ...attached].flatMap(statementsOf)
}

describe('the functions', () => {
  test('are the files in functions/, no more and no fewer', () => {
    const files = readdirSync('functions', { recursive: true, encoding: 'utf8' })
      .filter((file) => /^[a-z]+\/(api|tasks|stream|schedule|queue|mail)\.ts$/.test(file) && !file.startsWith('lib/'))
      .map((file) => file.replace('.ts', ''))
    expect(files.toSorted()).toEqual(functionNames.toSorted())
    expect(
      lambdas()
        .map(({ Properties }) => Properties.Description)
        .toSorted(),
    ).toEqual(functionNames.map((name) => `functions/${name}.ts`).toSorted())
  })

  test('run on Node 24, write JSON logs to a log of their own and are traced', () => {
    for (const { Properties } of lambdas()) {
      expect(Properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        TracingConfig: { Mode: 'Active' },
        LoggingConfig: { LogFormat: 'JSON', ApplicationLogLevel: 'INFO' },
      })
    }
    const logs = resources(cloud.templates.functions, 'AWS::Logs::LogGroup')
    expect(logs.map(({ Properties }) => Properties.LogGroupName).toSorted()).toEqual(
      functionNames.map((name) => `/aws/lambda/pilotgate-test-${name.replace('/', '-')}`).toSorted(),
    )
    for (const { Properties } of logs) expect(Properties.RetentionInDays).toBe(30)
  })

  /** Values that only exist once deployed; a valid stand-in shows that the rest is right. */
  const onceDeployed: Record<string, string> = {
    OIDC_ISSUER: 'https://issuer.example.org',
    OIDC_JWKS_URL: 'https://issuer.example.org',
    NOTES_KEY_ARN: `arn:aws:kms:${region}:${account}:key/notes`,
    SECRETS_KEY_ARN: `arn:aws:kms:${region}:${account}:key/secrets`,
  }

  test.each(['test', 'production'])('find in the stage %s the environment that the code asks for', async (stage) => {
    const { templates } = await synthesise({ stage })
    for (const { Properties } of resources(templates.functions, 'AWS::Lambda::Function')) {
      const variables = Object.entries(Properties.Environment.Variables).map(([name, value]) => {
        return [name, onceDeployed[name] ?? plain(value)]
      })
      const config = parseConfig({ AWS_REGION: region, ...Object.fromEntries(variables) })
      expect(Object.keys(config.FUNCTION_ARNS)).toEqual([...functionNames])
      expect(config.FUNCTION_ARNS['gates/tasks']).toBe(
        `arn:aws:lambda:${region}:${account}:function:pilotgate-${stage}-gates-tasks`,
      )
      expect(config.QUEUE_URLS).toEqual(
        Object.fromEntries(
          queues.map(({ name, fifo }) => {
            const physical = `pilotgate-${stage}-${name}${fifo ? '.fifo' : ''}`
            return [name, `https://sqs.${region}.amazonaws.com/${account}/${physical}`]
          }),
        ),
      )
      expect(config.PUBLIC_URL).toBe('https://pilotgate.example.org')
    }
  })
})

describe('what a function may do', () => {
  /** Actions that IAM cannot tie to a resource. */
  const withoutResource = {
    'xray:PutTraceSegments': 'traces belong to the account',
    'xray:PutTelemetryRecords': 'traces belong to the account',
    'dynamodb:ListStreams': 'a list of names',
  }

  test.each(functionNames)('%s: nothing on every resource, but for tracing', (name) => {
    for (const statement of allowedTo(name)) {
      expect(statement.Effect).toBe('Allow')
      for (const action of list(statement.Action)) {
        expect(action).not.toMatch(/^\*|:\*$/)
        if (list(statement.Resource).includes('*')) expect(Object.keys(withoutResource)).toContain(action)
      }
    }
  })

  const everyone = ['logs:CreateLogStream', 'logs:PutLogEvents', 'xray:PutTraceSegments', 'xray:PutTelemetryRecords']
  /** The grants once more, by hand, so that a wider one is noticed. */
  const meant: Record<Grant, string[]> = {
    records: [
      ...['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem', 'ConditionCheckItem'].map(
        (action) => `dynamodb:${action}`,
      ),
      ...[
        'Encrypt',
        'Decrypt',
        'ReEncryptFrom',
        'ReEncryptTo',
        'GenerateDataKey',
        'GenerateDataKeyWithoutPlaintext',
      ].map((action) => `kms:${action}`),
    ],
    'read executions': ['states:DescribeExecution', 'states:GetExecutionHistory'],
    'answer machines': ['states:SendTaskSuccess'],
    'run machines': [
      'states:CreateStateMachine',
      'states:UpdateStateMachine',
      'states:StartExecution',
      'states:StopExecution',
      'iam:PassRole',
    ],
    mail: ['ses:SendEmail'],
    'raw mail': ['ses:SendRawEmail'],
    'lost replies': ['sqs:SendMessage'],
    'send to queues': ['sqs:SendMessage'],
    'take from queue': ['ReceiveMessage', 'DeleteMessage', 'ChangeMessageVisibility', 'GetQueueAttributes'].map(
      (action) => `sqs:${action}`,
    ),
    secrets: ['kms:GenerateDataKey', 'kms:Decrypt'],
    'change stream': [
      ...['DescribeStream', 'GetRecords', 'GetShardIterator', 'ListStreams'].map((action) => `dynamodb:${action}`),
      'sqs:SendMessage',
      'sqs:GetQueueAttributes',
    ],
    'missed schedules': ['sqs:SendMessage'],
    'confidential notes': ['kms:GenerateDataKey', 'kms:Decrypt'],
    'send telemetry': ['firehose:PutRecordBatch'],
    'query warehouse': [
      ...['StartQueryExecution', 'GetQueryExecution', 'GetQueryResults', 'StopQueryExecution'].map(
        (action) => `athena:${action}`,
      ),
      ...['glue:GetDatabase', 'glue:GetTable', 'glue:GetPartitions', 's3:GetBucketLocation', 's3:ListBucket'],
      ...['s3:GetObject', 's3:PutObject', 's3:AbortMultipartUpload', 's3:ListMultipartUploadParts'],
      ...['kms:Decrypt', 'kms:GenerateDataKey'],
    ],
  }

  test.each(functionNames)('%s: its row in the table of grants, no more and no less', (name) => {
    const granted = new Set(allowedTo(name).flatMap(({ Action }) => list(Action)))
    const expected = [...everyone, ...grants[name].flatMap((grant) => meant[grant])]
    expect([...granted].toSorted()).toEqual([...new Set(expected)].toSorted())
  })

  test('machines: those of this stage only, handed the machine role only', () => {
    const statements = allowedTo('program/stream')
    for (const { Action, Resource } of statements.filter(({ Action }) => list(Action)[0]!.startsWith('states:'))) {
      for (const arn of list(Resource))
        expect(plain(arn), String(Action)).toMatch(/:(stateMachine|execution):pilotgate-test-\*/)
    }
    const pass = statements.find(({ Action }) => Action === 'iam:PassRole')!
    expect(plain(pass.Resource)).toBe(`arn:aws:iam::${account}:role/pilotgate-test-machines-${region}`)
    expect(pass.Condition).toEqual({ StringEquals: { 'iam:PassedToService': 'states.amazonaws.com' } })
    const { RoleName } = resources(cloud.templates.workflows, 'AWS::IAM::Role')[0]!.Properties
    expect(RoleName).toBe(`pilotgate-test-machines-${region}`)
  })

  const doing = (name: FunctionName, action: string) =>
    allowedTo(name).filter(({ Action }) => list(Action).includes(action))

  test.each([
    ['gates/stream', 'ses:SendEmail'],
    ['engagement/queue', 'ses:SendRawEmail'],
  ] as const)('mail of %s: from the one sender only', (name, action) => {
    const [mail] = doing(name, action)
    expect(mail!.Condition).toEqual({ StringEquals: { 'ses:FromAddress': 'programs@example.org' } })
  })

  test.each(queues)('the queue $name: taken from by its function alone', ({ name, function: worker, fifo }) => {
    const arn = `arn:aws:sqs:${region}:${account}:pilotgate-test-${name}${fifo ? '.fifo' : ''}`
    const takers = functionNames.filter((each) =>
      doing(each, 'sqs:ReceiveMessage').some(({ Resource }) => list(Resource).map(plain).includes(arn)),
    )
    expect(takers).toEqual([worker])
  })

  test('messages: to the queues of work, by those who have work for them', () => {
    const work = queues.map(
      ({ name, fifo }) => `arn:aws:sqs:${region}:${account}:pilotgate-test-${name}${fifo ? '.fifo' : ''}`,
    )
    const senders = functionNames.filter((name) =>
      doing(name, 'sqs:SendMessage').some(({ Resource }) =>
        list(Resource)
          .map(plain)
          .some((arn) => work.includes(arn)),
      ),
    )
    expect(senders).toEqual(functionNames.filter((name) => grants[name].includes('send to queues')))
  })

  test('keys: notes and secrets each for their own, and for nobody both', () => {
    const uses = (name: FunctionName, key: RegExp) =>
      doing(name, 'kms:Decrypt').filter(({ Resource }) => key.test(plain(list(Resource)[0] as Json)))
    const [notes, secrets] = [/NotesKey/, /SecretsKey/].map((key) =>
      functionNames.filter((name) => uses(name, key).length > 0),
    )
    expect(notes).toEqual(['engagement/api'])
    expect(secrets).toEqual(functionNames.filter((name) => grants[name].includes('secrets')))
    expect(secrets).not.toContain('engagement/api')
    for (const name of secrets!) {
      expect(uses(name, /SecretsKey/)[0]!.Condition).toEqual({
        Null: { 'kms:EncryptionContext:tenantId': 'false' },
        StringLike: { 'kms:EncryptionContext:personId': ['connection.*', 'webhook.*'] },
      })
    }
  })
})

describe('the HTTP API', () => {
  const wired = () =>
    resources(cloud.templates.api, 'AWS::ApiGatewayV2::Route').map(({ Properties }) => {
      const integration = Properties.Target['Fn::Join'][1][1].Ref as string
      const { IntegrationUri } = cloud.templates.api.findResources('AWS::ApiGatewayV2::Integration')[integration]!
        .Properties
      return {
        key: Properties.RouteKey,
        auth: Properties.AuthorizationType,
        to: plain(IntegrationUri),
        by: Properties.AuthorizerId,
      }
    })

  test('has every route of the contracts, at its function, closed unless it is public', () => {
    const expected = Object.values(routes).map((route) => ({
      key: `${route.method} ${route.path}`,
      auth: route.action === 'public' ? 'NONE' : 'JWT',
      to: expect.stringContaining(route.function.replace('/', '')),
      by: route.action === 'public' ? undefined : { Ref: expect.stringMatching(/SignedIn/) },
    }))
    const byKey = (a: { key: string }, b: { key: string }) => a.key.localeCompare(b.key)
    expect(wired().toSorted(byKey)).toEqual(expected.toSorted(byKey))
  })

  test('asks the user pool of the deployment who someone is', () => {
    expect(resources(cloud.templates.api, 'AWS::ApiGatewayV2::Authorizer')[0]!.Properties).toMatchObject({
      AuthorizerType: 'JWT',
      IdentitySource: ['$request.header.Authorization'],
    })
    expect(resources(cloud.templates.signIn, 'AWS::Cognito::UserPool')[0]!.Properties).toMatchObject({
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      Schema: [{ Name: 'tenant', AttributeDataType: 'String' }],
    })
  })

  test('lets nobody change the address or the organisation that say what they may see', () => {
    expect(resources(cloud.templates.signIn, 'AWS::Cognito::UserPoolClient')[0]!.Properties).toMatchObject({
      WriteAttributes: ['name'],
      ReadAttributes: expect.arrayContaining(['custom:tenant', 'email', 'email_verified', 'name']),
      AllowedOAuthFlows: ['code'],
    })
  })

  test('slows down floods, writes access logs and answers the console alone across origins', () => {
    expect(resources(cloud.templates.api, 'AWS::ApiGatewayV2::Stage')[0]!.Properties).toMatchObject({
      StageName: '$default',
      DefaultRouteSettings: { ThrottlingRateLimit: 100, ThrottlingBurstLimit: 200 },
      AccessLogSettings: { Format: expect.stringContaining('$context.routeKey') },
      RouteSettings: { 'POST /v1/doors/{key}': { ThrottlingRateLimit: 1000, ThrottlingBurstLimit: 2000 } },
    })
    expect(resources(cloud.templates.api, 'AWS::ApiGatewayV2::Api')[0]!.Properties.CorsConfiguration).toMatchObject({
      AllowOrigins: ['https://pilotgate.example.org'],
    })
  })

  test('needs one permission for each function it reaches', () => {
    const reached = new Set(Object.values(routes).map((route) => route.function))
    expect(resources(cloud.templates.api, 'AWS::Lambda::Permission')).toHaveLength(reached.size)
  })
})
