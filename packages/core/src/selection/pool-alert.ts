import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { scoped } from '../program/record.ts'

/** What the weekly look at the pool found last for a service (C); `id` is the service. */
export const poolAlertRecord = scoped.extend({
  /** The local week of the look, such as `2027-W05`, so that a second one in the same week finds it done. */
  week: z.string(),
  status: z.enum(['not due', 'enough', 'too few', 'more than needed']),
  /** Monday of the week in which the alert went out last, as long as the pool stays outside of its target. */
  toldIn: z.iso.date().optional(),
})
export type PoolAlertRecord = z.infer<typeof poolAlertRecord>

/** While nothing changes, the alert is repeated after this many weeks. */
const repeatWeeks = 4

/** Whether to tell: the pool has left its target, left it on the other side, or stayed outside for four weeks since the last alert. */
export const alertIsDue = (
  before: Pick<PoolAlertRecord, 'status' | 'toldIn'> | undefined,
  status: PoolAlertRecord['status'],
  monday: string,
): boolean => {
  if (status === 'enough' || status === 'not due') return false
  if (!before?.toldIn || before.status !== status) return true
  return Temporal.PlainDate.compare(monday, Temporal.PlainDate.from(before.toldIn).add({ weeks: repeatWeeks })) >= 0
}
