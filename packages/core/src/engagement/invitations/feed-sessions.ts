import type { Store } from '../../ports.ts'
import { plusDays } from '../../program/calendar.ts'
import { allOf } from '../../program/load.ts'
import { engagementsOf } from '../sessions/busy-times.ts'
import type { SessionRecord } from '../sessions/session-record.ts'

/** How far back a calendar shows sessions, days. */
const shownDays = 30

/** The sessions of a person in all programs in which they have an active part, cancelled ones too: the last 30 days and all that lie ahead, by time. */
export const feedSessions = async (
  store: Store,
  { tenantId, personId }: { tenantId: string; personId: string },
  now: string,
): Promise<SessionRecord[]> => {
  const since = Date.parse(plusDays(now, 'UTC', -shownDays))
  const programs = await store.programsOf(tenantId, personId)
  const members = await Promise.all(programs.map((scope) => store.get('member', { tenantId, scope }, personId)))
  const active = members.flatMap((member) => (member?.status === 'active' ? [member.scope] : []))
  const [first] = active
  if (first === undefined) return []
  const engagements = (await engagementsOf(store, tenantId, first, [personId])).filter(({ scope }) =>
    active.includes(scope),
  )
  const sessions = await Promise.all(
    engagements.map(({ scope, id }) => allOf(store, 'session', { tenantId, scope }, `${id}.`)),
  )
  return sessions
    .flat()
    .filter(({ startsAt }) => Date.parse(startsAt) >= since)
    .sort((one, other) => Date.parse(one.startsAt) - Date.parse(other.startsAt))
}
