import type { RowOf } from '../api/queries.ts'

type Kind = RowOf<'readPersonHistory'>['changes'][number]['kind']

/** What HR systems tell of people. */
export const changeWords: Record<Kind, string> = {
  hired: 'Hired',
  role_changed: 'New role',
  manager_changed: 'New manager',
  department_changed: 'New department',
  terminated: 'Left the organisation',
  rehired: 'Came back',
}
