import type { Event } from '../../events.ts'
import type { Store } from '../../ports.ts'
import { platform } from '../../program/actor.ts'
import { daysBetween, localDate } from '../../program/calendar.ts'
import { effectOf } from '../../program/hr/effects/effect.ts'
import { type Concern, concernOf, loadChange, programsConcerned } from '../../program/hr/effects/programs-concerned.ts'
import { hasNewRole, type PersonChangeRecord } from '../../program/hr/employees/change-record.ts'
import type { Program } from '../../program/program.ts'
import { whileStale } from '../../program/while-stale.ts'
import { plannedEnd, readingDays } from '../kpis/attribution.ts'
import { measurementRow } from '../measurement-row.ts'
import { readingId } from './check-reading.ts'
import type { ReadingRecord } from './reading.ts'
import { readingRecorded } from './reading-recorded.ts'

/** Where the readings of role changes come from. */
const roleChangeSource = 'HR events'

/**
 * A participant has a new role: how long it took counts for K3, once in every program of theirs that has begun. Repeatable.
 */
export const followRoleChanges = async (store: Store, event: Event): Promise<void> => {
  if (event.type !== 'person.changed' || !event.kinds.includes('role_changed')) return
  const change = await loadChange(store, event)
  if (!change || !hasNewRole(change)) return
  for (const program of await programsConcerned(store, event)) {
    await whileStale(() => recordTime(store, program, concernOf(event, program), change))
  }
}

/**
 * Days from the start of the program to a role change; from the day of joining for who joined later. `undefined` for a change before
 * that day.
 */
export const daysToRoleChange = (
  { startDate, zone }: Pick<Program, 'startDate' | 'zone'>,
  joinedAt: string,
  effectiveOn: string,
): number | undefined => {
  const joined = localDate(joinedAt, zone)
  const days = daysBetween(joined > startDate ? joined : startDate, effectiveOn)
  return days < 0 ? undefined : days
}

const recordTime = async (
  store: Store,
  program: Program,
  concern: Concern,
  { effectiveOn: on }: PersonChangeRecord,
): Promise<void> => {
  const { tenantId, programId, personId, changeId, at } = concern
  const scope = { tenantId, scope: programId }
  const member = await store.get('member', scope, personId)
  if (program.status === 'draft' || member?.status !== 'active' || !member.roles.includes('participant')) return
  const part = daysToRoleChange(program, member.joinedAt, on)
  if (part === undefined || on > readingDays(program, await plannedEnd(store, program)).to) return
  const told = { kpi: 'K3', group: 'cohort', source: roleChangeSource, reference: changeId } as const
  const id = readingId(told)
  if (await store.get('reading', scope, id)) return
  const reading: ReadingRecord = {
    ...measurementRow({ tenantId, personId: platform, roles: [] }, programId, id, at),
    ...{ ...told, on, part, whole: 1 },
  }
  const words = `The new role counts for the time to role change (K3): ${part} ${part === 1 ? 'day' : 'days'}.`
  await store.commit(
    [
      { kind: 'reading', record: reading, expect: 0 },
      effectOf(concern, { effect: 'time to role change recorded', subjectId: id, personId, changeId, words }),
    ],
    [readingRecorded(reading)],
  )
}
