import type { Work } from '../../actor.ts'
import { localDate } from '../../calendar.ts'
import { whileStale } from '../../while-stale.ts'
import { type ConnectionRecord, scopeOfConnection } from '../connections/connection-record.ts'
import type { EmployeeReport } from '../vendors/report.ts'
import type { EmployeeRecord } from './employee-record.ts'
import { managerPersonId, reportsToUpdate } from './reporting-lines.ts'
import { type Outcome, reckonEmployee, type Settled, type Settling } from './settle-one.ts'
import { fieldsOn, type Said } from './statements.ts'

/** Employees that are settled at once; more would keep the database busy for others. */
const atOnce = 8

/**
 * Takes over what an HR system says of employees: each in a transaction of its own, with the person they are, their manager, their
 * history and what there is to tell. In whatever order and however often reports come, the same state is left. The results are in
 * the order of the reports.
 * @param cause the id of the event, for the history
 * @throws DomainError `Unavailable`; what was settled before then stays, and all may be settled again
 */
export const settleReports = async (
  work: Work,
  { connection, reports, cause }: { connection: ConnectionRecord; reports: EmployeeReport[]; cause: { id: string } },
): Promise<Settled[]> => {
  const settled = new Map<EmployeeReport, Settled>()
  const settleOne = async (report: EmployeeReport) => {
    const { employeeId, occurredAt: time } = report
    const settling = { connection, employeeId, cause: { id: cause.id, time } }
    settled.set(report, await settle(work, settling, async () => [saidBy(report, connection.zone)]))
  }
  const { staying = [], ending = [] } = Object.groupBy(reports, (report) => (saysEnd(report) ? 'ending' : 'staying'))
  for (const group of [staying, ending]) {
    for (let start = 0; start < group.length; start += atOnce) {
      await Promise.all(group.slice(start, start + atOnce).map(settleOne))
    }
  }
  return reports.map((report) => settled.get(report)!)
}

/** These come last: whoever has left as one employee may be said to work here as another one in the same breath. */
const saysEnd = ({ fields }: EmployeeReport): boolean => fields.status === 'left' || Boolean(fields.endsOn)

/** A report as statements: times with milliseconds, so that they compare as text. */
const saidBy = ({ fields, occurredAt, effectiveOn }: EmployeeReport, zone: string): Said => {
  const saidAt = new Date(occurredAt).toISOString()
  return { fields, saidAt, effectiveOn: effectiveOn ?? localDate(saidAt, zone) }
}

/** What there is to say of an employee; given the row as it is now, for what depends on it. */
export type Say = (known: EmployeeRecord | undefined) => Promise<Said[]>

const nothing: Say = async () => []

/** Settles one employee, and then those who report to them and did not know their manager. */
export const settle = async (work: Work, settling: Settling, say: Say): Promise<Settled> => {
  const { store } = work
  const { connection } = settling
  const done = await settleEmployee(work, settling, say)
  const news = { connection, cause: settling.cause }
  for (const employeeId of await reportsToUpdate(store, connection, done.record, done.email)) {
    await settleEmployee(work, { ...news, employeeId }, nothing)
  }
  // The manager may have become known at the same moment, before our line to them could be seen.
  const { fields, settledOn } = done.record
  if (done.managerIsUnknown && (await managerPersonId(store, connection, fieldsOn(fields, settledOn)))) {
    await settleEmployee(work, { ...news, employeeId: settling.employeeId }, nothing)
  }
  return done.settled
}

const settleEmployee = ({ store, ...work }: Work, settling: Settling, say: Say): Promise<Outcome> =>
  whileStale(async () => {
    const known = await store.get('employee', scopeOfConnection(settling.connection), settling.employeeId)
    const outcome = await reckonEmployee({ store, ...work }, known, await say(known), settling)
    if (outcome.changes.length + outcome.events.length > 0) await store.commit(outcome.changes, outcome.events)
    return outcome
  })
