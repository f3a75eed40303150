import { DomainError, type FieldProblem } from '../../errors.ts'
import type { ImpactOptions } from './impact-options.ts'

/** One person: in the program or not, what came of it, and what else is known of them. A text is a category. */
export type ImpactRow = {
  id: string
  treated: boolean
  outcome: number
  covariates: Record<string, number | string>
  /** Where the row stands in its file; its place in the list when not given. */
  line?: number
}

const shown = 10

/** Refuses with everything found wrong; the message holds the first few. */
export const refuse = (problems: FieldProblem[]): never => {
  const lines = problems.slice(0, shown).map(({ field, problem }) => `${field}: ${problem}`)
  const more = problems.length > shown ? [`And ${problems.length - shown} more like these.`] : []
  throw new DomainError('InvalidInput', [...lines, ...more].join('\n'), { problems })
}

const fill = 'Fill it in, or leave the row out.'

/**
 * The rows in the order of their ids, so that the order of a file changes nothing.
 * @throws InvalidInput naming row and column of everything missing, not a number, or given twice
 */
export const checkRows = (rows: ImpactRow[], options: ImpactOptions): ImpactRow[] => {
  const columns = [...new Set([...options.covariates, ...options.exact])]
  const numeric = new Set(columns.filter((column) => rows.some((row) => typeof row.covariates[column] === 'number')))
  const known = new Set<string>()
  const problems = rows.flatMap((row, index) => {
    const at = (column: string, problem: string) => ({ field: `row ${row.line ?? index + 1}, ${column}`, problem })
    const found: FieldProblem[] = []
    if (row.id === '') found.push(at('id', 'Is empty. Give each person an id.'))
    else if (known.has(row.id)) found.push(at('id', `"${row.id}" stands in an earlier row, too. Keep one of the two.`))
    known.add(row.id)
    if (!Number.isFinite(row.outcome)) found.push(at(options.outcome, `Is missing or not a number. ${fill}`))
    for (const column of columns) {
      const value = row.covariates[column]
      if (value === undefined || value === '' || Number.isNaN(value)) found.push(at(column, `Is missing. ${fill}`))
      else if (numeric.has(column) && !Number.isFinite(value))
        found.push(at(column, `"${value}" is not a number, and other rows have numbers there. Correct it.`))
    }
    return found
  })
  if (problems.length > 0) refuse(problems)
  checkGroups(rows, options.treatment)
  const byId = new Intl.Collator('en', { numeric: true })
  return rows.toSorted((one, other) => byId.compare(one.id, other.id) || (one.id < other.id ? -1 : 1))
}

const checkGroups = (rows: ImpactRow[], field: string): void => {
  const treated = rows.filter((row) => row.treated).length
  const untreated = rows.length - treated
  const only = (who: string, others: string) =>
    refuse([{ field, problem: `${who} Add rows of people ${others} the program: they are compared with each other.` }])
  if (treated === 0) only('Nobody took part (no 1).', 'in')
  if (untreated === 0) only('Everybody took part (no 0).', 'outside')
  if (treated < 2 || untreated < 2)
    refuse([
      { field, problem: `${treated} in and ${untreated} outside the program are too few. Give at least 2 of each.` },
    ])
}
