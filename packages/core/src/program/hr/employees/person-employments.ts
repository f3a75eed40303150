import { z } from 'zod'
import type { Change } from '../../../ports.ts'
import type { Work } from '../../actor.ts'
import { localDate } from '../../calendar.ts'
import { organisation, scoped } from '../../record.ts'
import type { ConnectionRecord } from '../connections/connection-record.ts'
import type { EmployeePerson } from './employee-person.ts'
import { type EmployeeRecord, employeeRecord } from './employee-record.ts'
import { type Stage, stageOn } from './employment.ts'
import type { ComparedPerson, ToTell } from './tell-changes.ts'

const { status, hiredOn, endsOn } = employeeRecord.shape.fields.shape

/**
 * All employees that one person is: whoever moves to another company of the group, or is in two HR systems, is several. `id` is the
 * person's. It is written with every employee of theirs whose employment changes, so that of two settled at once one sees the other.
 */
export const personEmploymentsRecord = scoped.extend({
  employees: z.array(
    z.strictObject({
      connectionId: z.string(),
      employeeId: z.string(),
      /** What their stage depends on (`employment.ts`). */
      fields: z.strictObject({ status, hiredOn, endsOn }),
    }),
  ),
  /** What the person counts as since it was looked at last: whoever is hired or has left is not so again. */
  announced: z.enum(['hired', 'left']).optional(),
  /** Whether people were ever told that they came or went. */
  wasTold: z.boolean(),
})
type PersonEmployments = z.infer<typeof personEmploymentsRecord>
type Employee = PersonEmployments['employees'][number]

/** The row as it was read, those of it beside the employee who is settled, and what is compared of the person. */
type Employments = { row: PersonEmployments; others: Employee[]; compared: ComparedPerson }

/** What is known of a person by all employees that they are. @param known the employee who is settled, as it was */
export const loadEmployments = async (
  work: Pick<Work, 'store' | 'now'>,
  connection: ConnectionRecord,
  employeeId: string,
  known: EmployeeRecord | undefined,
  { person: { id }, stored }: EmployeePerson,
): Promise<Employments> => {
  const scope = { tenantId: connection.tenantId, scope: organisation }
  const isLinked = known?.personId === id
  const announced = isLinked ? known.announced : undefined
  const row = (stored && (await work.store.get('personEmployments', scope, id))) ?? {
    ...{ ...scope, id, version: 0, employees: [], announced, wasTold: announced !== undefined },
  }
  const others = row.employees.filter((each) => each.connectionId !== connection.id || each.employeeId !== employeeId)
  const stages = await Promise.all(others.map((each) => stageToday(work, connection, each)))
  const isOfRoster = stored !== undefined && !isLinked && row.employees.length === 0
  const [isElsewhere, isAwaited] = [stages.includes('employed'), stages.includes('ahead')]
  const compared = { announced: row.announced, wasTold: row.wasTold, isElsewhere, isAwaited, isLinked, isOfRoster }
  return { row, others, compared }
}

/** On the date in the zone of its own connection; the employees of one that was removed count no longer. */
const stageToday = async (
  { store, now }: Pick<Work, 'store' | 'now'>,
  connection: ConnectionRecord,
  { connectionId, fields }: Employee,
): Promise<Stage | undefined> => {
  const { tenantId } = connection
  const own =
    connectionId === connection.id
      ? connection
      : await store.get('connection', { tenantId, scope: organisation }, connectionId)
  return own && stageOn(fields, localDate(now, own.zone))
}

/** The row once an employee is settled; nothing when it stays the same. */
export const employmentsChange = (
  { row, others }: Employments,
  { connectionId, id: employeeId, fields: { status, hiredOn, endsOn } }: EmployeeRecord,
  { announced, lifecycle }: ToTell,
): Change[] => {
  const own: Employee = { connectionId, employeeId, fields: { status, hiredOn, endsOn } }
  const employees = [...others, own].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  const wasTold = row.wasTold || lifecycle !== undefined
  const record = { ...row, employees, announced, wasTold }
  return JSON.stringify(record) === JSON.stringify(row)
    ? []
    : [{ kind: 'personEmployments', record, expect: row.version }]
}

const keyOf = ({ connectionId, employeeId }: Employee): string => JSON.stringify([connectionId, employeeId])
