import { latestSessions } from '@pilotgate/aws/warehouse-queries'
import { columns, latestView, partitionKeys, sessionsFolder, sessionsTable } from '@pilotgate/aws/warehouse-table'
import { CfnDatabase, CfnTable } from 'aws-cdk-lib/aws-glue'
import type { IBucket } from 'aws-cdk-lib/aws-s3'
import type { Stack } from 'sst/constructs'

const comments = columns.map(({ name, glue, meaning }) => ({ name, type: glue, comment: meaning }))

/** Partitions are worked out, not registered: these ranges bound how many folders a query without a date looks into. */
const ranges = { year: '2026,2035', month: '1,12', day: '1,31' }

/** A view as Athena keeps it in the Glue catalogue. */
const viewText = (database: string): string => {
  const view = {
    originalSql: latestSessions,
    catalog: 'awsdatacatalog',
    schema: database,
    columns: columns.map(({ name, trino }) => ({ name, type: trino })),
  }
  return `/* Presto View: ${Buffer.from(JSON.stringify(view)).toString('base64')} */`
}

/** The table of session rows, whose columns are those of the row's schema, and the view of each session's latest version. */
export const warehouseTables = (stack: Stack, bucket: IBucket, database: string) => {
  const home = new CfnDatabase(stack, 'Database', {
    catalogId: stack.account,
    databaseInput: { name: database, description: 'Session-level metadata of Pilotgate' },
  })
  const location = bucket.s3UrlForObject(`${sessionsFolder}/`)
  const projection = partitionKeys.flatMap((name) => [
    [`projection.${name}.type`, 'integer'],
    [`projection.${name}.range`, ranges[name]],
    [`projection.${name}.digits`, name === 'year' ? '4' : '2'],
  ])
  const sessions = new CfnTable(stack, 'Sessions', {
    catalogId: stack.account,
    databaseName: database,
    tableInput: {
      name: sessionsTable,
      description: 'Versions of sessions, at least once each; see the view for the latest',
      tableType: 'EXTERNAL_TABLE',
      partitionKeys: partitionKeys.map((name) => ({ name, type: 'int', comment: 'Day of arrival (UTC)' })),
      parameters: {
        EXTERNAL: 'TRUE',
        classification: 'parquet',
        'projection.enabled': 'true',
        ...Object.fromEntries(projection),
        'storage.location.template': `${location}${partitionKeys.map((name) => `${name}=\${${name}}/`).join('')}`,
      },
      storageDescriptor: {
        location,
        columns: comments,
        inputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat',
        outputFormat: 'org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat',
        serdeInfo: { serializationLibrary: 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe' },
      },
    },
  })
  const latest = new CfnTable(stack, 'LatestSessions', {
    catalogId: stack.account,
    databaseName: database,
    tableInput: {
      name: latestView,
      description: 'Each session once, in its latest version',
      tableType: 'VIRTUAL_VIEW',
      partitionKeys: [],
      parameters: { presto_view: 'true', comment: 'Presto View' },
      viewOriginalText: viewText(database),
      viewExpandedText: '/* Presto View */',
      storageDescriptor: { location: '', columns: comments, serdeInfo: {} },
    },
  })
  sessions.addDependency(home)
  latest.addDependency(sessions)
  return { sessions }
}
