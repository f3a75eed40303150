import { isZone } from '../../calendar.ts'
import type { RowProblem } from '../../read-csv.ts'
import { readDate, readInstant } from '../vendors/read-text.ts'
import {
  type EmployeeField,
  type EmployeeFields,
  type EmployeeReport,
  employeeFields,
  employeeReport,
} from '../vendors/report.ts'
import { type Cells, cellsOf, type Name } from './employee-cells.ts'

type Problem = Omit<RowProblem, 'row'>

/** Codes of HR systems and our own words; somebody on leave is still employed. */
const statuses: Record<string, NonNullable<EmployeeFields['status']>> = {
  ...{ a: 'active', active: 'active', l: 'active', leave: 'active', p: 'pending', pending: 'pending' },
  ...{ t: 'left', terminated: 'left', r: 'left', retired: 'left', d: 'left', deceased: 'left', left: 'left' },
}

/**
 * What one row of an import says: reports of one employee, since a title may hold from a date of its own (`dateInJob`). Fields that are
 * left out stay as they are (PATCH); fields that are not named above are never looked at.
 * @param now the time of the import, for rows without `lastUpdated`
 */
export const readEmployeeRow = (
  record: Record<string, unknown>,
  now: string,
): { reports: EmployeeReport[] } | { problems: Problem[] } => {
  const cells = cellsOf(record)
  const problems: Problem[] = []
  const wrong = (name: Name, problem: string) => {
    problems.push({ field: cells[name]?.field ?? name, problem })
  }
  const date = (name: Name): string | null | undefined => {
    const cell = cells[name]
    if (!cell) return undefined
    const read = readDate(cell.text)
    if (read === undefined) wrong(name, 'Is not a date. Write it like 2027-03-31.')
    return read
  }
  const employeeId = cells.employeeId?.text ?? ''
  if (!employeeReport.shape.employeeId.safeParse(employeeId).success) {
    wrong(
      'employeeId',
      'Is missing, or longer than 200 characters. Give the id that the HR system has for the employee.',
    )
  }
  const occurredAt = cells.lastUpdated ? readInstant(midnightOf(cells.lastUpdated.text)) : now
  if (!occurredAt) wrong('lastUpdated', 'Is not a time. Write it like 2027-03-31T08:00:00Z, or leave it out.')
  const endsOn = date('endsOn')
  const titleSince = date('titleSince')
  const said: { [F in EmployeeField]?: string | null } = {
    ...texts(cells),
    name: nameOf(cells),
    hiredOn: date('hiredOn'),
    endsOn,
    status: statusOf(cells, endsOn, now, wrong),
  }
  const fields: Record<string, string | null> = {}
  for (const [name, value] of Object.entries(said) as [EmployeeField, string | null | undefined][]) {
    if (value === undefined) continue
    const parsed = employeeFields.shape[name].safeParse(value)
    if (parsed.success) fields[name] = parsed.data
    else wrong(name, remedies[name] ?? 'Is longer than 300 characters.')
  }
  if (said.zone && !isZone(said.zone)) wrong('zone', 'Is not an IANA time zone. Write it like "Europe/Berlin".')
  if (problems.length > 0 || !occurredAt) return { problems }
  const base = { employeeId, occurredAt }
  if (!titleSince || fields.title === undefined) return { reports: [{ ...base, fields }] }
  const { title, ...others } = fields
  const dated: EmployeeReport = { ...base, fields: { title }, effectiveOn: titleSince }
  return { reports: Object.keys(others).length > 0 ? [{ ...base, fields: others }, dated] : [dated] }
}

const remedies: { [F in EmployeeField]?: string } = {
  email: 'Is not an e-mail address. Write it like name@example.com.',
  managerEmail: 'Is not an e-mail address. Write it like name@example.com.',
}

const midnightOf = (text: string): string => (/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00Z` : text)

const texts = (cells: Cells): { [F in EmployeeField]?: string | null } =>
  Object.fromEntries(
    (['email', 'title', 'department', 'managerId', 'managerEmail', 'zone'] as const).flatMap((name) => {
      const cell = cells[name]
      return cell ? [[name, cell.text || null]] : []
    }),
  )

/** The name people use; a first name alone would overwrite a whole one. */
const nameOf = ({ name, preferredName, firstName, lastName }: Cells): string | undefined => {
  if (name) return name.text
  if (preferredName?.text.includes(' ')) return preferredName.text
  const first = preferredName ?? firstName
  return first && lastName ? `${first.text} ${lastName.text}` : undefined
}

/** Whoever is written as terminated works until the last day that is named beside it. */
const statusOf = (
  { status }: Cells,
  endsOn: string | null | undefined,
  now: string,
  wrong: (name: Name, problem: string) => void,
): EmployeeFields['status'] | undefined => {
  if (!status) return undefined
  const known = statuses[status.text.toLowerCase()]
  if (!known)
    wrong('status', 'Is not a status. Write "A" (active), "L" (on leave), "P" (to begin) or "T" (terminated).')
  return known === 'left' && endsOn && endsOn >= now.slice(0, 10) ? undefined : known
}
