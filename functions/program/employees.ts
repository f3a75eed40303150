import { toHistoryLineView } from '@pilotgate/contracts/program/connection-views'
import { importEmployees, importEmployeesFile } from '@pilotgate/core/program/hr/employees/import-employees'
import { listEmployees } from '@pilotgate/core/program/hr/employees/list-employees'
import { readPersonHistory } from '@pilotgate/core/program/hr/employees/read-person-history'
import type { RoutesOf } from '../lib/http/api.ts'

type Handlers = Pick<
  RoutesOf<'program/api'>,
  'importEmployees' | 'importEmployeesFile' | 'listEmployees' | 'readPersonHistory'
>

/** Employees as HR systems say they are, imports of them, and what became of people. */
export const employeeHandlers: Handlers = {
  importEmployees: ({ work, actor, path, body }) => importEmployees(work, actor.tenantId, path.connectionId!, body),
  importEmployeesFile: ({ work, actor, path, body }) =>
    importEmployeesFile(work, actor.tenantId, path.connectionId!, body.csv),
  listEmployees: ({ work, actor, path, query }) => listEmployees(work, actor.tenantId, path.connectionId!, query),
  readPersonHistory: async ({ work, actor, path, query }) => {
    const page = await readPersonHistory(work.store, actor.tenantId, path.programId!, path.personId!, query)
    return { items: page.items.map(({ change, effects }) => toHistoryLineView(change, effects)), cursor: page.cursor }
  },
}
