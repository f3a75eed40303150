import type { Actor, Work } from '../../program/actor.ts'
import { type RowProblem, readCsv } from '../../program/read-csv.ts'
import { type ReadingInput, readingId, readingInput, readingProblems } from './check-reading.ts'
import { loadReadingBounds, type ReadingOutcome, writeReadings } from './record-readings.ts'

export type ReadingImport = Record<ReadingOutcome, number> & { problems: RowProblem[] }

/** The columns of a file of readings. `engagement_id` may be missing or empty. */
export const readingColumns = ['kpi', 'on', 'group', 'part', 'whole', 'source', 'reference'] as const

/**
 * Imports readings from CSV: good rows are kept, bad rows are reported with the row, the column and the remedy. Each row is named by its
 * source, so that the same file again changes nothing and a corrected one corrects.
 * @param csv the file's text, at most 1 MB, with the columns above
 * @throws DomainError `NotFound`, `InvalidInput` (the file as a whole cannot be read)
 */
export const importReadings = async (
  work: Work,
  actor: Actor,
  programId: string,
  csv: string,
): Promise<ReadingImport> => {
  const { rows, problems } = parseReadings(csv)
  const bounds = await loadReadingBounds(
    work,
    actor,
    programId,
    rows.map(({ input }) => input),
  )
  const good = rows.filter(({ row, input }) => {
    const wrong = readingProblems(input, bounds)
    problems.push(...wrong.map(({ field, problem }) => ({ row, field: columnOf(field), problem })))
    return wrong.length === 0
  })
  const result: ReadingImport = { added: 0, corrected: 0, unchanged: 0, problems }
  const written = await writeReadings(
    work,
    actor,
    programId,
    good.map(({ input }) => input),
  )
  for (const { outcome } of written) result[outcome] += 1
  problems.sort((a, b) => a.row - b.row)
  return result
}

const columnOf = (field: string): string => (field === 'engagementId' ? 'engagement_id' : field)

type Row = { row: number; input: ReadingInput & { reference: string } }

/** The rows of a file, and what is wrong with the others; of two rows with the same name the first is kept. */
const parseReadings = (csv: string): { rows: Row[]; problems: RowProblem[] } => {
  const rows: Row[] = []
  const problems: RowProblem[] = []
  const seen = new Map<string, number>()
  for (const { record, line: row } of readCsv(csv, 'file of readings', [...readingColumns])) {
    const cell = (name: string): string => record[name]?.trim() ?? ''
    const numeric = (name: string): number | undefined => (cell(name) === '' ? undefined : Number(cell(name)))
    const parsed = readingInput.safeParse({
      ...{ kpi: cell('kpi'), on: cell('on'), group: cell('group').toLowerCase(), part: numeric('part') },
      ...{ whole: numeric('whole'), source: cell('source'), reference: cell('reference') },
      ...(cell('engagement_id') !== '' && { engagementId: cell('engagement_id') }),
    })
    const reference = cell('reference')
    if (reference === '') {
      problems.push({ row, field: 'reference', problem: 'Is empty. Give what the source calls this row.' })
    }
    if (!parsed.success) {
      problems.push(
        ...parsed.error.issues.map(({ path, message }) => ({
          row,
          field: columnOf(String(path[0])),
          problem: message,
        })),
      )
    }
    if (!parsed.success || reference === '') continue
    const input = { ...parsed.data, reference }
    const before = seen.get(readingId(input))
    if (before !== undefined) {
      const problem = `The same reading stands in row ${before}. Keep one of the two.`
      problems.push({ row, field: 'reference', problem })
      continue
    }
    seen.set(readingId(input), row)
    rows.push({ row, input })
  }
  return { rows, problems }
}
