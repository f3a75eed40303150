import type { Database } from './database.ts'
import type { HistoryEvent } from './history.ts'
import type { Ending } from './step.ts'

/** An execution's record. Times are epoch milliseconds; `cursor` is the JSON of its threads while it runs. */
export interface ExecutionRow {
  id: number
  arn: string
  name: string
  machineArn: string
  revision: number
  status: 'RUNNING' | Ending['status']
  input: string
  startedAt: number
  stoppedAt: number | null
  output: string | null
  error: string | null
  cause: string | null
  cursor: string | null
  nextEvent: number
  /** For a nested execution: `EXECUTION_ARN#TASK_EVENT_ID` of the task that waits for it. */
  parent: string | null
}

/** Everything one step changes, saved in one transaction. */
export interface SavedStep {
  execution: number
  events: HistoryEvent[]
  cursor: string
  nextEvent: number
  openedTokens: string[]
  closedTokens: string[]
  ending?: Ending & { at: number }
}

const SELECT = `
  SELECT id, arn, name, machine_arn AS machineArn, revision, status, input, started_at AS startedAt,
    stopped_at AS stoppedAt, output, error, cause, cursor, next_event AS nextEvent, parent
  FROM executions`

/** Executions, their histories and their task tokens. */
export interface HistoryStore {
  find(arn: string): ExecutionRow | undefined
  running(): ExecutionRow[]
  list(machineArn: string, status: string | undefined, limit: number, before: number): ExecutionRow[]
  start(row: Omit<ExecutionRow, 'id'>): number
  save(step: SavedStep): void
  events(execution: number, range: { limit: number; after: number; reverse: boolean }): HistoryEvent[]
  /** `undefined`: never given out; `open: false`: used or over; `arn` undefined: its execution is gone. */
  token(token: string): { arn: string | null; open: boolean } | undefined
}

export function historyStore(database: Database): HistoryStore {
  const insertEvent = 'INSERT INTO events (execution, id, previous, at, type, details) VALUES (?, ?, ?, ?, ?, ?)'
  const saveTokens = ({ execution, openedTokens, closedTokens }: SavedStep): void => {
    for (const token of openedTokens) {
      database.statement('INSERT INTO tokens (token, execution, open) VALUES (?, ?, 1)').run(token, execution)
    }
    for (const token of closedTokens) database.statement('UPDATE tokens SET open = 0 WHERE token = ?').run(token)
  }
  const saveEnding = (execution: number, ending: Ending & { at: number }): void => {
    const sql =
      'UPDATE executions SET status = ?, stopped_at = ?, output = ?, error = ?, cause = ?, cursor = NULL WHERE id = ?'
    const { status, at, output, error, cause } = ending
    database.statement(sql).run(status, at, output ?? null, error ?? null, cause ?? null, execution)
  }
  return {
    find: (arn) => database.statement(`${SELECT} WHERE arn = ?`).get(arn) as ExecutionRow | undefined,
    running: () =>
      database.statement(`${SELECT} WHERE status = 'RUNNING' ORDER BY id`).all() as unknown as ExecutionRow[],
    list(machineArn, status, limit, before) {
      const sql = `${SELECT} WHERE machine_arn = ? AND id < ? AND (? IS NULL OR status = ?) ORDER BY id DESC LIMIT ?`
      const filter = status ?? null
      return database.statement(sql).all(machineArn, before, filter, filter, limit) as unknown as ExecutionRow[]
    },
    start(row) {
      const sql = `INSERT INTO executions
        (arn, name, machine_arn, revision, status, input, started_at, cursor, next_event, parent)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
      const { arn, name, machineArn, revision, status, input, startedAt, cursor, nextEvent, parent } = row
      const values = [arn, name, machineArn, revision, status, input, startedAt, cursor, nextEvent, parent]
      return database.transaction(() => Number(database.statement(sql).run(...values).lastInsertRowid))
    },
    save(step) {
      database.transaction(() => {
        for (const { id, previous, at, type, details } of step.events) {
          const text = details === undefined ? null : JSON.stringify(details)
          database.statement(insertEvent).run(step.execution, id, previous, at, type, text)
        }
        const sql = 'UPDATE executions SET cursor = ?, next_event = ? WHERE id = ?'
        database.statement(sql).run(step.cursor, step.nextEvent, step.execution)
        saveTokens(step)
        if (step.ending) saveEnding(step.execution, step.ending)
      })
    },
    events(execution, { limit, after, reverse }) {
      const sql = `SELECT id, previous, at, type, details FROM events WHERE execution = ? AND id ${reverse ? '<' : '>'} ?
        ORDER BY id ${reverse ? 'DESC' : 'ASC'} LIMIT ?`
      const rows = database.statement(sql).all(execution, after, limit) as unknown as EventRow[]
      return rows.map(({ details, ...event }) => ({ ...event, details: details ? JSON.parse(details) : undefined }))
    },
    token(token) {
      const sql = 'SELECT e.arn, t.open FROM tokens t LEFT JOIN executions e ON e.id = t.execution WHERE t.token = ?'
      const row = database.statement(sql).get(token) as { arn: string | null; open: number } | undefined
      return row && { arn: row.arn, open: row.open === 1 }
    },
  }
}

type EventRow = Omit<HistoryEvent, 'details'> & { details: string | null }
