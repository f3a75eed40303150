import { readDate, readWords } from './read-text.ts'
import { fullName, type Said } from './report-of.ts'

/** The fields that are asked for, by their names in the API. */
export const fieldsAsked = [
  ...(['firstName', 'preferredName', 'lastName', 'workEmail', 'jobTitle', 'department'] as const),
  ...(['supervisorEId', 'status', 'hireDate', 'terminationDate'] as const),
]

const statuses: Record<string, 'active' | 'left'> = { active: 'active', inactive: 'left', terminated: 'left' }

/** What an employee of the API says. */
export const saidByApi = (employee: unknown): Said => {
  const given: Partial<Record<(typeof fieldsAsked)[number], unknown>> = Object(employee)
  const { firstName, preferredName, lastName } = given
  const first = readWords(preferredName) || firstName
  return {
    email: readWords(given.workEmail),
    name: first === undefined || lastName === undefined ? undefined : fullName(first, lastName),
    title: readWords(given.jobTitle),
    department: readWords(given.department),
    managerId: readWords(given.supervisorEId),
    status: statuses[readWords(given.status)?.toLowerCase() ?? ''],
    hiredOn: readDate(given.hireDate),
    endsOn: readDate(given.terminationDate),
  }
}
