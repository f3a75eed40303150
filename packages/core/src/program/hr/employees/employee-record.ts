import { z } from 'zod'
import { scoped, timestamp } from '../../record.ts'
import type { EmployeeField } from '../vendors/report.ts'

/** One value of one field: what was said, when, and from which local date it holds. */
const statement = z.strictObject({
  value: z.string().nullable(),
  effectiveOn: z.iso.date(),
  saidAt: timestamp,
})
export type Statement = z.infer<typeof statement>

/** The statements that count for a field: the one that holds and those whose date lies ahead, by date. */
const statements = z.array(statement).optional()

/**
 * An employee as an HR system knows them; `id` is its id there, in the scope of the connection. Of two statements about a field the one
 * with the later date counts, then the one said later, then the greater text: in whatever order and however often they come, the same
 * one is left (hr-and-calendar §3.7).
 */
export const employeeRecord = scoped.extend({
  connectionId: z.string(),
  /** The person it is here, once there is an address. */
  personId: z.string().optional(),
  fields: z.strictObject({
    email: statements,
    name: statements,
    title: statements,
    department: statements,
    managerId: statements,
    managerEmail: statements,
    status: statements,
    hiredOn: statements,
    endsOn: statements,
    zone: statements,
  } satisfies Record<EmployeeField, typeof statements>),
  /** What their person counted as, in rows whose person has no `personEmployments` yet; those have it since. */
  announced: z.enum(['hired', 'left']).optional(),
  /** The local date for which the fields were settled last; it never goes back, however late a message is worked through. */
  settledOn: z.iso.date(),
  /** The next local date on which something said before begins to hold. */
  wakesOn: z.iso.date().optional(),
})
export type EmployeeRecord = z.infer<typeof employeeRecord>

/** Who reports to whom, by the manager: `id` is `["MANAGER","EMPLOYEE"]`, so that a manager who becomes known later is found. */
export const reportingLineRecord = scoped.extend({ managerId: z.string(), employeeId: z.string() })
