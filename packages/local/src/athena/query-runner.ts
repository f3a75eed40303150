import type { DuckDb } from './duckdb.ts'

/** What a query gave: names and Athena's types of its columns, and its rows as texts; a NULL is absent. */
export type QueryResult = { columns: { name: string; type: string }[]; rows: (string | undefined)[][] }

export type QueryExecution = {
  id: string
  sql: string
  status: 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'CANCELLED'
  submittedAt: number
  endedAt?: number
  /** Why it failed. */
  reason?: string
  result?: QueryResult
}

export type QueryRunner = {
  /** Begins a query; the same token begins it once. */
  start(sql: string, token?: string): QueryExecution
  get(id: string): QueryExecution | undefined
  /** What it would still give is not wanted any more. */
  cancel(execution: QueryExecution): void
  /** Resolves when nothing runs any more. */
  idle(): Promise<unknown>
}

export type QueryRunnerOptions = {
  duck: DuckDb
  /** Epoch milliseconds. */
  now: () => number
  /** Runs before each query: brings in what has arrived. */
  prepare: () => Promise<void>
  newId: () => string
}

/** Executions remembered, as many as somebody could still be reading. */
const mostKept = 100

const athenaTypes: Record<string, string> = { 'VARCHAR[]': 'array', TIMESTAMP: 'timestamp' }

/** Runs queries one after another. */
export const queryRunner = ({ duck, now, prepare, newId }: QueryRunnerOptions): QueryRunner => {
  const executions = new Map<string, QueryExecution>()
  const byToken = new Map<string, string>()
  let last: Promise<unknown> = Promise.resolve()

  const run = async (sql: string): Promise<QueryResult> => {
    await prepare()
    const reader = await (await duck.connection()).runAndReadAll(sql)
    const types = reader.columnTypes().map(String)
    return {
      columns: reader.columnNames().map((name, index) => ({
        name,
        type: athenaTypes[types[index]!] ?? types[index]!.toLowerCase(),
      })),
      rows: reader.getRowsJson().map((row) => row.map(inWords)),
    }
  }

  const end = (execution: QueryExecution, more: Partial<QueryExecution>): void => {
    if (execution.status === 'RUNNING') Object.assign(execution, { endedAt: now(), ...more })
  }

  return {
    start(sql, token) {
      const known = token === undefined ? undefined : executions.get(byToken.get(token) ?? '')
      if (known) return known
      const execution: QueryExecution = { id: newId(), sql, status: 'RUNNING', submittedAt: now() }
      executions.set(execution.id, execution)
      if (token !== undefined) byToken.set(token, execution.id)
      forgetOldest(executions)
      forgetOldest(byToken)
      last = last
        .then(() => run(sql))
        .then((result) => end(execution, { status: 'SUCCEEDED', result }))
        .catch((error: Error) => end(execution, { status: 'FAILED', reason: error.message }))
      return execution
    },
    get: (id) => executions.get(id),
    cancel: (execution) => end(execution, { status: 'CANCELLED' }),
    idle: () => last,
  }
}

const forgetOldest = (map: Map<string, unknown>): void => {
  if (map.size > mostKept) map.delete(map.keys().next().value!)
}

/** A value as Athena writes it in results: lists as `[a, b]`. */
const inWords = (value: unknown): string | undefined => {
  if (value === null || value === undefined) return undefined
  return Array.isArray(value) ? `[${value.map(inWords).join(', ')}]` : String(value)
}
