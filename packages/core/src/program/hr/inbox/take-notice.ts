import { DomainError } from '../../../errors.ts'
import type { Work } from '../../actor.ts'
import { localDate } from '../../calendar.ts'
import type { ConnectionRecord } from '../connections/connection-record.ts'
import { waiting } from '../employees/settle-one.ts'
import { settleReports } from '../employees/settle-reports.ts'
import type { EmployeeNotice } from '../vendors/report.ts'
import type { deliveryResults } from './inbox-record.ts'
import { type Fetch, readBackEmployee } from './read-back.ts'

type Taken = { result: (typeof deliveryResults)[number]; problem?: string }

/**
 * Takes over what a delivery says of one employee; a thin one has the state read back. Repeatable.
 * @param fetch absent where the HR system cannot be asked
 * @throws DomainError `InvalidInput` (nothing to be had), and as the fetch
 */
export const takeNotice = async (
  work: Work,
  connection: ConnectionRecord,
  notice: EmployeeNotice,
  { causeId, fetch }: { causeId: string; fetch: Fetch | undefined },
): Promise<Taken> => {
  const { employeeId, report, occurredAt, effectiveOn } = notice
  if (report) {
    const [settled] = await settleReports(work, { connection, reports: [report], cause: { id: causeId } })
    return result(settled)
  }
  if (!fetch) {
    throw new DomainError('InvalidInput', 'The event says only whom it is about, and this HR system cannot be asked.')
  }
  const isAhead = effectiveOn !== undefined && effectiveOn > localDate(work.now, connection.zone)
  const settled = await readBackEmployee(work, fetch, {
    ...{ connection, employeeId, cause: { id: causeId, time: occurredAt } },
    since: isAhead ? undefined : effectiveOn,
  })
  // The state of today does not tell of what begins later: it is asked for again on that date.
  if (isAhead) await work.store.commit([], [waiting(connection, employeeId, effectiveOn, work.now)])
  return isAhead && settled?.result !== 'changed' ? { ...result(settled), result: 'waiting' } : result(settled)
}

const result = (settled: Awaited<ReturnType<typeof readBackEmployee>>): Taken => {
  if (!settled) return { result: 'not known here' }
  return { result: settled.result === 'added' ? 'changed' : settled.result, problem: settled.problem }
}
