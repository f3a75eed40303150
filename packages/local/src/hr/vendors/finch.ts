import { createHmac } from 'node:crypto'
import {
  type Answered,
  type FakeVendor,
  type HrEvent,
  sets,
  type Told,
  unauthorized,
  unknown,
  uuids,
} from './fake-vendor.ts'

const accessToken = 'local-finch-token'
const company = '720be419-0293-4d32-a707-32179b0827ab'

const eventsOf = ({ phase, id, hire, fields, newId }: Told): HrEvent[] => {
  const event = (type: string): HrEvent => ({
    type,
    id: `msg_${newId()}`,
    body: {
      ...{ company_id: company, account_id: company, connection_id: company, entity_id: company, event_type: type },
      data: { individual_id: uuids.toId(id) },
    },
  })
  if (phase === 'left') return [event('employment.updated')]
  if (phase === 'said') {
    if (hire) return [event('directory.created'), event('individual.created'), event('employment.created')]
    return sets(fields, 'endsOn', 'hiredOn') ? [event('employment.updated')] : []
  }
  const about = sets(fields, 'email', 'firstName', 'lastName') && !hire ? [event('individual.updated')] : []
  return [...about, event('employment.updated')]
}

/** Finch. Its secret is Base64. */
export const finch: FakeVendor = {
  words: 'Finch',
  settings: {},
  credentials: { accessToken },
  secret: '5WbX5kEWLlfzsGNjH64I8lOOqUB6e8FH',
  ...uuids,
  eventsOf,
  sign: (secret, { id, body, seconds }) => ({
    'finch-event-id': id,
    'finch-timestamp': String(seconds),
    'finch-signature': `v1,${createHmac('sha256', Buffer.from(secret, 'base64')).update(`${id}.${seconds}.`).update(body).digest('base64')}`,
  }),
  restamps: true,
  retryMinutes: [1, 5, 30, 120, 600],
  answer({ path, headers, body }, { find }) {
    if (headers.authorization !== `Bearer ${accessToken}` || !headers['finch-api-version']) return unauthorized
    if (/\/introspect$|\/employer\/directory$/.test(path)) {
      return { status: 200, body: { connection_id: company, products: ['directory', 'individual', 'employment'] } }
    }
    const kind = /\/employer\/(individual|employment)$/.exec(path)?.[1]
    if (!kind) return unknown
    const wanted = (JSON.parse(body) as { requests: { individual_id: string }[] }).requests
    return { status: 200, body: { responses: wanted.map(({ individual_id }) => one(kind, individual_id, find)) } }
  },
}

const one = (
  kind: string,
  individual: string,
  find: Parameters<NonNullable<FakeVendor['answer']>>[1]['find'],
): Answered['body'] => {
  const found = find(uuids.fromId(individual) ?? 0)
  if (!found) {
    return {
      individual_id: individual,
      code: 404,
      body: { name: 'not_found_error', finch_code: 'individual_not_found' },
    }
  }
  const { state, status } = found
  const name = { id: individual, first_name: state.firstName, middle_name: null, last_name: state.lastName }
  const body =
    kind === 'individual'
      ? { ...name, emails: [{ data: state.email, type: 'work' }], dob: '1980-01-01', gender: 'decline_to_specify' }
      : {
          ...name,
          title: state.title,
          department: { name: state.department },
          manager: state.managerId === null ? null : { id: uuids.toId(state.managerId) },
          employment: { type: 'employee', subtype: 'full_time' },
          employment_status: { active: 'active', pending: 'prehire', left: 'terminated' }[status],
          is_active: status === 'active',
          start_date: state.hiredOn,
          end_date: state.endsOn,
          latest_rehire_date: null,
          income: { amount: 8_000_000, currency: 'eur', unit: 'yearly' },
        }
  return { individual_id: individual, code: 200, body }
}
