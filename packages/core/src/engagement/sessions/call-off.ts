import type { NewEvent } from '../../events.ts'
import type { Change } from '../../ports.ts'
import type { Work } from '../../program/actor.ts'
import { whileStale } from '../../program/while-stale.ts'
import { engagementChange } from '../engagement-changed.ts'
import type { EngagementRecord } from '../engagement-record.ts'
import { type EngagementRef, loadEngagement, scopeOf } from '../load-engagement.ts'
import { sessionChanged } from '../tell.ts'
import { cancelledSession } from './cancel-session.ts'
import type { SessionRecord } from './session-record.ts'

/** Sessions cancelled in one transaction. */
const sessionsAtOnce = 20

/** Why sessions are cancelled, for the pair, and by whom; `also` is written with each. */
export type CallOff = { because: string; by: string; also?: (session: SessionRecord) => Change[] }

/** What cancels the sessions among `upcoming` that still lie ahead; to be committed with the engagement. */
export const callOff = async (
  { store, now }: Pick<Work, 'store' | 'now'>,
  engagement: EngagementRecord,
  upcoming: EngagementRecord['upcoming'],
  { because, by, also = () => [] }: CallOff,
): Promise<{ changes: Change[]; events: NewEvent[] }> => {
  const scope = scopeOf({ tenantId: engagement.tenantId, programId: engagement.scope })
  const ids = upcoming.map(({ sessionId }) => sessionId)
  const found = ids.length > 0 ? await store.getMany('session', scope, ids) : []
  const sessions = found
    .filter(({ status, startsAt }) => status === 'scheduled' && startsAt > now)
    .map((session) => cancelledSession(session, because, { now, by }))
  return {
    changes: sessions.flatMap((record) => [{ kind: 'session', record, expect: record.version }, ...also(record)]),
    events: sessions.map((record) => sessionChanged(record, engagement, { now, by })),
  }
}

/** Cancels as many sessions ahead as do not fit into the last transaction; none of an engagement that `isOver` for this. */
export const callOffLongList = async (
  work: Pick<Work, 'store' | 'now'>,
  ref: EngagementRef,
  why: CallOff,
  isOver: (engagement: EngagementRecord) => boolean = ({ status }) => status === 'ended',
): Promise<void> => {
  for (;;) {
    const left = await whileStale(async () => {
      const engagement = await loadEngagement(work.store, ref)
      if (isOver(engagement) || engagement.upcoming.length <= sessionsAtOnce) return false
      const some = engagement.upcoming.slice(0, sessionsAtOnce)
      const { changes, events } = await callOff(work, engagement, some, why)
      const rest = { ...engagement, upcoming: engagement.upcoming.slice(some.length) }
      await work.store.commit([engagementChange(rest), ...changes], events)
      return true
    })
    if (!left) return
  }
}
