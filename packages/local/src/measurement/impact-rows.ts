import type { ImpactRow } from '@pilotgate/core/measurement/impact/impact-rows'
import { type FileProblem, type Table, UnusableFile } from '../matching/csv-table.ts'

/** Which column is what. */
export type ImpactColumns = { treatment: string; outcome: string; id: string | undefined; others: string[] }

const missing = /^(na|n\/a|nan|null|none|-|\.)?$/i
const number = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i

/**
 * The rows of a file for `measureImpact`, which judges their values; columns are described in docs/impact.md. A cell that is
 * no number is a category. Without a column of ids, a person is called by their line, `row 2`.
 * @throws UnusableFile when a column is missing or the treatment is not 0 or 1
 */
export const impactRows = (table: Table, { treatment, outcome, id, others }: ImpactColumns): ImpactRow[] => {
  const { file, columns, rows } = table
  const unknown = [treatment, outcome, ...(id ? [id] : []), ...others].filter((column) => !columns.includes(column))
  if (unknown.length > 0) {
    const problem = `The column is missing. The file has: ${columns.join(', ')}.`
    throw new UnusableFile([...new Set(unknown)].map((column) => ({ file, row: 1, column, problem })))
  }
  const problems = rows.flatMap(({ line, cells }): FileProblem[] => {
    const given = cells[treatment]!
    if (given === '0' || given === '1') return []
    const problem = `"${given}" is neither 1 (took part) nor 0 (did not). Write one of them.`
    return [{ file, row: line, column: treatment, problem }]
  })
  if (problems.length > 0) throw new UnusableFile(problems)
  return rows.map(({ line, cells }) => ({
    id: id ? cells[id]! : `row ${line}`,
    treated: cells[treatment] === '1',
    outcome: number.test(cells[outcome]!) ? Number(cells[outcome]) : Number.NaN,
    covariates: Object.fromEntries(others.map((column) => [column, covariateOf(cells[column]!)])),
    line,
  }))
}

const covariateOf = (cell: string): number | string =>
  missing.test(cell) ? '' : number.test(cell) ? Number(cell) : cell
