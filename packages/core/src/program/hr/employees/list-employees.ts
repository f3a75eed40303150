import type { Page } from '../../../ports.ts'
import type { Work } from '../../actor.ts'
import { localDate } from '../../calendar.ts'
import { scopeOfConnection } from '../connections/connection-record.ts'
import { loadConnection } from '../connections/load-connection.ts'
import type { EmployeeField, EmployeeFields } from '../vendors/report.ts'
import { fieldsAhead, fieldsOn } from './statements.ts'

export type ListedEmployee = {
  employeeId: string
  personId: string | undefined
  fields: Partial<EmployeeFields>
  ahead: { field: EmployeeField; value: string | null; effectiveOn: string }[]
}

/** A page of the employees of a connection as they are today in its zone, and what is ahead. @throws DomainError `NotFound` */
export const listEmployees = async (
  { store, now }: Pick<Work, 'store' | 'now'>,
  tenantId: string,
  connectionId: string,
  page: { limit: number; cursor?: string },
): Promise<Page<ListedEmployee>> => {
  const connection = await loadConnection(store, tenantId, connectionId)
  const today = localDate(now, connection.zone)
  const { items, cursor } = await store.list('employee', scopeOfConnection(connection), page)
  return {
    items: items.map(({ id, personId, fields }) => ({
      ...{ employeeId: id, personId },
      ...{ fields: fieldsOn(fields, today), ahead: fieldsAhead(fields, today) },
    })),
    cursor,
  }
}
