import { DomainError } from '../../errors.ts'
import type { Actor, Work } from '../../program/actor.ts'
import { changeSession } from './change-session.ts'
import type { SessionRecord } from './session-record.ts'

/**
 * The participant rates a session that was attended, from 1 to 5 (K17). A later rating replaces the one before.
 * @throws DomainError `NotFound`, `NotAllowed` (the provider), `NotPossibleNow` (not attended; engagement ended)
 */
export const rateSession = (
  { store, now }: Pick<Work, 'store' | 'now'>,
  actor: Actor,
  programId: string,
  sessionId: string,
  rating: number,
): Promise<SessionRecord> =>
  changeSession(
    { store, now },
    actor,
    programId,
    sessionId,
    ({ session }) => {
      if (session.status !== 'attended') {
        throw new DomainError(
          'NotPossibleNow',
          'Only a session that was attended is rated. Record the attendance first.',
        )
      }
      return session.rating === rating ? undefined : { session: { ...session, rating } }
    },
    'participant',
  )
