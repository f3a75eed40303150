import type { Database } from './database.ts'

/** A state machine as it is now. Times are epoch milliseconds. */
export interface MachineRow {
  arn: string
  name: string
  roleArn: string
  type: string
  /** Key of the present revision. */
  revision: number
  revisionId: string
  definition: string
  createdAt: number
  updatedAt: number
  /** Settings the engine keeps and gives back without acting on them: logging, tracing, encryption. */
  settings: string
}

interface RevisionRow {
  revisionId: string
  roleArn: string
  definition: string
  createdAt: number
}

const SELECT = `
  SELECT m.arn, m.name, m.role_arn AS roleArn, m.type, m.revision, r.revision_id AS revisionId, r.definition,
    m.created_at AS createdAt, r.created_at AS updatedAt, m.settings
  FROM machines m JOIN revisions r ON r.id = m.revision`

/** State machines and their revisions; an execution keeps the revision it started with. */
export interface MachineStore {
  find(arn: string): MachineRow | undefined
  list(limit: number, after: string): MachineRow[]
  create(machine: Omit<MachineRow, 'revision' | 'updatedAt'>): void
  update(arn: string, change: RevisionRow & { settings: string }): void
  delete(arn: string): void
  revision(id: number): RevisionRow | undefined
}

export function machineStore(database: Database): MachineStore {
  const addRevision = (arn: string, row: RevisionRow): number => {
    const sql =
      'INSERT INTO revisions (machine_arn, revision_id, role_arn, definition, created_at) VALUES (?, ?, ?, ?, ?)'
    const { revisionId, roleArn, definition, createdAt } = row
    return Number(database.statement(sql).run(arn, revisionId, roleArn, definition, createdAt).lastInsertRowid)
  }
  return {
    find: (arn) => database.statement(`${SELECT} WHERE m.arn = ?`).get(arn) as MachineRow | undefined,
    list: (limit, after) =>
      database
        .statement(`${SELECT} WHERE m.name > ? ORDER BY m.name LIMIT ?`)
        .all(after, limit) as unknown as MachineRow[],
    create(machine) {
      database.transaction(() => {
        const { arn, name, roleArn, type, createdAt, settings } = machine
        const revision = addRevision(arn, machine)
        const sql =
          'INSERT INTO machines (arn, name, role_arn, type, revision, created_at, settings) VALUES (?, ?, ?, ?, ?, ?, ?)'
        database.statement(sql).run(arn, name, roleArn, type, revision, createdAt, settings)
      })
    },
    update(arn, change) {
      database.transaction(() => {
        const revision = addRevision(arn, change)
        const sql = 'UPDATE machines SET role_arn = ?, revision = ?, settings = ? WHERE arn = ?'
        database.statement(sql).run(change.roleArn, revision, change.settings, arn)
      })
    },
    delete(arn) {
      database.transaction(() => database.statement('DELETE FROM machines WHERE arn = ?').run(arn))
    },
    revision(id) {
      const sql =
        'SELECT revision_id AS revisionId, role_arn AS roleArn, definition, created_at AS createdAt FROM revisions WHERE id = ?'
      return database.statement(sql).get(id) as RevisionRow | undefined
    },
  }
}
