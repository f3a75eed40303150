import { createHmac } from 'node:crypto'
import type { EmployeeState } from '../employee.ts'
import { basic, type FakeVendor, type HrEvent, sets, type Told, unauthorized, unknown } from './fake-vendor.ts'

const serviceUserId = 'SERVICE-1001'
const token = 'local-hibob-token'

/** Ids have 19 digits: as numbers they would lose their end. */
const ids = {
  toId: (id: number) => `3332883854${String(id).padStart(9, '0')}`,
  fromId: (text: string) => {
    const found = /^3332883854(\d{9})$/.exec(text)
    return found ? Number(found[1]) : undefined
  },
}

const pathOf: Partial<Record<keyof EmployeeState, string>> = {
  title: 'work.title',
  department: 'work.department',
  managerId: 'work.reportsTo',
  hiredOn: 'work.startDate',
  endsOn: 'internal.terminationDate',
  status: 'internal.status',
  email: 'root.email',
  firstName: 'root.firstName',
  lastName: 'root.surname',
}

/** Their times have microseconds and no zone. */
const bare = (at: number) => `${new Date(at).toISOString().slice(0, -1)}906`

const eventsOf = ({ phase, id, hire, state, fields, at, effectiveOn, newId }: Told): HrEvent[] => {
  const event = (type: string, data: object = {}): HrEvent => ({
    type,
    id: newId(),
    body: {
      companyId: 636192,
      type,
      triggeredBy: '3332883804594373380',
      triggeredAt: bare(at),
      version: 'v2',
      data: { employeeId: ids.toId(id), ...data },
    },
  })
  const row = (tableId: string, effectiveDate: string) => event('table.entry.created', { tableId, effectiveDate })
  if (phase === 'left') return [event('employee.left')]
  if (phase === 'said') {
    const rows = [
      ...(sets(fields, 'title', 'department', 'managerId') ? [row('work', effectiveOn)] : []),
      ...(sets(fields, 'endsOn', 'hiredOn', 'status') ? [row('lifecycle', state.endsOn ?? effectiveOn)] : []),
    ]
    return hire ? [event('employee.created'), ...rows] : rows
  }
  // A change of a table is told twice, the second time by the names of the fields alone.
  const fieldUpdates = fields.flatMap((field) => pathOf[field] ?? []).map((path) => ({ id: path }))
  return [...(hire ? [event('employee.joined')] : []), event('employee.updated', { fieldUpdates })]
}

/** HiBob, webhooks v2. */
export const hibob: FakeVendor = {
  words: 'HiBob',
  settings: {},
  credentials: { serviceUserId, token },
  secret: 'local-hibob-secret',
  ...ids,
  eventsOf,
  sign: (secret, { body }) => ({ 'bob-signature': createHmac('sha512', secret).update(body).digest('base64') }),
  restamps: false,
  retryMinutes: [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048],
  answer({ path, headers }, { find }) {
    if (headers.authorization !== basic(serviceUserId, token)) return unauthorized
    if (/\/people\/search$/.test(path)) return { status: 200, body: { employees: [] } }
    const found = find(ids.fromId(/\/people\/([^/]+)$/.exec(path)?.[1] ?? '') ?? 0)
    if (!found) return unknown
    const { employee, state, status } = found
    return {
      status: 200,
      body: {
        id: ids.toId(employee.id),
        email: state.email,
        firstName: state.firstName,
        surname: state.lastName,
        displayName: `${state.firstName} ${state.lastName}`,
        companyId: '636192',
        work: {
          // Values of lists are ids; people read the names.
          title: '250912301',
          department: '250912302',
          startDate: state.hiredOn,
          reportsTo: state.managerId === null ? null : { id: ids.toId(state.managerId) },
        },
        internal: {
          terminationDate: state.endsOn,
          status: status === 'left' ? 'Inactive' : 'Active',
          lifecycleStatus: { active: 'employed', pending: 'hired', left: 'terminated' }[status],
        },
        humanReadable: { work: { title: state.title, department: state.department } },
      },
    }
  },
}
