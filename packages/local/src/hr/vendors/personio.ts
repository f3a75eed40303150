import { createHmac } from 'node:crypto'
import {
  type FakeVendor,
  type HrEvent,
  plainIds,
  seconds,
  sets,
  type Told,
  unauthorized,
  unknown,
} from './fake-vendor.ts'

const clientId = 'papi-local'
const clientSecret = 'local-personio-secret'
const token = 'local-personio-token'

const eventsOf = ({ phase, id, hire, fields, at, newId }: Told): HrEvent[] => {
  const event = (name: string): HrEvent => ({
    type: name,
    id: newId(),
    body: {
      company_id: '4711',
      event_name: name,
      occurred_at: seconds(at),
      payload: { person_id: String(id), ...(name.startsWith('employment') && { employment_id: String(id) }) },
    },
  })
  if (phase === 'left') return [event('employment.terminated')]
  if (phase === 'said') {
    if (hire) return [event('person.created'), event('employment.created')]
    return sets(fields, 'endsOn', 'hiredOn') ? [event('employment.updated')] : []
  }
  if (hire || sets(fields, 'hiredOn')) return [event('employment.started')]
  return [
    ...(sets(fields, 'email', 'firstName', 'lastName') ? [event('person.updated')] : []),
    event('employment.updated'),
  ]
}

/** The number of a department is its name in other words: it must be found again by it. */
const unitOf = (department: string) => BigInt(`0x${Buffer.from(department).toString('hex')}`).toString()

/** Personio v2. How it signs is not documented; the address of the door is its proof. */
export const personio: FakeVendor = {
  words: 'Personio',
  settings: { unsigned: 'yes' },
  credentials: { clientId, clientSecret },
  ...plainIds,
  eventsOf,
  sign: (secret, { body }): Record<string, string> =>
    secret ? { 'x-personio-signature': createHmac('sha256', secret).update(body).digest('hex') } : {},
  restamps: false,
  retryMinutes: [1, 60, 300, 900, 1800],
  answer({ path, headers, body }, { find }) {
    if (/\/auth\/token$/.test(path)) {
      const form = new URLSearchParams(body)
      const known = form.get('client_id') === clientId && form.get('client_secret') === clientSecret
      if (!known) return unauthorized
      return { status: 200, body: { access_token: token, token_type: 'Bearer', expires_in: 86_400 } }
    }
    if (headers.authorization !== `Bearer ${token}`) return unauthorized
    if (/\/persons$/.test(path)) return { status: 200, body: { _data: [] } }
    const unit = /\/org-units\/(\d+)$/.exec(path)?.[1]
    if (unit) return { status: 200, body: { id: unit, name: Buffer.from(BigInt(unit).toString(16), 'hex').toString() } }
    const [, wanted = '', part] = /\/persons\/([^/]+)(\/employments)?$/.exec(path) ?? []
    const found = find(plainIds.fromId(wanted) ?? 0)
    if (!found) return unknown
    const { state, status } = found
    if (!part) {
      return {
        status: 200,
        body: {
          id: wanted,
          email: state.email,
          first_name: state.firstName,
          last_name: state.lastName,
          gender: 'UNSPECIFIED',
          status: status === 'left' ? 'INACTIVE' : 'ACTIVE',
          employments: [{ id: wanted }],
        },
      }
    }
    const job = {
      id: wanted,
      person: { id: wanted },
      status: { active: 'ACTIVE', pending: 'ONBOARDING', left: 'INACTIVE' }[status],
      employment_start_date: state.hiredOn,
      employment_end_date: state.endsOn,
      termination: state.endsOn === null ? null : { termination_date: state.endsOn },
      position: { title: state.title },
      org_units: [{ type: 'department', id: unitOf(state.department) }],
      supervisor: state.managerId === null ? null : { id: String(state.managerId) },
    }
    return { status: 200, body: { _data: [job], _meta: {} } }
  },
}
