import { dayOf, type EmployeeState } from '../employee.ts'
import { bamboohr } from './bamboohr.ts'
import type { FakeVendor, HrEvent, Told } from './fake-vendor.ts'

/** What a field is called on the page, and in its webhook. */
const titles: Partial<Record<keyof EmployeeState, string>> = {
  firstName: 'First name',
  lastName: 'Last name',
  email: 'Work Email',
  title: 'Job Title',
  department: 'Department',
  managerId: 'Reporting to',
  status: 'Status',
  hiredOn: 'Hire Date',
  endsOn: 'Termination Date',
}

const eventsOf = ({ phase, id, hire, state, status, fields, at, newId }: Told): HrEvent[] => {
  const values: Record<string, string | null> = {
    'Employee #': String(id),
    'First name': state.firstName,
    'Last name': state.lastName,
    'Work Email': state.email,
    'Job Title': state.title,
    Department: state.department,
    // A name, and not whose it is.
    'Reporting to': state.managerId === null ? null : `Manager ${state.managerId}`,
    Status: status === 'left' ? 'Inactive' : 'Active',
    'Hire Date': state.hiredOn,
    'Termination Date': endIn(state, at) ?? '0000-00-00',
  }
  const event = (type: string, changed: (keyof EmployeeState)[]): HrEvent[] => {
    const changedFields = changed.flatMap((field) => titles[field] ?? [])
    const body = {
      employees: [
        {
          changedFields,
          fields: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }])),
          id: String(id),
        },
      ],
    }
    return changedFields.length > 0 ? [{ type, id: newId(), body }] : []
  }
  if (phase === 'left') return event('employee_with_fields.updated', ['status', 'endsOn'])
  if (phase === 'said') return hire ? event('employee_with_fields.created', fields) : []
  // An end that lies ahead is in a table, and not in the field yet.
  const isAhead = state.endsOn !== null && endIn(state, at) === undefined
  return event('employee_with_fields.updated', isAhead ? fields.filter((field) => field !== 'endsOn') : fields)
}

const endIn = ({ endsOn }: EmployeeState, at: number): string | undefined =>
  endsOn !== null && endsOn <= dayOf(at) ? endsOn : undefined

const { answer: _, ...sameAsEventBased } = bamboohr

/** BambooHR, field-based webhooks: they bring the values of all that is monitored. Its API is that of `bamboohr`. */
export const bamboohrFields: FakeVendor = {
  ...sameAsEventBased,
  words: 'BambooHR, field-based',
  platformName: 'bamboohr',
  eventsOf,
}
