import { z } from 'zod'
import { timestamp } from '../../record.ts'

/** A name or title as HR systems write it. */
const words = z.string().trim().min(1).max(300)

/**
 * What an HR system says about an employee, in the platform's words. A field that is left out was not spoken of; `null` is known to be
 * empty. Nothing else about a person is taken over (P3): no birthday, no gender, no pay.
 */
export const employeeFields = z.strictObject({
  email: z.email().max(254).toLowerCase().nullable(),
  name: words.nullable(),
  title: words.nullable(),
  department: words.nullable(),
  /** The manager's id in the same HR system. */
  managerId: words.nullable(),
  /** The manager's address, where the system names no id. */
  managerEmail: z.email().max(254).toLowerCase().nullable(),
  /** As the system says it; `hiredOn` and `endsOn` count besides. */
  status: z.enum(['active', 'pending', 'left']).nullable(),
  hiredOn: z.iso.date().nullable(),
  /** The last day of employment. */
  endsOn: z.iso.date().nullable(),
  zone: z.string().nullable(),
})
export type EmployeeFields = z.infer<typeof employeeFields>
export type EmployeeField = keyof EmployeeFields

/** One statement about one employee. */
export const employeeReport = z.strictObject({
  /** The employee's id in the HR system. */
  employeeId: z.string().trim().min(1).max(200),
  fields: employeeFields.partial(),
  /** When it happened or was said, by the vendor's clock. */
  occurredAt: timestamp,
  /** The local date from which it holds; the day of `occurredAt` without it. */
  effectiveOn: z.iso.date().optional(),
})
export type EmployeeReport = z.infer<typeof employeeReport>

/** What a delivery is about: an employee, and what it says of them; without `report` it is thin, and the state is read back. */
export type EmployeeNotice = {
  employeeId: string
  /** What the vendor calls the event. */
  type: string
  occurredAt: string
  effectiveOn?: string
  report?: EmployeeReport
}
