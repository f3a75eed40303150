import type { Change, Store } from '../../../ports.ts'
import { allOf, loadPeople } from '../../load.ts'
import { personIdOf } from '../../people.ts'
import { type ConnectionRecord, scopeOfConnection } from '../connections/connection-record.ts'
import type { EmployeeFields } from '../vendors/report.ts'
import type { EmployeeRecord } from './employee-record.ts'

/** How the HR system names the manager: by id, or else by address; `null`: nobody, `undefined`: it has not said. */
export const managerNamed = ({ managerId, managerEmail }: Partial<EmployeeFields>): string | null | undefined =>
  managerId ?? managerEmail ?? (managerId === null || managerEmail === null ? null : undefined)

/** The person whom an employee reports to; `undefined` as long as the manager is not known here. */
export const managerPersonId = async (
  store: Store,
  connection: ConnectionRecord,
  { managerId, managerEmail }: Partial<EmployeeFields>,
): Promise<string | undefined> => {
  if (managerId) return (await store.get('employee', scopeOfConnection(connection), managerId))?.personId
  return managerEmail ? personIdOf(store, connection.tenantId, managerEmail) : undefined
}

const lineId = (manager: string, employeeId: string) => JSON.stringify([manager, employeeId])

/** Moves the line from the manager named before to the one named now; kept in step with the employee by being committed with them. */
export const lineChanges = (
  connection: ConnectionRecord,
  employeeId: string,
  before: string | null | undefined,
  after: string | null | undefined,
): Change[] => {
  if ((before ?? null) === (after ?? null)) return []
  const record = (managerId: string, version: number) => ({
    ...scopeOfConnection(connection),
    ...{ id: lineId(managerId, employeeId), version, managerId, employeeId },
  })
  return [
    ...(before ? [{ kind: 'reportingLine' as const, record: record(before, 1), expect: 1, remove: true }] : []),
    ...(after ? [{ kind: 'reportingLine' as const, record: record(after, 0), expect: 0 }] : []),
  ]
}

/** The ids of those who report to an employee and whose person does not know it yet: the manager has become known after them. */
export const reportsToUpdate = async (
  store: Store,
  connection: ConnectionRecord,
  { id, personId }: EmployeeRecord,
  email: string | undefined,
): Promise<string[]> => {
  if (personId === undefined) return []
  const scope = scopeOfConnection(connection)
  const named = email === undefined || email === id ? [id] : [id, email]
  const lines = await Promise.all(
    named.map((each) => allOf(store, 'reportingLine', scope, `[${JSON.stringify(each)},`)),
  )
  const employeeIds = [...new Set(lines.flat().map(({ employeeId }) => employeeId))]
  const stale: string[] = []
  for (let start = 0; start < employeeIds.length; start += 100) {
    const employees = await store.getMany('employee', scope, employeeIds.slice(start, start + 100))
    const withPerson = employees.flatMap((each) => (each.personId ? [{ id: each.id, personId: each.personId }] : []))
    const people = await loadPeople(
      store,
      connection.tenantId,
      withPerson.map((each) => each.personId),
    )
    stale.push(
      ...withPerson
        .filter((each) => each.personId !== personId && people.get(each.personId)?.managerId !== personId)
        .map((each) => each.id),
    )
  }
  return stale
}
