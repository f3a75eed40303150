import { createHmac } from 'node:crypto'
import type { EmployeeState } from '../employee.ts'
import { type FakeVendor, type HrEvent, plainIds, seconds, type Told } from './fake-vendor.ts'

const nameOf: Record<keyof EmployeeState, string> = {
  email: 'email',
  firstName: 'name',
  lastName: 'name',
  title: 'title',
  department: 'department',
  managerId: 'managerId',
  zone: 'zone',
  hiredOn: 'hiredOn',
  endsOn: 'endsOn',
  status: 'status',
}

const wordsOf = (state: EmployeeState) => ({
  email: state.email,
  name: `${state.firstName} ${state.lastName}`,
  title: state.title,
  department: state.department,
  managerId: state.managerId === null ? null : String(state.managerId),
  zone: state.zone,
  hiredOn: state.hiredOn,
  endsOn: state.endsOn,
  status: state.status ?? 'active',
})

const eventsOf = ({ phase, id, hire, state, fields, at, effectiveOn, newId }: Told): HrEvent[] => {
  const event = (type: string, data: object): HrEvent => ({
    type,
    id: `msg_${newId()}`,
    body: { type, timestamp: seconds(at), data: { employeeId: String(id), ...data } },
  })
  if (phase === 'left') return [event('employee.updated', { status: 'left' })]
  // What is entered is told at once, with the day from which it holds; nothing but what was set.
  if (phase === 'holds') return []
  const said = Object.fromEntries(
    Object.entries(wordsOf(state)).filter(([name]) => fields.some((field) => nameOf[field] === name)),
  )
  return [event(hire ? 'employee.created' : 'employee.updated', { ...said, effectiveOn })]
}

/** Anything that signs by Standard Webhooks: an integration platform, a script of one's own. */
export const standard: FakeVendor = {
  words: 'Standard Webhooks',
  settings: {},
  credentials: {},
  ...plainIds,
  eventsOf,
  sign: (secret, { id, body, seconds: stamp }) => {
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
    return {
      'webhook-id': id,
      'webhook-timestamp': String(stamp),
      'webhook-signature': `v1,${createHmac('sha256', key).update(`${id}.${stamp}.`).update(body).digest('base64')}`,
    }
  },
  restamps: true,
  persistent: true,
  retryMinutes: [0.1, 5, 30, 120, 300, 600, 840, 1200, 1440],
}
