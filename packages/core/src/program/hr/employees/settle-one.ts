import type { NewEvent } from '../../../events.ts'
import type { Change } from '../../../ports.ts'
import { platform, type Work } from '../../actor.ts'
import { localDate, localTime } from '../../calendar.ts'
import type { Person } from '../../person.ts'
import { organisation } from '../../record.ts'
import { type ConnectionRecord, scopeOfConnection } from '../connections/connection-record.ts'
import type { EmployeeField } from '../vendors/report.ts'
import { sourceOf } from '../vendors/vendor.ts'
import type { Cause, PersonChangeRecord } from './change-record.ts'
import { personOfEmployee } from './employee-person.ts'
import type { EmployeeRecord } from './employee-record.ts'
import { nextDate } from './employment.ts'
import { employmentsChange, loadEmployments } from './person-employments.ts'
import { lineChanges, managerNamed } from './reporting-lines.ts'
import { settleManager } from './settle-manager.ts'
import { addStatements, fieldsAhead, fieldsOn, outdatedFields, type Said } from './statements.ts'
import { isSilent, type ToTell, tellChanges } from './tell-changes.ts'
import { withoutTold } from './told-elsewhere.ts'

/** What became of what was said of an employee. `problem`: what could not be taken over, in words without data of people. */
export type Settled = {
  employeeId: string
  result: 'added' | 'changed' | 'unchanged' | 'waiting'
  personId?: string
  problem?: string
  /** The fields of which something said later, or for a later date, holds. */
  outdated: EmployeeField[]
}

export type Settling = {
  connection: ConnectionRecord
  employeeId: string
  /** What caused it: the id of the event, and when it happened. */
  cause: { id: string; time: string }
  /** The local date that the event names for what is told. */
  since?: string
  /** Whether the time of waiting for a date is over: what lies ahead is waited for anew. */
  woken?: boolean
}

/** An employee with what belongs to them, to be committed together. */
export type Outcome = {
  record: EmployeeRecord
  email: string | undefined
  /** The manager is named, but nobody here. */
  managerIsUnknown: boolean
  changes: Change[]
  events: NewEvent[]
  settled: Settled
}

/** Reckons what an employee, as read from the store, becomes by what was said. Writes nothing. */
export const reckonEmployee = async (
  work: Work,
  known: EmployeeRecord | undefined,
  said: Said[],
  { connection, employeeId, cause, since, woken = false }: Settling,
): Promise<Outcome> => {
  const { store, now } = work
  const scope = scopeOfConnection(connection)
  const today = localDate(now, connection.zone)
  const on = known && known.settledOn > today ? known.settledOn : today
  const fields = addStatements(known?.fields ?? {}, said, on)
  const before = known && fieldsOn(known.fields, known.settledOn)
  const after = fieldsOn(fields, on)
  const met = await personOfEmployee(work, connection, { id: employeeId, personId: known?.personId }, after)
  const employments = met && (await loadEmployments(work, connection, employeeId, known, met))
  const speaks = employments && !isSilent(employments.compared, { fields, on })
  const found = met && (speaks ? met : { ...met, person: met.stored!, claims: [] })
  const manager = found && speaks ? await settleManager(store, connection, found, { before, after }) : undefined
  const told =
    employments &&
    (await withoutTold(
      store,
      { tenantId: scope.tenantId, personId: employments.row.id, many: employments.others.length + 1 },
      tellChanges({
        before: known && { fields: known.fields, on: known.settledOn },
        after: { fields, on },
        manager: manager ?? { before: undefined, after: undefined, isFirst: true },
        person: employments.compared,
        since,
      }),
    ))
  const record: EmployeeRecord = {
    ...{ ...scope, id: employeeId, version: 0, connectionId: connection.id },
    ...{ personId: found?.person.id, fields, settledOn: on, wakesOn: nextDate(fields, on) },
  }
  const person = found && (manager ? { ...found.person, managerId: manager.after } : found.person)
  const isPersonChanged = person !== undefined && !samePerson(person, found?.stored)
  const history =
    person && told && told.changes.length > 0 ? historyOf(work, connection, record, person, told, cause) : undefined
  const isNewWait = record.wakesOn !== undefined && (woken || record.wakesOn !== known?.wakesOn)
  const isSame = known !== undefined && sameEmployee(known, record)
  const changes: Change[] = [
    // With the person also when it stays the same: their manager was reckoned from it, and it may be changing just now.
    ...(isSame && !isPersonChanged ? [] : [{ kind: 'employee' as const, record, expect: known?.version ?? 0 }]),
    ...(isPersonChanged ? [{ kind: 'person' as const, record: person, expect: found?.stored?.version ?? 0 }] : []),
    ...(found?.claims ?? []),
    ...(told ? employmentsChange(employments, record, told) : []),
    ...lineChanges(connection, employeeId, before && managerNamed(before), managerNamed(after)),
    ...(history ? [{ kind: 'personChange' as const, record: history, expect: 0 }] : []),
  ]
  const isAhead = JSON.stringify(fieldsAhead(fields, on)) !== JSON.stringify(known ? fieldsAhead(known.fields, on) : [])
  const isChanged = history !== undefined || isPersonChanged || JSON.stringify(before) !== JSON.stringify(after)
  const result = !known ? 'added' : isChanged ? 'changed' : isAhead ? 'waiting' : 'unchanged'
  return {
    record,
    email: person?.email.toLowerCase(),
    managerIsUnknown: manager?.isUnknown ?? false,
    changes,
    events: [
      ...(history ? [changed(history)] : []),
      ...(isNewWait ? [waiting(connection, employeeId, record.wakesOn!, now)] : []),
    ],
    settled: {
      ...{ employeeId, result, personId: person?.id, problem: found?.problem },
      outdated: outdatedFields(fields, said, on),
    },
  }
}

const sameEmployee = (a: EmployeeRecord, b: EmployeeRecord): boolean => {
  const seen = ({ fields, personId, wakesOn }: EmployeeRecord) => JSON.stringify([fields, personId, wakesOn])
  return seen(a) === seen(b)
}

const samePerson = (a: Person, b: Person | undefined): boolean =>
  a.email === b?.email && a.name === b.name && a.zone === b.zone && a.managerId === b.managerId

const historyOf = (
  { ids, now }: Work,
  connection: ConnectionRecord,
  employee: EmployeeRecord,
  person: Person,
  { changes, effectiveOn }: ToTell,
  { id, time }: Settling['cause'],
): PersonChangeRecord => {
  const cause: Cause = {
    specversion: '1.0',
    id,
    source: sourceOf(connection.vendor, connection.settings.company ?? connection.id),
    type: `org.pilotgate.hr.employee.${changes[0]!.kind}.v1`,
    subject: `employee/${employee.id}`,
    time,
  }
  return {
    ...{ tenantId: connection.tenantId, scope: organisation, id: `${person.id}.${ids.next(now)}`, version: 0 },
    ...{ personId: person.id, connectionId: connection.id, employeeId: employee.id },
    ...{ at: now, effectiveOn, changes, cause },
  }
}

const changed = ({ tenantId, at, personId, id, changes, effectiveOn }: PersonChangeRecord): NewEvent => ({
  ...{ type: 'person.changed', tenantId, programId: organisation, at, by: platform },
  ...{ personId, changeId: id, kinds: changes.map(({ kind }) => kind), on: effectiveOn },
})

/** Tells that a local date is waited for; the same employee and date may be told of more than once. */
export const waiting = (
  { tenantId, id, zone }: ConnectionRecord,
  employeeId: string,
  date: string,
  now: string,
): NewEvent => ({
  ...{ type: 'employee.waiting', tenantId, programId: organisation, at: now, by: platform },
  ...{ connectionId: id, employeeId, wakesAt: localTime(date, '00:00', zone) },
})
