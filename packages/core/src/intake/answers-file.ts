import { DomainError } from '../errors.ts'
import { type RowProblem, readCsv } from '../program/read-csv.ts'
import { type IntakeAnswers, intakeAnswers } from './intake-form.ts'
import { readWeeklyHours } from './weekly-hours.ts'

/** One good row: whose answers, and those that the row has. The trainer of an agent is still an e-mail address. */
export type AnswersRow = {
  row: number
  email: string
  trainerEmail: string | undefined
  answers: Partial<IntakeAnswers>
}

/** A row may leave answers out, but what it has is whole: nobody is there to complete it. */
const wholeAnswers = intakeAnswers.partial()

type Value = (cell: string) => unknown

const words: Value = (cell) => cell
const several: Value = (cell) =>
  cell === '-'
    ? []
    : cell
        .split(';')
        .map((each) => each.trim())
        .filter(Boolean)
const chosen: Value = (cell) => several(cell.toLowerCase())
const number: Value = (cell) => (Number.isFinite(Number(cell)) ? Number(cell) : cell)
const yesNo: Value = (cell) => ({ yes: true, no: false })[cell.toLowerCase()] ?? cell

const hours: Value = (cell) => (several(cell) as string[]).map((each) => readWeeklyHours(each) ?? each)

const goalColumns = (index: number) =>
  Object.fromEntries(
    ['behaviour', 'situation', 'measure', 'date', 'baseline'].map((part) => [
      `goal_${index + 1}_${part}`,
      { path: ['goals', index, part], value: words },
    ]),
  )

/**
 * The columns of a file of answers, where each goes and how its cells read: lists are separated by ";" (`-` for none), yes/no is `yes` or `no`,
 * hours are `Mon 09:00-12:00; Thu 14:00-16:00`. Only `email` must be there; an empty cell leaves the answer as it is.
 */
const columns: Record<string, { path: (string | number)[]; value: Value }> = {
  triggers: { path: ['triggers'], value: chosen },
  ...goalColumns(0),
  ...goalColumns(1),
  ...goalColumns(2),
  target_behaviours: { path: ['targetBehaviours'], value: chosen },
  project_name: { path: ['project', 'name'], value: words },
  project_kpi: { path: ['project', 'businessKpi'], value: words },
  project_complexity: { path: ['project', 'complexity'], value: number },
  role: { path: ['role'], value: words },
  seniority: { path: ['seniority'], value: number },
  tenure_years: { path: ['tenureYears'], value: number },
  skills_held: { path: ['skillsHeld'], value: several },
  skills_wanted: { path: ['skillsWanted'], value: several },
  languages: { path: ['languages'], value: several },
  zone: { path: ['zone'], value: words },
  availability: { path: ['availability'], value: hours },
  career_goal: { path: ['careerGoal', 'words'], value: words },
  promotion: { path: ['careerGoal', 'promotion'], value: yesNo },
  confidentiality: { path: ['needs', 'confidentiality'], value: yesNo },
  context: { path: ['needs', 'context'], value: yesNo },
  impact_flags: { path: ['impactFlags'], value: chosen },
  failure_modes: { path: ['failureModes'], value: several },
}

export const answerColumns = ['email', ...Object.keys(columns), 'trainer_email']

/**
 * Reads a file of answers (CSV with a header line, comma or semicolon, UTF-8). Good rows and problems are both in row order; of two
 * rows with the same address the first is kept.
 * @throws DomainError `InvalidInput` when the file as a whole is none: too long, not CSV, no rows, columns missing or unknown
 */
export const parseAnswers = (csv: string): { rows: AnswersRow[]; problems: RowProblem[] } => {
  const found = readCsv(csv, 'file of answers', ['email'])
  const unknown = Object.keys(found[0]!.record).filter((name) => !answerColumns.includes(name))
  if (unknown.length > 0) {
    const problem = `These columns are not known: ${unknown.join(', ')}. Known are: ${answerColumns.join(', ')}.`
    throw new DomainError('InvalidInput', 'The file of answers cannot be read.', {
      problems: [{ field: 'csv', problem }],
    })
  }
  const rows: AnswersRow[] = []
  const problems: RowProblem[] = []
  const seen = new Map<string, number>()
  for (const { record, line } of found) {
    const email = (record.email ?? '').trim().toLowerCase()
    const before = seen.get(email)
    const trouble =
      email === '' ? 'The address is empty.' : before && `The same address stands in row ${before}. Keep one.`
    if (trouble) {
      problems.push({ row: line, field: 'email', problem: trouble })
      continue
    }
    seen.set(email, line)
    const parsed = wholeAnswers.safeParse(nested(record), { error: plainWords })
    if (parsed.success) {
      const trainerEmail = record.trainer_email?.trim().toLowerCase() || undefined
      rows.push({ row: line, email, trainerEmail, answers: parsed.data })
    } else {
      const own = parsed.error.issues.map(({ path, message }) => ({
        row: line,
        field: columnOf(path),
        problem: message,
      }))
      problems.push(...own)
    }
  }
  return { rows, problems }
}

/** The cells of a row in the shape of the form. A second goal without a first moves up: goals have no numbers of their own. */
const nested = (record: Record<string, string>): Record<string, unknown> => {
  const answers: Record<string, unknown> = {}
  for (const [name, { path, value }] of Object.entries(columns)) {
    const cell = record[name]?.trim()
    if (!cell) continue
    const [field, ...rest] = path as [string, ...(string | number)[]]
    if (rest.length === 0) answers[field] = value(cell)
    else if (rest.length === 1) answers[field] = { ...(answers[field] as object), [rest[0]!]: value(cell) }
    else {
      const goals = (answers[field] ?? []) as object[]
      const index = Number(rest[0])
      goals[index] = { ...goals[index], [rest[1]!]: value(cell) }
      answers[field] = goals
    }
  }
  if (Array.isArray(answers.goals)) answers.goals = answers.goals.filter(Boolean)
  return answers
}

/** The column that a field of the form comes from. */
const columnOf = (path: PropertyKey[]): string => {
  const names = Object.entries(columns).filter(([, column]) => column.path.every((part, at) => path[at] === part))
  return names[0]?.[0] ?? path.join('.')
}

const plainWords = ({
  code,
  input,
  path,
  minimum,
  maximum,
}: {
  code?: string
  input?: unknown
  path?: PropertyKey[]
  minimum?: number | bigint
  maximum?: number | bigint
}): string | undefined => {
  if (input === undefined) return 'Is missing.'
  if (path?.[0] === 'availability' && typeof input === 'string')
    return 'Write it like "Mon 09:00-12:00; Thu 14:00-16:00".'
  if (code === 'too_big' && typeof input === 'number') return `Must be ${maximum} at most.`
  if (code === 'too_small' && typeof input === 'number') return `Must be ${minimum} at least.`
  if (code === 'invalid_type' && typeof input === 'string') {
    return ['promotion', 'confidentiality', 'context'].includes(String(path?.at(-1)))
      ? 'Write "yes" or "no".'
      : `"${input}" is no number.`
  }
  return undefined
}
