import type { DuckDBConnection } from '@duckdb/node-api'
import { latestSessions } from '@pilotgate/aws/warehouse-queries'
import { columns, latestView, partitionKeys, sessionsTable } from '@pilotgate/aws/warehouse-table'
import { readLines } from '../firehose/to-parquet.ts'
import { literal } from './duckdb.ts'

/** The columns without a row, so that an empty warehouse, and files of an older schema, have them too. */
const shape = `SELECT ${[
  ...columns.map(({ name, duckdb }) => `NULL::${duckdb} AS ${name}`),
  ...partitionKeys.map((name) => `NULL::INTEGER AS ${name}`),
].join(', ')} WHERE false`

const hiveTypes = partitionKeys.map((name) => `${name}: INTEGER`).join(', ')

/**
 * Makes the table `sessions` and the view `latest_sessions` over the warehouse's folder, as they are in Athena.
 * @param withPending also the rows that are not in Parquet yet
 */
export const sessionViews = async (connection: DuckDBConnection, folder: string, { withPending = false } = {}) => {
  const anyOf = async (pattern: string): Promise<boolean> => {
    const found = await connection.runAndReadAll(`SELECT 1 FROM glob(${literal(pattern)}) LIMIT 1`)
    return found.currentRowCount > 0
  }
  const parquet = `${folder}/${sessionsTable}/**/*.parquet`
  const pending = `${folder}/pending/**/*.ndjson`
  const parts = [shape]
  if (await anyOf(parquet)) {
    const options = `hive_partitioning = true, hive_types = {${hiveTypes}}, union_by_name = true`
    parts.push(`SELECT * FROM read_parquet(${literal(parquet)}, ${options})`)
  }
  if (withPending && (await anyOf(pending))) parts.push(readLines(literal(pending)))
  await connection.run(`CREATE OR REPLACE VIEW ${sessionsTable} AS ${parts.join(' UNION ALL BY NAME ')}`)
  await connection.run(`CREATE OR REPLACE VIEW ${latestView} AS ${latestSessions}`)
}
