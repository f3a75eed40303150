import type { Work } from '../../actor.ts'
import { localDate } from '../../calendar.ts'
import { type ConnectionRecord, scopeOfConnection } from '../connections/connection-record.ts'
import type { EmployeeRecord } from '../employees/employee-record.ts'
import type { Settled, Settling } from '../employees/settle-one.ts'
import { settle } from '../employees/settle-reports.ts'
import { latestSaid, type Said } from '../employees/statements.ts'
import type { EmployeeReport } from '../vendors/report.ts'

/** Asks the HR system for an employee as they are now; `undefined` when it knows nobody by this id. */
export type Fetch = (employeeId: string) => Promise<EmployeeReport | undefined>

/**
 * Takes over the state of an employee as the HR system gives it now. The row is read before the system is asked and must be the same
 * when it is written, and what is fetched counts as said after all that was known: of two fetches the later one wins, whatever clocks
 * say. Somebody whom the system does not know any more has left; `undefined` for who was never known here.
 * @throws DomainError as the fetch
 */
export const readBackEmployee = async (work: Work, fetch: Fetch, settling: Settling): Promise<Settled | undefined> => {
  const { connection, employeeId } = settling
  const known = await work.store.get('employee', scopeOfConnection(connection), employeeId)
  const first = known ? undefined : await fetch(employeeId)
  if (!known && !first) return undefined
  return settle(work, settling, async (row) => {
    // Once there is a row, only what is fetched after it was read may count as later.
    const report = row ? await fetch(employeeId) : first
    return [snapshot(work.now, connection, row, report)]
  })
}

const snapshot = (
  now: string,
  { zone }: ConnectionRecord,
  row: EmployeeRecord | undefined,
  report: EmployeeReport | undefined,
): Said => {
  const latest = row && latestSaid(row.fields)
  const today = localDate(now, zone)
  return {
    fields: report?.fields ?? { status: 'left' },
    saidAt: latest && latest >= now ? new Date(Date.parse(latest) + 1).toISOString() : now,
    effectiveOn: row && row.settledOn > today ? row.settledOn : today,
  }
}
