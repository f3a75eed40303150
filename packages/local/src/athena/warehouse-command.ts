import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { duckDb } from './duckdb.ts'
import { sessionViews } from './session-views.ts'

const overview = `SELECT tenant_id, program_id, status, count(*) AS sessions, max(recorded_at) AS newest
FROM latest_sessions GROUP BY ALL ORDER BY ALL`

const help = `Usage: npm run warehouse -- [options] ["SELECT …"]

Asks the session rows in the data folder, also those still pending. Tables: sessions (every version), latest_sessions.
Without a query: sessions of each program by status.

  --data FOLDER   the data folder (default .pilotgate)
  --json          rows as JSON instead of a table
`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string', default: '.pilotgate' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

const main = async () => {
  if (values.help) return console.log(help)
  const folder = join(values.data, 'warehouse')
  if (!existsSync(folder))
    throw new Error(`There is no warehouse in ${values.data}. Name the data folder with --data FOLDER.`)
  const duck = duckDb()
  const connection = await duck.connection()
  await sessionViews(connection, folder, { withPending: true })
  const rows = (await connection.runAndReadAll(positionals[0] ?? overview)).getRowObjectsJson()
  if (values.json) console.log(JSON.stringify(rows, undefined, 2))
  else if (rows.length > 0) console.table(rows)
  else console.log('No rows.')
  duck.close()
}

main().catch((error: Error) => {
  console.error(error.message)
  process.exit(1)
})
