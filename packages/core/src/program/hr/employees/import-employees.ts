import { DomainError } from '../../../errors.ts'
import type { Work } from '../../actor.ts'
import { type RowProblem, readCsv } from '../../read-csv.ts'
import type { ConnectionRecord } from '../connections/connection-record.ts'
import { loadConnection } from '../connections/load-connection.ts'
import type { EmployeeReport } from '../vendors/report.ts'
import { readEmployeeRow } from './employee-row.ts'
import type { Settled } from './settle-one.ts'
import { settleReports } from './settle-reports.ts'

export type EmployeeImport = { added: number; changed: number; unchanged: number; problems: RowProblem[] }

type Row = { row: number; record: unknown }

/** @throws DomainError `NotFound`, `NotPossibleNow` when it is off */
const loadForImport = async (work: Work, tenantId: string, connectionId: string): Promise<ConnectionRecord> => {
  const connection = await loadConnection(work.store, tenantId, connectionId)
  if (connection.status === 'on') return connection
  throw new DomainError('NotPossibleNow', 'The connection is off and takes nothing. Turn it on first.')
}

/**
 * Imports employees as JSON, one or several: good rows are kept, bad ones reported by their place, counted from 1. The same again
 * changes nothing; what is left out stays as it is.
 * @throws DomainError `NotFound`, `NotPossibleNow` (the connection is off)
 */
export const importEmployees = async (
  work: Work,
  tenantId: string,
  connectionId: string,
  input: unknown,
): Promise<EmployeeImport> => {
  const connection = await loadForImport(work, tenantId, connectionId)
  const records: unknown[] = Array.isArray(input) ? input : [input]
  return importRows(
    work,
    connection,
    records.map((record, index) => ({ row: index + 1, record })),
  )
}

/** So many took 13 s with DynamoDB Local; a request may take 28 s. */
const mostRows = 1_000

/**
 * Imports employees from CSV, in the way of `importEmployees`; rows are counted by lines, the header is 1.
 * @param csv the file's text, at most 1 MB and 1,000 rows, with at least the column `employee_id`
 * @throws DomainError as `importEmployees`, and `InvalidInput` when the file as a whole cannot be read or is too long
 */
export const importEmployeesFile = async (
  work: Work,
  tenantId: string,
  connectionId: string,
  csv: string,
): Promise<EmployeeImport> => {
  const connection = await loadForImport(work, tenantId, connectionId)
  const rows = readCsv(csv, 'file of employees', [])
  if (rows.length > mostRows) {
    const problem = `Has ${rows.length} rows. Send at most ${mostRows} at once, in several files.`
    throw new DomainError('InvalidInput', 'The file is too long.', { problems: [{ field: 'csv', problem }] })
  }
  return importRows(
    work,
    connection,
    rows.map(({ record, line }) => ({ row: line, record })),
  )
}

const importRows = async (work: Work, connection: ConnectionRecord, rows: Row[]): Promise<EmployeeImport> => {
  const result: EmployeeImport = { added: 0, changed: 0, unchanged: 0, problems: [] }
  const said: { row: number; report: EmployeeReport }[] = []
  for (const { row, record } of rows) {
    const read = isRecord(record) ? readEmployeeRow(record, work.now) : { problems: [noRecord] }
    if ('reports' in read) said.push(...read.reports.map((report) => ({ row, report })))
    else result.problems.push(...read.problems.map((problem) => ({ row, ...problem })))
  }
  const reports = said.map(({ report }) => report)
  const cause = { id: `import-${work.ids.next(work.now)}` }
  const settled = await settleReports(work, { connection, reports, cause })
  const byRow = Map.groupBy(settled.keys(), (index) => said[index]!.row)
  for (const [row, indexes] of byRow) {
    const ofRow = [...indexes].map((index) => settled[index]!)
    result[resultOf(ofRow)] += 1
    const problem = ofRow.find((each) => each.problem)?.problem
    if (problem) result.problems.push({ row, field: 'email', problem })
    const outdated = ofRow.flatMap((each) => each.outdated)
    result.problems.push(...outdated.map((field) => ({ row, field, problem: outdatedWords })))
  }
  result.problems.sort((a, b) => a.row - b.row)
  return result
}

const outdatedWords =
  'Something said later, or for a later date, holds already. Leave dateInJob and lastUpdated out if this is right as of today.'
const noRecord = { field: 'employeeId', problem: 'Is no employee. Give an object with "employeeId".' }

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const resultOf = (settled: Settled[]): 'added' | 'changed' | 'unchanged' => {
  const results = settled.map(({ result }) => result)
  if (results.includes('added')) return 'added'
  return results.every((each) => each === 'unchanged') ? 'unchanged' : 'changed'
}
