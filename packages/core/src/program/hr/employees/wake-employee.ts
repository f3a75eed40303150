import { isDomainError } from '../../../errors.ts'
import type { Work } from '../../actor.ts'
import { localDate } from '../../calendar.ts'
import { organisation } from '../../record.ts'
import { type ConnectionRecord, scopeOfConnection } from '../connections/connection-record.ts'
import { type Asking, fetchOf } from '../inbox/ask-employee.ts'
import { readBackEmployee } from '../inbox/read-back.ts'
import type { Settling } from './settle-one.ts'
import { settle } from './settle-reports.ts'

export type EmployeeRef = { tenantId: string; connectionId: string; employeeId: string }

/**
 * Settles an employee on a date that was waited for. An HR system that can be asked is asked first: what was announced may have been
 * called off without a word. One that does not answer keeps nobody waiting: what it said before holds, and `again` asks for another try.
 * Repeatable.
 * @throws DomainError `Unavailable` when the database does not answer
 */
export const wakeEmployee = async (work: Work, asking: Asking, ref: EmployeeRef): Promise<{ again: boolean }> => {
  const { store, now } = work
  const { tenantId, connectionId, employeeId } = ref
  const connection = await store.get('connection', { tenantId, scope: organisation }, connectionId)
  if (!connection) return { again: false }
  const id = `date-${localDate(now, connection.zone)}-${employeeId}`
  const settling: Settling = { connection, employeeId, cause: { id, time: now }, woken: true }
  const asked = await askNow(work, asking, settling)
  if (asked !== 'asked') await settleKnown(work, connection, settling)
  return { again: asked === 'no answer' }
}

const askNow = async (
  work: Work,
  asking: Asking,
  settling: Settling,
): Promise<'asked' | 'no answer' | 'cannot be asked'> => {
  if (settling.connection.status === 'off') return 'cannot be asked'
  try {
    const fetch = await fetchOf(asking, settling.connection, work.now)
    if (!fetch) return 'cannot be asked'
    await readBackEmployee(work, fetch, settling)
    return 'asked'
  } catch (error) {
    if (isDomainError(error, 'Unavailable')) return 'no answer'
    if (isDomainError(error, 'NotAllowed') || isDomainError(error, 'InvalidInput')) return 'cannot be asked'
    throw error
  }
}

const settleKnown = async (work: Work, connection: ConnectionRecord, settling: Settling): Promise<void> => {
  const known = await work.store.get('employee', scopeOfConnection(connection), settling.employeeId)
  if (known) await settle(work, settling, async () => [])
}
