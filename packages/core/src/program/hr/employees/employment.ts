import { dateAfter } from '../../calendar.ts'
import { fieldNames, heldOn, type Statements } from './statements.ts'

/** Whether somebody works for the organisation on a day: not yet, yes, or no longer. */
export type Stage = 'ahead' | 'employed' | 'left'

/** Dates further ahead than this many days are not waited for: "9999-12-31" says that nobody knows. */
const furthestDays = 5 * 366

/**
 * Where somebody stands on a local date, by status, first and last day together. `endsOn` is the last day of employment: they have left
 * on the day after it. They are back when a later first day has come, or when, for a day after the last one, it was said again that
 * they are active without naming that last day again.
 */
export const stageOn = (statements: Statements, on: string): Stage => {
  const status = heldOn(statements.status, on)
  const hiredOn = heldOn(statements.hiredOn, on)?.value
  if (status?.value === 'left' || hasEnded(statements, on)) return 'left'
  if (hiredOn) return hiredOn > on ? 'ahead' : 'employed'
  return status?.value === 'pending' ? 'ahead' : 'employed'
}

const hasEnded = (statements: Statements, on: string): boolean => {
  const ends = heldOn(statements.endsOn, on)
  const lastDay = ends?.value
  if (!ends || !lastDay || lastDay >= on) return false
  const hiredOn = heldOn(statements.hiredOn, on)?.value
  if (hiredOn && hiredOn > lastDay && hiredOn <= on) return false
  const status = heldOn(statements.status, on)
  const isBack = status?.value === 'active' && status.effectiveOn > lastDay && status.effectiveOn > ends.effectiveOn
  return !isBack
}

/** The next local date after `on` on which something said before begins to hold; `undefined` when nothing lies ahead. */
export const nextDate = (statements: Statements, on: string): string | undefined => {
  const furthest = dateAfter(on, furthestDays)
  const firstDay = heldOn(statements.hiredOn, on)?.value
  const lastDay = heldOn(statements.endsOn, on)?.value
  const dates = [
    ...fieldNames.flatMap((name) => (statements[name] ?? []).map(({ effectiveOn }) => effectiveOn)),
    ...(firstDay ? [firstDay] : []),
    ...(lastDay && lastDay >= on && lastDay < furthest ? [dateAfter(lastDay, 1)] : []),
  ]
  return dates.filter((date) => date > on && date <= furthest).sort()[0]
}
