import type { NewEvent } from '../events.ts'
import type { Change } from '../ports.ts'
import { platform, type Work } from '../program/actor.ts'
import { isMondayMorningPast, localWeek, plusDays } from '../program/calendar.ts'
import { holders, loadMembers, loadProgram } from '../program/load.ts'
import { inviteMissing } from './invite-cohort.ts'
import { loadIntakes } from './open-intake.ts'

/** Days an invitation is left alone before the first reminder. */
const graceDays = 2
/** After this many the overseers see it in the list; more mail would not help. */
const mostReminders = 5
/** People reminded in one transaction: each has a change and an event. */
const batch = 45

/**
 * Part of the weekly check: reminds those who were invited and have not submitted, once in a local week (from Monday 08:00), and
 * invites who joined since the cohort was invited. Repeatable within the week.
 * @returns whom it reminded
 */
export const remindIntake = async (
  { store, now }: Pick<Work, 'store' | 'now'>,
  tenantId: string,
  programId: string,
): Promise<string[]> => {
  const program = await loadProgram(store, tenantId, programId)
  if (program.status !== 'running' || !isMondayMorningPast(now, program.zone)) return []
  const [intakes, members] = await Promise.all([loadIntakes(store, tenantId, programId), loadMembers(store, program)])
  if (intakes.length === 0) return []
  await inviteMissing({ store, now }, { tenantId, personId: platform }, programId, { intakes, members })
  const week = localWeek(now, program.zone)
  const active = new Set(holders(members, 'participant').map(({ id }) => id))
  const due = intakes.filter(
    ({ id, status, invitedAt, reminders, remindedIn }) =>
      active.has(id) &&
      status !== 'submitted' &&
      remindedIn !== week &&
      reminders < mostReminders &&
      plusDays(invitedAt, program.zone, graceDays) <= now,
  )
  for (let start = 0; start < due.length; start += batch) {
    const some = due.slice(start, start + batch)
    const changes = some.map((intake): Change => {
      const record = { ...intake, reminders: intake.reminders + 1, remindedIn: week }
      return { kind: 'intake', record, expect: intake.version }
    })
    const events = some.map((intake): NewEvent => {
      const about = { tenantId, programId, at: now, by: platform }
      return { type: 'intake.reminded', ...about, personId: intake.id, reminder: intake.reminders + 1 }
    })
    await store.commit(changes, events)
  }
  return due.map(({ id }) => id)
}
