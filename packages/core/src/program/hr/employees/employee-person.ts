import type { Change, Store } from '../../../ports.ts'
import type { Work } from '../../actor.ts'
import { isZone } from '../../calendar.ts'
import { findByEmail, findPerson, moveClaim } from '../../people.ts'
import type { Person } from '../../person.ts'
import { organisation } from '../../record.ts'
import type { ConnectionRecord } from '../connections/connection-record.ts'
import type { EmployeeFields } from '../vendors/report.ts'
import type { EmployeeRecord } from './employee-record.ts'

/**
 * The person that an employee is here: linked before, found by their address, or new. `stored` is the person as it is in the store.
 * `problem` says in words, without data of people, what of it could not be taken over and what to do.
 */
export type EmployeePerson = { person: Person; stored: Person | undefined; claims: Change[]; problem?: string }

/**
 * Finds the person of an employee, or prepares one in the organisation's own directory; `undefined` as long as there is no address.
 * A changed address moves the claim with it; one that is somebody else's stays theirs.
 */
export const personOfEmployee = async (
  { store, ids }: Work,
  connection: ConnectionRecord,
  employee: Pick<EmployeeRecord, 'id' | 'personId'>,
  fields: Partial<EmployeeFields>,
): Promise<EmployeePerson | undefined> => {
  const { tenantId } = connection
  const { email } = fields
  const linked = await findPerson(store, tenantId, employee.personId)
  const stored = linked ?? (email ? await findByEmail(store, tenantId, email) : undefined)
  if (stored) return withAddress(store, told(stored, fields), stored, employee.id, email)
  if (!email) return undefined
  const scope = { tenantId, scope: organisation, version: 0 }
  const unknown: Person = { ...scope, id: ids.next(), email, name: email, zone: connection.zone }
  const person = told(unknown, fields)
  const claim: Change = { kind: 'emailClaim', record: { ...scope, id: email, personId: person.id }, expect: 0 }
  return { person, stored: undefined, claims: [claim] }
}

/** What the HR system says is taken over; what it does not say stays (P3: nothing but these fields). */
const told = (person: Person, { name, zone }: Partial<EmployeeFields>): Person => ({
  ...person,
  name: name ?? person.name,
  zone: zone && isZone(zone) ? zone : person.zone,
})

const withAddress = async (
  store: Store,
  person: Person,
  stored: Person,
  employeeId: string,
  email: string | null | undefined,
): Promise<EmployeePerson> => {
  if (!email || email === person.email.toLowerCase()) return { person, stored, claims: [] }
  const claims = await moveClaim(store, person, email)
  if (claims) return { person: { ...person, email }, stored, claims }
  const problem = `The new address of employee ${employeeId} belongs to somebody else here, so the old one stays. Give each their own address in the HR system.`
  return { person, stored, claims: [], problem }
}
