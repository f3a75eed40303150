import { readDate, readWords } from './read-text.ts'
import type { EmployeeField, EmployeeReport } from './report.ts'
import { fieldsOf, fullName, type Said } from './report-of.ts'

/** The fields that are asked for, by their names in the API. */
export const fieldsAsked = [
  ...(['firstName', 'preferredName', 'lastName', 'workEmail', 'jobTitle', 'department'] as const),
  ...(['supervisorEId', 'status', 'hireDate', 'terminationDate'] as const),
]

/** A field by the name that it has in the API, in webhooks or on the page: `First name`, `firstName` and `First Name` are one. */
const plain = (name: string): string =>
  name
    .replace(/^job information: ?/i, '')
    .toLowerCase()
    .replace(/[^a-z]/g, '')

/** What each field says of an employee. The manager's name says nothing: two may have the same. */
const meanings: Record<string, EmployeeField> = {
  firstname: 'name',
  preferredname: 'name',
  lastname: 'name',
  workemail: 'email',
  jobtitle: 'title',
  department: 'department',
  supervisor: 'managerId',
  supervisorid: 'managerId',
  supervisoreid: 'managerId',
  reportingto: 'managerId',
  reportsto: 'managerId',
  status: 'status',
  hiredate: 'hiredOn',
  terminationdate: 'endsOn',
}

const statuses: Record<string, 'active' | 'left'> = { active: 'active', inactive: 'left', terminated: 'left' }

/** What the values say, by their plain names. */
const saidBy = (values: Map<string, unknown>): Said => {
  const first = readWords(values.get('preferredname')) || values.get('firstname')
  const last = values.get('lastname')
  return {
    email: readWords(values.get('workemail')),
    name: first === undefined || last === undefined ? undefined : fullName(first, last),
    title: readWords(values.get('jobtitle')),
    department: readWords(values.get('department')),
    managerId: readWords(values.get('supervisoreid')),
    status: statuses[readWords(values.get('status'))?.toLowerCase() ?? ''],
    hiredOn: readDate(values.get('hiredate')),
    endsOn: readDate(values.get('terminationdate')),
  }
}

/** What an employee of the API says. */
export const saidByApi = (employee: unknown): Said =>
  saidBy(new Map(Object.entries(Object(employee)).map(([name, value]) => [plain(name), value])))

type Posted = { id: string; changedFields: string[]; fields: Record<string, { value?: unknown }> }

/**
 * What a field-based delivery says: the fields that changed, with their values. Nothing when a changed field cannot be told from what
 * was posted (a manager comes as a name, a first name without the last one): then the state has to be read back.
 */
export const reportPosted = ({ id, changedFields, fields }: Posted, occurredAt: string): EmployeeReport | undefined => {
  const values = Object.entries(fields).map(([name, { value }]): [string, unknown] => [plain(name), value])
  const told = fieldsOf(saidBy(new Map(values)))
  const changed = new Set(changedFields.flatMap((name) => meanings[plain(name)] ?? []))
  if (changed.size === 0 || [...changed].some((field) => told[field] === undefined)) return undefined
  const kept = Object.entries(told).filter(([name]) => changed.has(name as EmployeeField))
  return { employeeId: id, fields: Object.fromEntries(kept), occurredAt }
}
