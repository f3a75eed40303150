import { DomainError } from '../../errors.ts'
import type { Actor, Work } from '../../program/actor.ts'
import { actionChanged } from '../tell.ts'
import { type ActionItemInput, actionItemFrom, checkActionItems } from './action-item-from.ts'
import { changeSession } from './change-session.ts'
import { mostActionItems } from './record-attendance.ts'
import type { SessionRecord } from './session-record.ts'

/**
 * One of the pair adds an action item to a session that was attended, up to three (E3).
 * @throws DomainError `NotFound`, `NotPossibleNow` (not attended; three already; engagement ended), `InvalidInput` naming the field
 */
export const addActionItem = (
  { store, now }: Pick<Work, 'store' | 'now'>,
  actor: Actor,
  programId: string,
  sessionId: string,
  input: ActionItemInput,
): Promise<SessionRecord> =>
  changeSession({ store, now }, actor, programId, sessionId, ({ program, engagement, session }) => {
    if (session.status !== 'attended') {
      throw new DomainError('NotPossibleNow', 'Action items come out of a session. Record the attendance first.')
    }
    if (session.actionItems >= mostActionItems) {
      throw new DomainError(
        'NotPossibleNow',
        'This session has three action items already (E3). Drop or finish one of them, and agree on the next one in a later session.',
      )
    }
    checkActionItems([input], { engagement, session, zone: program.zone, now }, () => '')
    const number = session.actionItems + 1
    const record = actionItemFrom(input, session, number, now)
    return {
      session: { ...session, actionItems: number },
      changes: [{ kind: 'actionItem', record, expect: 0 }],
      events: [actionChanged(record, engagement, { now, by: actor.personId })],
    }
  })
