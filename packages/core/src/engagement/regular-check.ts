import type { NewEvent } from '../events.ts'
import type { Change, Scope } from '../ports.ts'
import { platform, type Work } from '../program/actor.ts'
import { localDate } from '../program/calendar.ts'
import { allOf, loadProgram } from '../program/load.ts'
import { whileStale } from '../program/while-stale.ts'
import type { EscalationRecord } from './ledgers/escalation.ts'
import type { SponsorActionRecord } from './ledgers/sponsor-action.ts'
import { escalationChanged, sponsorActionChanged } from './tell.ts'

/** Rows changed in one transaction, each with its event. */
const batch = 45

type Late = { change: Change; event: NewEvent }

/**
 * What the clock causes in engagements, looked at every day: whoever was to answer an escalation is told once that its time is over
 * (E8); a sponsor action that was not done by its day is missed (E4). Repeatable.
 */
export const checkEngagements = async (work: Work, tenantId: string, programId: string): Promise<void> => {
  const { zone } = await loadProgram(work.store, tenantId, programId)
  const scope = { tenantId, scope: programId }
  const today = localDate(work.now, zone)
  await inBatches(work, () => lateEscalations(work, scope))
  await inBatches(work, () => missedActions(work, scope, today))
}

const inBatches = async ({ store }: Work, find: () => Promise<Late[]>): Promise<void> => {
  for (let left = true; left; ) {
    left = await whileStale(async () => {
      const late = await find()
      const some = late.slice(0, batch)
      if (some.length === 0) return false
      await store.commit(
        some.map(({ change }) => change),
        some.map(({ event }) => event),
      )
      return late.length > batch
    })
  }
}

const lateEscalations = async ({ store, now }: Work, scope: Scope): Promise<Late[]> => {
  const all = await allOf(store, 'escalation', scope)
  return all
    .filter(({ status, dueAt, overdueToldAt }) => status === 'open' && dueAt < now && overdueToldAt === undefined)
    .map((escalation) => {
      const record: EscalationRecord = { ...escalation, overdueToldAt: now }
      const event = escalationChanged(record, 'overdue', { now, by: platform })
      return { change: { kind: 'escalation', record, expect: escalation.version }, event }
    })
}

const missedActions = async ({ store, now }: Work, scope: Scope, today: string): Promise<Late[]> => {
  const all = await allOf(store, 'sponsorAction', scope)
  return all
    .filter(({ status, dueOn }) => status === 'committed' && dueOn < today)
    .map((action) => {
      const record: SponsorActionRecord = { ...action, status: 'missed' }
      const event = sponsorActionChanged(record, { now, by: platform })
      return { change: { kind: 'sponsorAction', record, expect: action.version }, event }
    })
}
