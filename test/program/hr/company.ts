import { ulids } from '@pilotgate/aws/ids'
import type { Change, Store } from '@pilotgate/core/ports'
import { localDate } from '@pilotgate/core/program/calendar'
import { type ConnectionRecord, scopeOfConnection } from '@pilotgate/core/program/hr/connections/connection-record'
import { settleReports } from '@pilotgate/core/program/hr/employees/settle-reports'
import type { EmployeeFields, EmployeeReport } from '@pilotgate/core/program/hr/vendors/report'
import { allOf } from '@pilotgate/core/program/load'
import { findByEmail } from '@pilotgate/core/program/people'
import { fakeStore } from '../../contract/fakes/store.ts'
import { member } from '../../contract/samples.ts'

const tenantId = 'nordlicht'
const organisation = { tenantId, scope: '-' }

const connectionOf = (changes: Partial<ConnectionRecord> = {}): ConnectionRecord => ({
  ...{ ...organisation, id: 'C1', version: 1, vendor: 'standard', name: 'HR', status: 'on', settings: {} },
  ...{ credentials: {}, secrets: [], doorSecret: 'door', zone: 'Europe/Berlin', offers: [] },
  ...{ createdAt: '2027-01-01T00:00:00.000Z', createdBy: 'olga' },
  ...changes,
})

/** An organisation with one connection, on a day that tests choose. */
export const company = (changes: Partial<ConnectionRecord> = {}, store: Store = fakeStore(ulids())) => {
  const connection = connectionOf(changes)
  const scope = scopeOfConnection(connection)
  let now = '2027-01-11T09:00:00.000Z'
  const ids = ulids()
  const work = () => ({ store, ids, now })
  const write = (...all: Change[]) => store.commit(all)
  const events = async () => (await store.events({ tenantId, programId: '-' }, { limit: 1000 })).items
  return {
    store,
    connection,
    work,
    write,
    events,
    tenantId,
    today: () => localDate(now, connection.zone),
    at: (instant: string) => {
      now = instant
    },
    keep: () => write({ kind: 'connection', record: connection, expect: 0 }),
    /** What the HR system says now, or at another time. */
    say: async (employeeId: string, fields: Partial<EmployeeFields>, when: Partial<EmployeeReport> = {}) => {
      const reports = [{ employeeId, fields, occurredAt: now, ...when }]
      return (await settleReports(work(), { connection, reports, cause: { id: 'E1' } }))[0]!
    },
    sayAll: (reports: EmployeeReport[]) => settleReports(work(), { connection, reports, cause: { id: 'E1' } }),
    employee: async (id: string) => store.get('employee', scope, id),
    employees: () => allOf(store, 'employee', scope),
    lines: async () => (await allOf(store, 'reportingLine', scope)).map(({ id }) => id),
    person: (email: string) => findByEmail(store, tenantId, email),
    /** What a person counts as, by all employees that they are. */
    counts: async (email: string) => {
      const found = await findByEmail(store, tenantId, email)
      return found && (await store.get('personEmployments', organisation, found.id))?.announced
    },
    people: () => allOf(store, 'person', organisation),
    claims: async () => (await allOf(store, 'emailClaim', organisation)).map(({ id, personId }) => ({ id, personId })),
    changes: () => allOf(store, 'personChange', organisation),
    /** The kinds told so far, oldest first. */
    kinds: async () => (await events()).flatMap((event) => (event.type === 'person.changed' ? event.kinds : [])),
    /** The dates waited for so far. */
    waits: async () => (await events()).flatMap((event) => (event.type === 'employee.waiting' ? [event.wakesAt] : [])),
    /** Somebody on the roster of a program. */
    roster: async (id: string, email: string, managerId?: string) => {
      const record = { ...organisation, id, version: 0, email, name: id, zone: 'UTC', managerId }
      await write(
        { kind: 'person', record, expect: 0 },
        { kind: 'emailClaim', record: { ...organisation, id: email, version: 0, personId: id }, expect: 0 },
        { kind: 'member', record: member({ tenantId, scope: 'P1' }, id), expect: 0 },
      )
    },
  }
}
export type Company = ReturnType<typeof company>
