import type { Event, NewEvent } from '../events.ts'
import type { Change, Store } from '../ports.ts'
import { platform } from '../program/actor.ts'
import { type HireOffer, scopeOfConnection } from '../program/hr/connections/connection-record.ts'
import { effectOf } from '../program/hr/effects/effect.ts'
import { hasLeft, isOpen, loadChange, type PersonChanged } from '../program/hr/effects/programs-concerned.ts'
import type { EmployeeRecord } from '../program/hr/employees/employee-record.ts'
import { heldOn } from '../program/hr/employees/statements.ts'
import type { Program } from '../program/program.ts'
import { organisation } from '../program/record.ts'
import type { Role } from '../program/roles.ts'
import { whileStale } from '../program/while-stale.ts'
import { newIntake } from './invite-cohort.ts'

/**
 * Somebody was hired: they are put on the roster of every program that the connection offers people like them a place in, and invited
 * to its intake if it is running (I5). Who has a part in it already is left alone. Repeatable.
 */
export const followHires = async (store: Store, event: Event): Promise<void> => {
  if (event.type !== 'person.changed' || !event.kinds.includes('hired')) return
  const { tenantId } = event
  const change = await loadChange(store, event)
  if (!change || (await hasLeft(store, event))) return
  const connection = await store.get('connection', { tenantId, scope: organisation }, change.connectionId)
  if (!connection || connection.offers.length === 0) return
  const employee = await store.get('employee', scopeOfConnection(connection), change.employeeId)
  const hired = hiredAs(employee)
  const offered = Map.groupBy(
    connection.offers.filter((offer) => isOffered(offer, hired)),
    ({ programId }) => programId,
  )
  for (const [programId, offers] of offered) {
    const program = await store.get('program', { tenantId, scope: organisation }, programId)
    const roles = [...new Set(offers.flatMap((offer) => offer.roles))]
    if (program && isOpen(program)) await whileStale(() => offerPlace(store, program, event, roles))
  }
}

type Hired = { department: string | undefined; title: string | undefined }

/** The department and title that hold now. */
const hiredAs = (employee: EmployeeRecord | undefined): Hired => {
  const of = (field: 'department' | 'title') =>
    employee && (heldOn(employee.fields[field], employee.settledOn)?.value ?? undefined)
  return { department: of('department'), title: of('title') }
}

/** Whether an offer is meant for somebody hired like this; letters and spaces at the ends do not matter. */
export const isOffered = ({ departments, titles }: HireOffer, { department, title }: Hired): boolean =>
  isAmong(departments, department) && isAmong(titles, title)

const isAmong = (names: string[] | undefined, name: string | undefined): boolean =>
  names === undefined || (name !== undefined && names.map(plain).includes(plain(name)))

const plain = (name: string): string => name.trim().toLowerCase()

const offerPlace = async (store: Store, program: Program, event: PersonChanged, roles: Role[]): Promise<void> => {
  const { tenantId, personId, changeId, at } = event
  const scope = { tenantId, scope: program.id }
  const [member, intake] = await Promise.all([
    store.get('member', scope, personId),
    store.get('intake', scope, personId),
  ])
  if (member) return
  const about = { tenantId, programId: program.id, at, by: platform }
  const line = (effect: 'place offered' | 'invited to the intake', words: string): Change =>
    effectOf(about, { effect, personId, changeId, words })
  const isInvited = program.status === 'running' && roles.includes('participant') && !intake
  const changes: Change[] = [
    {
      kind: 'member',
      record: {
        ...{ ...scope, id: personId, version: 0, roles, learnerKind: 'person', places: 0 },
        ...{ status: 'active', joinedAt: at },
      },
      expect: 0,
    },
    line('place offered', `Was put on the roster as ${roles.join(', ')}.`),
    ...(isInvited
      ? [
          { kind: 'intake' as const, record: newIntake(scope, personId, at), expect: 0 },
          line('invited to the intake', 'Was invited to the intake.'),
        ]
      : []),
  ]
  const events: NewEvent[] = [
    { type: 'hire.offered', ...about, personId, changeId },
    ...(isInvited ? [{ type: 'intake.invited' as const, ...about, personIds: [personId] }] : []),
  ]
  await store.commit(changes, events)
}
