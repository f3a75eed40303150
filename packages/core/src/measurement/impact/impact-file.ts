import type { FieldProblem } from '../../errors.ts'
import { readCsv } from '../../program/read-csv.ts'
import type { GivenOptions } from './impact-options.ts'
import { type ImpactRow, refuse } from './impact-rows.ts'

/** More people than this take longer than a request may last. */
const mostPeople = 5_000

const pseudonym = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/
const yes = ['1', 'yes', 'true']
const no = ['0', 'no', 'false']

/** A number where the text is one, else a category. */
const read = (text: string): number | string => (text === '' || Number.isNaN(Number(text)) ? text : Number(text))

/** Column names as `readCsv` writes them. */
const columnName = (name: string): string => name.trim().toLowerCase().replaceAll(' ', '_')

/** Options whose columns are named as in the rows that `readImpactRows` gives. */
export const withColumnNames = (options: GivenOptions): GivenOptions => ({
  ...options,
  covariates: options.covariates.map(columnName),
  ...(options.exact && { exact: options.exact.map(columnName) }),
  treatment: columnName(options.treatment ?? 'treated'),
  outcome: columnName(options.outcome ?? 'outcome'),
})

/**
 * Reads the people of a comparison from CSV: `id` (a pseudonym), whether they took part (1 or 0), the outcome, and the columns in
 * which both groups are to be alike; other columns are left aside.
 * @param known ids and addresses of people, which may not stand in the file
 * @throws DomainError `InvalidInput` naming row and column
 */
export const readImpactRows = (csv: string, options: GivenOptions, known: ReadonlySet<string>): ImpactRow[] => {
  const { covariates, exact = [], treatment = 'treated', outcome = 'outcome' } = options
  const columns = [...new Set([...covariates, ...exact])]
  const found = readCsv(csv, 'comparison', ['id', treatment, outcome, ...columns])
  if (found.length > mostPeople) {
    const problem = `Has ${found.length} people; at most ${mostPeople} are compared here. \`npm run impact\` takes any number.`
    return refuse([{ field: 'csv', problem }])
  }
  const problems: FieldProblem[] = []
  const rows = found.map(({ record, line }): ImpactRow => {
    const text = (column: string) => (record[column] ?? '').trim()
    const problem = (column: string, words: string) =>
      problems.push({ field: `row ${line}, ${column}`, problem: words })
    const [id, took] = [text('id'), text(treatment).toLowerCase()]
    if (!pseudonym.test(id) || known.has(id)) {
      problem(
        'id',
        'Is not a pseudonym. Use a number or code that stands for the person nowhere else, no name and no address.',
      )
    }
    if (!yes.includes(took) && !no.includes(took)) problem(treatment, 'Must be 1 (took part) or 0.')
    const value = text(outcome)
    return {
      id,
      treated: yes.includes(took),
      outcome: value === '' ? Number.NaN : Number(value),
      covariates: Object.fromEntries(columns.map((column) => [column, read(text(column))])),
      line,
    }
  })
  return problems.length > 0 ? refuse(problems) : rows
}
