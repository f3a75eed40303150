import { createHash } from 'node:crypto'
import type { Event } from '@pilotgate/core/events'

type Waiting = Extract<Event, { type: 'employee.waiting' }>

/**
 * The execution of `employee-change` that waits for a date: the same for the same employee and date. Ids of HR systems may hold anything
 * and be longer than the name of an execution may be, so it has a hash of them.
 */
export const waitForDate = ({ tenantId, programId, connectionId, employeeId, wakesAt }: Waiting) => {
  const hash = createHash('sha256')
    .update(JSON.stringify([tenantId, employeeId]))
    .digest('hex')
    .slice(0, 24)
  const date = wakesAt.slice(0, 16).replaceAll(/[^0-9]/g, '')
  return {
    name: `${connectionId}-${hash}-${date}`,
    input: { tenantId, programId, connectionId, employeeId, wakesAt },
  }
}
