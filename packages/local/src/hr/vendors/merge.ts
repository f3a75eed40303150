import { createHmac } from 'node:crypto'
import type { EmployeeState } from '../employee.ts'
import { type FakeVendor, type HrEvent, sets, type Told, unauthorized, unknown, uuids } from './fake-vendor.ts'

const apiKey = 'local-merge-key'
const accountToken = 'local-merge-account-token'

/** An employee in Merge's common model. */
const model = (id: number, state: EmployeeState, status: string, at: number) => ({
  id: uuids.toId(id),
  remote_id: String(id),
  employee_number: String(id),
  first_name: state.firstName,
  last_name: state.lastName,
  display_full_name: `${state.firstName} ${state.lastName}`,
  work_email: state.email,
  manager: state.managerId === null ? null : uuids.toId(state.managerId),
  start_date: `${state.hiredOn}T00:00:00Z`,
  termination_date: state.endsOn === null ? null : `${state.endsOn}T00:00:00Z`,
  employment_status: { active: 'ACTIVE', pending: 'PENDING', left: 'INACTIVE' }[status],
  date_of_birth: '1980-01-01T00:00:00Z',
  gender: 'PREFER_NOT_TO_DISCLOSE',
  modified_at: new Date(at).toISOString(),
  remote_was_deleted: false,
})

const employment = (id: number, state: EmployeeState, effectiveOn: string, at: number) => ({
  id: uuids.toId(900_000 + id),
  employee: uuids.toId(id),
  job_title: state.title,
  effective_date: `${effectiveOn}T00:00:00Z`,
  employment_type: 'FULL_TIME',
  modified_at: new Date(at).toISOString(),
})

const eventsOf = ({ phase, id, state, status, fields, at, effectiveOn, newId }: Told): HrEvent[] => {
  const event = (type: string, data: object): HrEvent => {
    const hook = newId()
    return {
      ...{ type, id: hook },
      body: {
        hook: { id: hook, event: type, target: 'https://pilotgate.example' },
        linked_account: {
          ...{ id: 'a3602c03-aba7-4d9d-a349-dbc338504092', integration: 'Workday', integration_slug: 'workday' },
          ...{ category: 'hris', end_user_origin_id: '', end_user_organization_name: 'Nordlicht' },
        },
        data,
      },
    }
  }
  if (phase !== 'said') return [event('Employee.changed', model(id, state, status, at))]
  return sets(fields, 'title') ? [event('Employment.changed', employment(id, state, effectiveOn, at))] : []
}

/** Merge, which passes on what it finds in one of many HR systems. */
export const merge: FakeVendor = {
  words: 'Merge',
  settings: {},
  credentials: { apiKey, accountToken },
  secret: 'local-merge-signature-key',
  ...uuids,
  eventsOf,
  sign: (secret, { body }) => ({
    'x-merge-webhook-signature': createHmac('sha256', secret).update(body).digest('base64url'),
  }),
  restamps: false,
  retryMinutes: [1, 5, 30, 120, 600],
  answer({ path, headers }, { find, now, today }) {
    if (headers.authorization !== `Bearer ${apiKey}` || headers['x-account-token'] !== accountToken) return unauthorized
    if (/\/account-details$/.test(path)) return { status: 200, body: { category: 'hris', status: 'COMPLETE' } }
    const found = find(uuids.fromId(/\/employees\/([^/]+)$/.exec(path)?.[1] ?? '') ?? 0)
    if (!found) return unknown
    const { employee, state, status } = found
    return {
      status: 200,
      body: {
        ...model(employee.id, state, status, now()),
        employments: [employment(employee.id, state, today(), now())],
        groups: [{ id: uuids.toId(800_000), name: state.department, type: 'DEPARTMENT' }],
      },
    }
  },
}
