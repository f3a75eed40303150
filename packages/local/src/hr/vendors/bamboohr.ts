import { createHmac } from 'node:crypto'
import type { EmployeeState } from '../employee.ts'
import {
  basic,
  type FakeVendor,
  type HrEvent,
  plainIds,
  seconds,
  type Told,
  unauthorized,
  unknown,
} from './fake-vendor.ts'

const company = 'nordlicht'
const apiKey = 'local-bamboohr-key'

/** What the webhook calls a field that changed. */
const monitored: Partial<Record<keyof EmployeeState, string>> = {
  title: 'jobTitle',
  department: 'department',
  managerId: 'supervisorId',
  status: 'status',
  endsOn: 'terminationDate',
  hiredOn: 'hireDate',
  email: 'workEmail',
  firstName: 'firstName',
  lastName: 'lastName',
}

const eventsOf = ({ phase, id, hire, fields, at, newId }: Told): HrEvent[] => {
  const event = (type: string, changedFields?: string[]): HrEvent => ({
    type,
    id: newId(),
    body: {
      type,
      // Both spellings occur.
      timestamp: changedFields ? seconds(at).replace('Z', '+0000') : seconds(at),
      data: { companyId: '12345', employeeId: String(id), ...(changedFields && { changedFields }) },
    },
  })
  if (phase === 'left') return [event('employee.updated', ['status'])]
  // A hire is told twice; a change is told when it begins to hold, and not before.
  if (phase === 'said') return hire ? [event('employee.created')] : []
  return [
    event(
      'employee.updated',
      fields.flatMap((field) => monitored[field] ?? []),
    ),
  ]
}

/** BambooHR, event-based webhooks. */
export const bamboohr: FakeVendor = {
  words: 'BambooHR',
  settings: { company },
  credentials: { apiKey },
  secret: '123b929362d51613054f71e5e5d4bf2c',
  ...plainIds,
  eventsOf,
  sign: (secret, { body, seconds: stamp }) => ({
    'x-bamboohr-timestamp': String(stamp),
    'x-bamboohr-signature': createHmac('sha256', secret).update(body).update(`${stamp}`).digest('hex'),
  }),
  restamps: false,
  retryMinutes: [5, 10, 20, 40, 80],
  answer({ path, query, headers }, { today, find }) {
    if (headers.authorization !== basic(apiKey, 'x')) return unauthorized
    if (path.endsWith('/meta/fields')) return { status: 200, body: [{ id: 1, name: 'First Name', type: 'text' }] }
    const [, wanted] = /\/employees\/([^/]+)$/.exec(path) ?? []
    if (wanted === undefined) return unknown
    if (wanted === 'directory') return { status: 200, body: { fields: [], employees: [] } }
    const found = find(plainIds.fromId(wanted) ?? 0)
    if (!found) return unknown
    const { state, status } = found
    const manager = state.managerId === null ? undefined : find(state.managerId)?.state
    const has: Record<string, string | null> = {
      firstName: state.firstName,
      lastName: state.lastName,
      displayName: `${state.firstName} ${state.lastName}`,
      fullName1: `${state.firstName} ${state.lastName}`,
      workEmail: state.email,
      jobTitle: state.title,
      department: state.department,
      supervisorId: state.managerId === null ? null : String(state.managerId),
      supervisorEId: state.managerId === null ? null : String(state.managerId),
      supervisor: manager ? `${manager.lastName}, ${manager.firstName}` : null,
      status: status === 'left' ? 'Inactive' : 'Active',
      hireDate: state.hiredOn,
      // Known here once it is there: what lies ahead in a table is not in the fields.
      terminationDate: state.endsOn !== null && state.endsOn <= today() ? state.endsOn : '0000-00-00',
      timezone: state.zone,
    }
    const asked = (query.get('fields') ?? '').split(',').filter(Boolean)
    return { status: 200, body: { id: wanted, ...Object.fromEntries(asked.map((name) => [name, has[name] ?? null])) } }
  },
}
