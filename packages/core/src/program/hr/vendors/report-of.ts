import { daysBetween } from '../../calendar.ts'
import { readInstant, readWords } from './read-text.ts'
import { type EmployeeField, type EmployeeFields, type EmployeeReport, employeeFields } from './report.ts'

/** What an HR system says, as it says it: what is `undefined` was not spoken of. */
export type Said = Partial<Record<EmployeeField, unknown>>

/**
 * What of it can be taken over. A field that cannot be used, such as an address without "@", is left out and hinders no other.
 */
const fieldsOf = (said: Said): Partial<EmployeeFields> => {
  const fields: Record<string, unknown> = {}
  for (const [name, schema] of Object.entries(employeeFields.shape)) {
    const value = said[name as EmployeeField]
    const parsed = schema.safeParse(typeof value === 'string' && value.trim() === '' ? null : value)
    if (value !== undefined && parsed.success) fields[name] = parsed.data
  }
  return fields
}

export const fullName = (first: unknown, last: unknown): string | null | undefined => {
  const parts = [readWords(first), readWords(last)]
  if (parts.every((part) => part === undefined)) return undefined
  return parts.filter(Boolean).join(' ') || null
}

/** Whoever works after their end has come back, and the system kept the old date; a few days are left to its clock. */
const isStale = ({ status, endsOn }: Partial<EmployeeFields>, now: string): boolean =>
  status === 'active' && typeof endsOn === 'string' && daysBetween(endsOn, now.slice(0, 10)) > 3

/** The state of an employee as it was read back at `now`. */
export const stateOf = (employeeId: string, said: Said, now: string): EmployeeReport => {
  const fields = fieldsOf(said)
  return {
    employeeId,
    fields: isStale(fields, now) ? { ...fields, endsOn: null } : fields,
    occurredAt: readInstant(now) ?? now,
  }
}
