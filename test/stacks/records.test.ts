import { tableDefinition } from '@pilotgate/aws/dynamodb/table'
import { streams } from '@pilotgate/workflows/streams'
import type { Template } from 'aws-cdk-lib/assertions'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Json, plain, type Resource, resources, synthesise } from './cloud.ts'

let cloud: Awaited<ReturnType<typeof synthesise>>
beforeAll(async () => {
  cloud = await synthesise()
})
const only = (template: Template, type: string): Resource => {
  const found = resources(template, type)
  expect(found).toHaveLength(1)
  return found[0]!
}

describe('the table', () => {
  test('has the keys, indexes and stream that the code works with', () => {
    const { Properties } = only(cloud.templates.storage, 'AWS::DynamoDB::Table')
    const { AttributeDefinitions, KeySchema, GlobalSecondaryIndexes, BillingMode } = tableDefinition('any')
    const byName = (attributes: Json[]) => attributes.toSorted((a, b) => a.AttributeName.localeCompare(b.AttributeName))
    expect(byName(Properties.AttributeDefinitions)).toEqual(byName(AttributeDefinitions!))
    expect(Properties).toMatchObject({ KeySchema, GlobalSecondaryIndexes, BillingMode })
    expect(Properties.StreamSpecification).toEqual({ StreamViewType: 'NEW_AND_OLD_IMAGES' })
  })

  test('can be restored to any second, is encrypted with a rotating key and forgets what has expired', () => {
    const { Properties } = only(cloud.templates.storage, 'AWS::DynamoDB::Table')
    expect(Properties.PointInTimeRecoverySpecification).toEqual({ PointInTimeRecoveryEnabled: true })
    expect(Properties.SSESpecification).toMatchObject({ SSEEnabled: true, SSEType: 'KMS' })
    expect(Properties.TimeToLiveSpecification).toEqual({ AttributeName: 'expiresAt', Enabled: true })
    const keys = resources(cloud.templates.storage, 'AWS::KMS::Key')
    expect(keys.map(({ Properties }) => Properties.EnableKeyRotation)).toEqual([true, true, true])
  })

  test('goes with its stage, except in production', async () => {
    const { templates } = await synthesise({ stage: 'production' })
    const table = (template: Template) => only(template, 'AWS::DynamoDB::Table')
    expect(table(cloud.templates.storage)).toMatchObject({
      DeletionPolicy: 'Delete',
      Properties: { DeletionProtectionEnabled: false },
    })
    expect(table(templates.storage)).toMatchObject({
      DeletionPolicy: 'Retain',
      Properties: { DeletionProtectionEnabled: true },
    })
    const keys = resources(templates.storage, 'AWS::KMS::Key')
    expect(keys.map(({ DeletionPolicy }) => DeletionPolicy)).toEqual(['Retain', 'Retain', 'Retain'])
    expect(only(templates.signIn, 'AWS::Cognito::UserPool')).toMatchObject({
      DeletionPolicy: 'Retain',
      Properties: { DeletionProtection: 'ACTIVE' },
    })
  })
})

describe('the change stream', () => {
  const mappings = () => resources(cloud.templates.streams, 'AWS::Lambda::EventSourceMapping')

  test('feeds every stream function with new rows of the kinds it is for, and no others', () => {
    const fed = mappings().map(({ Properties }) => ({
      to: plain(Properties.FunctionName),
      patterns: Properties.FilterCriteria.Filters.map(({ Pattern }: { Pattern: string }) => JSON.parse(Pattern)),
    }))
    expect(fed).toEqual(
      streams.map(({ function: name, kinds }) => ({
        to: expect.stringContaining(name.replace('/', '')),
        patterns: [{ eventName: ['INSERT'], dynamodb: { NewImage: { __edb_e__: { S: kinds } } } }],
      })),
    )
  })

  test('goes on: a poison event holds up nothing (F12)', () => {
    for (const { Properties } of mappings()) {
      expect(Properties).toMatchObject({
        FunctionResponseTypes: ['ReportBatchItemFailures'],
        BisectBatchOnFunctionError: true,
        MaximumRetryAttempts: 8,
        MaximumRecordAgeInSeconds: 12 * 60 * 60,
        StartingPosition: 'TRIM_HORIZON',
        DestinationConfig: {
          OnFailure: { Destination: { 'Fn::GetAtt': [expect.stringMatching(/^StreamFailures/), 'Arn'] } },
        },
      })
    }
    expect(only(cloud.templates.streams, 'AWS::SQS::Queue').Properties).toMatchObject({
      QueueName: 'pilotgate-test-stream-failures',
      MessageRetentionPeriod: 14 * 24 * 60 * 60,
      SqsManagedSseEnabled: true,
    })
  })
})
