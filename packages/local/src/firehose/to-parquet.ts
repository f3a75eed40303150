import { mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { columns, partitionOf, sessionsTable } from '@pilotgate/aws/warehouse-table'
import { literal } from '../athena/duckdb.ts'
import type { Taken } from './pending-rows.ts'

const types = columns.map(({ name, duckdb }) => `${name}: ${literal(duckdb)}`).join(', ')

/** A query over files of lines as the delivery stream takes them. */
export const readLines = (files: string): string =>
  `SELECT * FROM read_json(${files}, format = 'newline_delimited', columns = {${types}})`

/**
 * Writes taken rows as one Parquet file in the folder of their day, and then forgets them. Repeatable after a crash at any point: the
 * file's name is the one of the taken rows.
 * @param folder the warehouse's folder, in which the table's lies
 */
export const toParquet = async (connection: DuckDBConnection, folder: string, { day, name, file }: Taken) => {
  const target = join(folder, sessionsTable, partitionOf(day), `${name}.parquet`)
  mkdirSync(dirname(target), { recursive: true })
  await connection.run(`COPY (${readLines(literal(file))}) TO ${literal(`${target}.new`)} (FORMAT parquet)`)
  renameSync(`${target}.new`, target)
  rmSync(file)
}
