import type { Store } from '../../../ports.ts'
import type { ConnectionRecord } from '../connections/connection-record.ts'
import type { EmployeeFields } from '../vendors/report.ts'
import type { EmployeePerson } from './employee-person.ts'
import { managerNamed, managerPersonId } from './reporting-lines.ts'
import type { Compared } from './tell-changes.ts'

type Fields = Partial<EmployeeFields>

/** The manager of a person before and after; `isUnknown`: they are named, but nobody here. */
export type SettledManager = Compared['manager'] & { isUnknown: boolean }

/**
 * Who the manager of a person is by what an HR system says. A manager who is not known here yet leaves the one of the roster, but not
 * the one whom the HR system named before. A first manager is a change only for people in a program: the lines of everybody else are
 * looked at when they join one.
 */
export const settleManager = async (
  store: Store,
  connection: ConnectionRecord,
  { person, stored }: EmployeePerson,
  fields: { before: Fields | undefined; after: Fields },
): Promise<SettledManager> => {
  const before = stored?.managerId
  const named = managerNamed(fields.after)
  const found = await managerPersonId(store, connection, fields.after)
  // Heads of organisations are often written as their own managers.
  const isThemselves = found === person.id
  const kept = async () => {
    if (named === undefined || before === undefined) return before
    const isReplaced = fields.before !== undefined && managerNamed(fields.before) !== named
    return isReplaced && (await managerPersonId(store, connection, fields.before!)) === before ? undefined : before
  }
  const after = named === null || isThemselves ? undefined : (found ?? (await kept()))
  const isFirst =
    before === undefined &&
    (stored === undefined || after === undefined || (await store.programsOf(person.tenantId, person.id)).length === 0)
  return { before, after, isFirst, isUnknown: Boolean(named) && found === undefined }
}
