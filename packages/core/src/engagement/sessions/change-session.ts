import { DomainError } from '../../errors.ts'
import type { NewEvent } from '../../events.ts'
import type { Change, Store } from '../../ports.ts'
import type { Actor, Work } from '../../program/actor.ts'
import { loadOpenProgram } from '../../program/load.ts'
import type { Program } from '../../program/program.ts'
import { whileStale } from '../../program/while-stale.ts'
import { engagementChange } from '../engagement-changed.ts'
import type { EngagementRecord } from '../engagement-record.ts'
import { demandGoingOn, loadOwnEngagement, type Side } from '../load-engagement.ts'
import { sessionChanged } from '../tell.ts'
import type { SessionRecord } from './session-record.ts'

export const unknownSession = (sessionId: string): DomainError =>
  new DomainError('NotFound', `There is no session "${sessionId}" that you can see in this program.`)

/** The engagement that the id of a session (or of an action item of it) begins with. @throws DomainError `NotFound` */
export const engagementIdIn = (sessionId: string): string => {
  const found = /^(.+)\.S\d{3,}(\.A\d)?$/.exec(sessionId)
  if (!found) throw unknownSession(sessionId)
  return found[1]!
}

/** A session of the pair. @throws DomainError `NotFound` (also for everybody else), `NotAllowed` (the other one does this) */
export const loadOwnSession = async (
  store: Store,
  actor: Actor,
  programId: string,
  sessionId: string,
  side: Side = 'either',
): Promise<{ engagement: EngagementRecord; session: SessionRecord }> => {
  const engagement = await loadOwnEngagement(store, actor, programId, engagementIdIn(sessionId), side)
  const session = await store.get('session', { tenantId: actor.tenantId, scope: programId }, sessionId)
  if (!session) throw unknownSession(sessionId)
  return { engagement, session }
}

export type SessionGround = { program: Program; engagement: EngagementRecord; session: SessionRecord }

/** What becomes of a session, and what is written with it. `undefined` leaves everything as it is. */
export type SessionChange =
  | { session: SessionRecord; engagement?: EngagementRecord; changes?: Change[]; events?: NewEvent[] }
  | undefined

/**
 * Changes a session of the pair in one commit with all that belongs to it, and tells of it.
 * @throws DomainError `NotFound`, `NotAllowed`, `NotPossibleNow` (engagement ended, program over), and what `change` throws
 */
export const changeSession = (
  { store, now }: Pick<Work, 'store' | 'now'>,
  actor: Actor,
  programId: string,
  sessionId: string,
  change: (ground: SessionGround) => SessionChange | Promise<SessionChange>,
  side: Side = 'either',
): Promise<SessionRecord> =>
  whileStale(async () => {
    const program = await loadOpenProgram(store, actor.tenantId, programId)
    const known = await loadOwnSession(store, actor, programId, sessionId, side)
    demandGoingOn(known.engagement)
    const next = await change({ program, ...known })
    if (!next) return known.session
    const { session, engagement, changes = [], events = [] } = next
    await store.commit(
      [
        { kind: 'session', record: session, expect: session.version },
        ...(engagement ? [engagementChange(engagement)] : []),
        ...changes,
      ],
      [sessionChanged(session, known.engagement, { now, by: actor.personId }), ...events],
    )
    return { ...session, version: session.version + 1 }
  })

/** The engagement once a session does not lie ahead any more. */
export const withoutAhead = (engagement: EngagementRecord, sessionId: string): EngagementRecord => ({
  ...engagement,
  upcoming: engagement.upcoming.filter((each) => each.sessionId !== sessionId),
})

const past = { attended: 'was attended', 'no-show': 'was missed', cancelled: 'was cancelled' } as const

/** @throws DomainError `NotPossibleNow` naming what became of it */
export const demandScheduled = ({ status, recordedAt }: SessionRecord, what: string): void => {
  if (status === 'scheduled') return
  throw new DomainError(
    'NotPossibleNow',
    `This session ${past[status]} (recorded ${recordedAt}); only a scheduled one can be ${what}.`,
  )
}
