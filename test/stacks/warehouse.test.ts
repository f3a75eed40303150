import { partitionOf } from '@pilotgate/aws/warehouse-table'
import { warehouseRow } from '@pilotgate/core/measurement/telemetry/session-row'
import { App, Stack } from 'aws-cdk-lib'
import type { Stack as SstStack } from 'sst/constructs'
import { beforeAll, describe, expect, test } from 'vitest'
import { statements } from '../../stacks/grants.ts'
import { account, type Json, plain, region, resources, synthesise } from './cloud.ts'

let cloud: Awaited<ReturnType<typeof synthesise>>
beforeAll(async () => {
  cloud = await synthesise()
})
const all = (type: string) => resources(cloud.templates.warehouse, type)
const tables = () =>
  Object.fromEntries(
    all('AWS::Glue::Table').map(({ Properties }) => [Properties.TableInput.Name, Properties.TableInput]),
  )

describe('the warehouse', () => {
  test('has a column for each field of the row, of its type', () => {
    const columns = tables().sessions.StorageDescriptor.Columns as { Name: string; Type: string }[]
    expect(columns).toHaveLength(Object.keys(warehouseRow.shape).length)
    expect(Object.fromEntries(columns.map(({ Name, Type }) => [Name, Type]))).toMatchObject({
      tenant_id: 'string',
      row_version: 'int',
      rating: 'int',
      status: 'string',
      cohort: 'string',
      topics: 'array<string>',
      schema_version: 'int',
      recorded_at: 'string',
    })
  })

  test('writes rows where the table looks for them', () => {
    const { Prefix } = all('AWS::KinesisFirehose::DeliveryStream')[0]!.Properties.ExtendedS3DestinationConfiguration
    const location = plain(tables().sessions.Parameters['storage.location.template']).replace(/^s3:\/\/<[^>]*>\//, '')
    expect(location).toMatch(/^warehouse\/sessions\//)
    const written = Prefix.replace('!{timestamp:yyyy}', '2027')
      .replace('!{timestamp:MM}', '01')
      .replace('!{timestamp:dd}', '04')
    expect(written).toBe(`warehouse/sessions/${partitionOf('2027-01-04')}/`)
    const day: Record<string, string> = { year: '2027', month: '01', day: '04' }
    expect(location.replaceAll(/\$\{(\w+)\}/g, (_, key: string) => day[key]!)).toBe(written)
    expect(tables().sessions.Parameters).toMatchObject({
      'projection.enabled': 'true',
      'projection.month.range': '1,12',
      'projection.month.digits': '2',
    })
  })

  test('turns lines into Parquet by the schema of that table', () => {
    const { DataFormatConversionConfiguration: conversion } = all('AWS::KinesisFirehose::DeliveryStream')[0]!.Properties
      .ExtendedS3DestinationConfiguration
    expect(conversion).toMatchObject({
      Enabled: true,
      OutputFormatConfiguration: { Serializer: { ParquetSerDe: { Compression: 'SNAPPY' } } },
      SchemaConfiguration: { DatabaseName: 'pilotgate_test', TableName: 'sessions' },
    })
  })

  test('shows the latest version of each session in a view', () => {
    const text = tables().latest_sessions.ViewOriginalText as string
    const view = JSON.parse(Buffer.from(/^\/\* Presto View: (\S+) \*\/$/.exec(text)![1]!, 'base64').toString())
    expect(view).toMatchObject({ catalog: 'awsdatacatalog', schema: 'pilotgate_test' })
    expect(view.originalSql).toContain('ORDER BY row_version DESC')
    expect(view.columns).toContainEqual({ name: 'topics', type: 'array(varchar)' })
    expect(view.columns.map(({ name }: { name: string }) => name)).toEqual(
      tables().latest_sessions.StorageDescriptor.Columns.map(({ Name }: Json) => Name),
    )
  })

  test('encrypts rows and answers, refuses plain HTTP, and forgets both', () => {
    const [bucket] = all('AWS::S3::Bucket').filter(({ Properties }) => Properties.LoggingConfiguration)
    expect(bucket!.Properties.BucketEncryption.ServerSideEncryptionConfiguration[0]).toMatchObject({
      ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' },
    })
    expect(bucket!.Properties.LifecycleConfiguration.Rules).toMatchObject([
      { Prefix: 'warehouse/', ExpirationInDays: 730 },
      { Prefix: 'athena-results/', ExpirationInDays: 7 },
      { AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 } },
    ])
    for (const { Properties } of all('AWS::S3::BucketPolicy')) {
      expect(Properties.PolicyDocument.Statement).toContainEqual(
        expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
      )
    }
    expect(all('AWS::Athena::WorkGroup')[0]!.Properties.WorkGroupConfiguration).toMatchObject({
      EnforceWorkGroupConfiguration: true,
      ResultConfiguration: { EncryptionConfiguration: { EncryptionOption: 'SSE_KMS' } },
    })
  })

  test('is kept in production', async () => {
    const { templates } = await synthesise({ stage: 'production' })
    for (const { DeletionPolicy } of resources(templates.warehouse, 'AWS::S3::Bucket'))
      expect(DeletionPolicy).toBe('Retain')
    expect(resources(templates.warehouse, 'AWS::Lambda::Function')).toEqual([])
  })

  test('is read by whoever may, from its folder only, and answers are written beside it', () => {
    const stack = Object.assign(new Stack(new App(), 'Any', { env: { account, region } }), { stage: 'test' })
    const bucket = 'arn:aws:s3:::warehouse'
    const warehouse = {
      stream: 'sessions',
      streamArn: 'arn:aws:firehose:::sessions',
      database: 'pilotgate_test',
      workgroup: 'pilotgate-test',
      bucketArn: bucket,
      rowsArn: `${bucket}/warehouse/*`,
      resultsArn: `${bucket}/athena-results/*`,
      keyArn: 'arn:aws:kms:::key/warehouse',
    }
    const given = { warehouse } as Parameters<typeof statements>[2]
    const allowed = statements('query warehouse', stack as unknown as SstStack, given, 'gates/schedule').map((each) =>
      each.toStatementJson(),
    )
    const on = (action: string): string[] =>
      allowed.filter(({ Action }) => [Action].flat().includes(action)).flatMap(({ Resource }) => Resource)
    expect(on('s3:PutObject')).toEqual([warehouse.resultsArn])
    expect(on('s3:GetObject')).toEqual([warehouse.rowsArn, warehouse.resultsArn])
    expect(on('athena:StartQueryExecution')).toHaveLength(1)
    expect(JSON.stringify(stack.resolve(on('glue:GetTable')))).toContain('table/pilotgate_test/latest_sessions')
    expect(JSON.stringify(stack.resolve(allowed))).not.toContain('"*"')
  })
})

describe('confidential notes', () => {
  test('have a key of their own, which opens for a named person only', () => {
    const stack = new Stack(new App(), 'Any') as unknown as SstStack
    const given = { notesKey: { keyArn: 'arn:aws:kms:::key/notes' } } as Parameters<typeof statements>[2]
    const allowed = statements('confidential notes', Object.assign(stack, { stage: 'test' }), given, 'engagement/api')
    expect(allowed.map((each) => each.toStatementJson())).toMatchObject([
      {
        Action: ['kms:GenerateDataKey', 'kms:Decrypt'],
        Resource: 'arn:aws:kms:::key/notes',
        Condition: { Null: { 'kms:EncryptionContext:tenantId': 'false', 'kms:EncryptionContext:personId': 'false' } },
      },
    ])
    const aliases = resources(cloud.templates.storage, 'AWS::KMS::Alias').map(({ Properties }) => Properties.AliasName)
    expect(aliases).toContain('alias/pilotgate-test-notes')
  })
})
