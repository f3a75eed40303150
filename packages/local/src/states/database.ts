import { DatabaseSync, type StatementSync } from 'node:sqlite'

/** The version of the tables below; a file written by a later version is refused. */
const SCHEMA_VERSION = 1

const SCHEMA = `
  CREATE TABLE machines (
    arn TEXT PRIMARY KEY, name TEXT NOT NULL, role_arn TEXT NOT NULL, type TEXT NOT NULL,
    revision INTEGER NOT NULL, created_at REAL NOT NULL, settings TEXT NOT NULL
  ) STRICT;
  CREATE TABLE revisions (
    id INTEGER PRIMARY KEY, machine_arn TEXT NOT NULL, revision_id TEXT NOT NULL, role_arn TEXT NOT NULL,
    definition TEXT NOT NULL, created_at REAL NOT NULL
  ) STRICT;
  CREATE TABLE executions (
    id INTEGER PRIMARY KEY, arn TEXT NOT NULL UNIQUE, name TEXT NOT NULL, machine_arn TEXT NOT NULL,
    revision INTEGER NOT NULL REFERENCES revisions (id), status TEXT NOT NULL, input TEXT NOT NULL,
    started_at REAL NOT NULL, stopped_at REAL, output TEXT, error TEXT, cause TEXT,
    cursor TEXT, next_event INTEGER NOT NULL, parent TEXT
  ) STRICT;
  CREATE INDEX executions_by_machine ON executions (machine_arn, id);
  CREATE INDEX executions_running ON executions (status) WHERE status = 'RUNNING';
  CREATE TABLE events (
    execution INTEGER NOT NULL, id INTEGER NOT NULL, previous INTEGER NOT NULL, at REAL NOT NULL,
    type TEXT NOT NULL, details TEXT, PRIMARY KEY (execution, id)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE tokens (
    token TEXT PRIMARY KEY, execution INTEGER NOT NULL, open INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
`

/** The engine's one database file. Statements are prepared once; every write goes through `transaction`. */
export interface Database {
  statement(sql: string): StatementSync
  transaction<T>(work: () => T): T
  close(): void
}

/**
 * Opens the file, or makes it. Writes are in WAL mode with synchronous=NORMAL: a commit is then in the operating system's
 * hands before it is acknowledged, so killing this process loses nothing. Only a power cut could take the last commits,
 * and a machine that runs programs for real keeps them at AWS.
 */
export function openDatabase(file: string): Database {
  const sqlite = new DatabaseSync(file)
  sqlite.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000;')
  const { user_version: version } = sqlite.prepare('PRAGMA user_version').get() as { user_version: number }
  if (version > SCHEMA_VERSION) {
    sqlite.close()
    throw new Error(`${file} was written by a newer version (schema ${version}, this one knows ${SCHEMA_VERSION}).`)
  }
  if (version === 0) sqlite.exec(`BEGIN; ${SCHEMA} PRAGMA user_version = ${SCHEMA_VERSION}; COMMIT;`)
  const statements = new Map<string, StatementSync>()
  return {
    statement(sql) {
      const known = statements.get(sql) ?? sqlite.prepare(sql)
      statements.set(sql, known)
      return known
    },
    transaction(work) {
      sqlite.exec('BEGIN IMMEDIATE')
      try {
        const result = work()
        sqlite.exec('COMMIT')
        return result
      } catch (error) {
        sqlite.exec('ROLLBACK')
        throw error
      }
    },
    close: () => sqlite.close(),
  }
}
