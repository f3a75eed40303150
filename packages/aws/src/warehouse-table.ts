import { type Field, fields } from '@pilotgate/core/measurement/telemetry/field-config'

export { retentionDays } from '@pilotgate/core/measurement/telemetry/session-row'

/** The warehouse's objects as plain data, for the stacks and the local runtime. The columns come from the schema of the row. */
export const sessionsTable = 'sessions'
export const latestView = 'latest_sessions'

/** Where the rows lie, below the bucket (or the data folder). */
export const warehouseFolder = 'warehouse'
export const sessionsFolder = `${warehouseFolder}/${sessionsTable}`

/** Folders by day of arrival (UTC), so that a query may name the days it reads. */
export const partitionKeys = ['year', 'month', 'day'] as const

/** `2027-01-04` → `year=2027/month=01/day=04`. */
export const partitionOf = (date: string): string =>
  date
    .split('-')
    .map((part, index) => `${partitionKeys[index]}=${part}`)
    .join('/')

type Types = { glue: string; trino: string; duckdb: string }

const types: Record<Field['type'], Types> = {
  text: { glue: 'string', trino: 'varchar', duckdb: 'VARCHAR' },
  'whole number': { glue: 'int', trino: 'integer', duckdb: 'INTEGER' },
  'list of texts': { glue: 'array<string>', trino: 'array(varchar)', duckdb: 'VARCHAR[]' },
}

export const columns: ({ name: string; meaning: string } & Types)[] = fields.map(({ column, type, meaning }) => ({
  name: column,
  meaning,
  ...types[type],
}))
