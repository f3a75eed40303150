import { queues } from '@pilotgate/workflows/queues'
import { Template } from 'aws-cdk-lib/assertions'
import { getStack } from 'sst/constructs'
import { beforeAll, describe, expect, test } from 'vitest'
import config from '../../sst.config.ts'
import { inboundMail } from '../../stacks/inbound-mail.ts'
import { settings } from '../../stacks/settings.ts'
import { account, given, type Json, newApp, plain, region, resources, synthesise } from './cloud.ts'

describe('the queues', () => {
  let cloud: Awaited<ReturnType<typeof synthesise>>
  beforeAll(async () => {
    cloud = await synthesise()
  })
  const made = (name: string) => {
    const found = Object.entries(cloud.templates.queues.findResources('AWS::SQS::Queue')).find(
      ([, { Properties }]) => Properties.QueueName === name,
    )
    return { id: found?.[0], properties: found?.[1].Properties }
  }

  test.each(queues)('$name keeps messages for two weeks, and beside it what failed $mostReceives times', (entry) => {
    const end = entry.fifo ? '.fifo' : ''
    const { id, properties } = made(`pilotgate-test-${entry.name}${end}`)
    const failures = made(`pilotgate-test-${entry.name}-failures${end}`)
    const kept = { MessageRetentionPeriod: 14 * 24 * 60 * 60, SqsManagedSseEnabled: true }
    expect(failures.properties).toMatchObject(kept)
    expect(properties).toMatchObject({
      ...kept,
      VisibilityTimeout: entry.visibilitySeconds,
      RedrivePolicy: {
        deadLetterTargetArn: { 'Fn::GetAtt': [failures.id, 'Arn'] },
        maxReceiveCount: entry.mostReceives,
      },
    })
    for (const one of [properties, failures.properties]) expect(one.FifoQueue).toBe(entry.fifo || undefined)
    const policies = resources(cloud.templates.queues, 'AWS::SQS::QueuePolicy')
    for (const queue of [id, failures.id]) {
      const policy = policies.find(({ Properties }) => Properties.Queues[0].Ref === queue)!
      expect(policy.Properties.PolicyDocument.Statement).toMatchObject([
        { Effect: 'Deny', Action: 'sqs:*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
      ])
    }
  })

  test.each(queues)('$name is worked off by its function, message by message', (entry) => {
    const { id } = made(`pilotgate-test-${entry.name}${entry.fifo ? '.fifo' : ''}`)
    const [mapping, ...more] = resources(cloud.templates.queues, 'AWS::Lambda::EventSourceMapping').filter(
      ({ Properties }) => Properties.EventSourceArn['Fn::GetAtt'][0] === id,
    )
    expect(more).toEqual([])
    expect(mapping!.Properties).toMatchObject({
      BatchSize: entry.batchSize,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    })
    expect(mapping!.Properties.ScalingConfig).toEqual(entry.mostAtOnce && { MaximumConcurrency: entry.mostAtOnce })
    expect(plain(mapping!.Properties.FunctionName)).toContain(entry.function.replace('/', ''))
  })

  test.each(queues)('$name hides a message for six times as long as its function may run', (entry) => {
    const worker = resources(cloud.templates.functions, 'AWS::Lambda::Function').find(
      ({ Properties }) => Properties.Description === `functions/${entry.function}.ts`,
    )!
    expect(worker.Properties.Timeout * 6).toBeLessThanOrEqual(entry.visibilitySeconds)
  })
})

describe('mail that comes in', () => {
  test('is not taken unless it is asked for', async () => {
    const app = newApp()
    await config.stacks(app)
    expect(app.node.tryFindChild('inboundMail')).toBeUndefined()
  })

  test('goes, when it is to the sender, whole and encrypted to the function that reads it', async () => {
    const app = newApp({ set: { ...given, MAIL_REPLY_DOMAIN: 'example.org' } })
    await config.stacks(app)
    await app.finish()
    const template = Template.fromStack(getStack(inboundMail))
    const only = (type: string) => {
      const [[id, resource], ...more] = Object.entries(template.findResources(type)) as [
        [string, { Properties: object }],
      ]
      expect(more).toEqual([])
      return { id, properties: resource.Properties as Record<string, Json> }
    }
    const topic = only('AWS::SNS::Topic')
    expect(only('AWS::SES::ReceiptRule').properties).toMatchObject({
      Rule: {
        Enabled: true,
        Recipients: ['programs@example.org'],
        ScanEnabled: true,
        TlsPolicy: 'Require',
        Actions: [{ SNSAction: { Encoding: 'Base64', TopicArn: { Ref: topic.id } } }],
      },
    })
    expect(topic.properties.KmsMasterKeyId).toEqual({ 'Fn::GetAtt': [only('AWS::KMS::Key').id, 'Arn'] })
    const policy = only('AWS::SNS::TopicPolicy').properties.PolicyDocument
    expect(policy.Statement).toContainEqual(
      expect.objectContaining({
        Effect: 'Allow',
        Action: 'sns:Publish',
        Principal: { Service: 'ses.amazonaws.com' },
        Condition: { StringEquals: { 'aws:SourceAccount': account } },
      }),
    )
    const lost = { 'Fn::GetAtt': [only('AWS::SQS::Queue').id, 'Arn'] }
    const reader = only('AWS::SNS::Subscription').properties
    expect(plain(reader.Endpoint)).toContain('engagementmail')
    expect(reader.RedrivePolicy).toEqual({ deadLetterTargetArn: lost })
    expect(only('AWS::Lambda::Permission').properties).toMatchObject({
      Principal: 'sns.amazonaws.com',
      SourceArn: { Ref: topic.id },
    })
    expect(only('AWS::Lambda::EventInvokeConfig').properties).toMatchObject({
      DestinationConfig: { OnFailure: { Destination: lost } },
    })
    expect(plain(template.toJSON().Outputs.MailExchange.Value)).toBe(`10 inbound-smtp.${region}.amazonaws.com`)
  })

  test.each([
    { MAIL_REPLY_DOMAIN: 'other.org' },
    { MAIL_REPLY_DOMAIN: 'example.org', MAIL_DOMAIN: '' },
    { MAIL_REPLY_DOMAIN: 'example.org', MAIL_FROM: 'programs@example.organisation' },
  ])('is for the domain of the sender only: %j', (set) => {
    expect(() => settings({ ...given, ...set })).toThrow(/MAIL_REPLY_DOMAIN|domain of MAIL_FROM/)
  })
})
