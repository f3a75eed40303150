import { columns, latestView, sessionsTable } from './warehouse-table.ts'

/** SQL that Athena (Trino) and DuckDB read alike. */

/** The definition of the view: each session once, in its highest version; rows arrive at least once and in any order. */
export const latestSessions = `SELECT ${columns.map(({ name }) => name).join(', ')}
FROM (
  SELECT *, row_number() OVER (
    PARTITION BY tenant_id, program_id, session_id ORDER BY row_version DESC, recorded_at DESC
  ) AS place
  FROM ${sessionsTable}
)
WHERE place = 1`

/** A text as both take it: only the quote is special. */
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** What the warehouse holds of a program. */
export const arrivedSessions = ({ tenantId, programId }: { tenantId: string; programId: string }): string =>
  `SELECT session_id, row_version, status, recorded_at FROM ${latestView}
WHERE tenant_id = ${literal(tenantId)} AND program_id = ${literal(programId)}
ORDER BY session_id`
