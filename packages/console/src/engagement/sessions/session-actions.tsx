import SpaceBetween from '@cloudscape-design/components/space-between'
import { useAct } from '../../api/queries.ts'
import { ConfirmButton } from '../../frame/confirm-button.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { useNow } from '../../when/use-now.ts'
import { FormButton } from '../form-button.tsx'
import { usePair } from '../pair.tsx'
import { form } from '../schemas.ts'
import type { SessionDetail } from '../words.ts'
import { isUnrecorded } from './session-status.tsx'
import { type SessionTime, sessionTime, sessionTimeHints } from './session-time.ts'

const mark = form({
  rating: { type: 'integer', title: 'How helpful was it?', minimum: 1, maximum: 5 },
})

/** What one of the pair can do with a session, besides recording that it was held. */
export const SessionActions = ({ session }: { session: SessionDetail }) => {
  const { programId } = useProgram()
  const { side } = usePair()
  const now = useNow()
  const move = useAct('moveSession')
  const cancel = useAct('cancelSession')
  const missed = useAct('recordNoShow')
  const rate = useAct('rateSession')
  const { sessionId, startsAt, minutes, status, rating } = session
  const path = { programId, sessionId }
  if (status === 'attended' && side === 'participant') {
    return (
      <FormButton
        text={rating ? 'Rate it anew' : 'Rate the session'}
        variant={rating ? 'normal' : 'primary'}
        schema={mark}
        hints={{ rating: { ends: ['not at all', 'very much'] } }}
        known={{ rating }}
        onSend={(body: { rating: number }) => rate.mutateAsync({ path, body })}
        done="Your rating is kept."
      >
        The other one of you and those who run the program see your rating. A later one replaces it.
      </FormButton>
    )
  }
  if (status !== 'scheduled') return null
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <FormButton
        text="Move"
        title="Move the session"
        action="Move the session"
        schema={sessionTime}
        hints={sessionTimeHints}
        known={{ startsAt, minutes }}
        onSend={(body: SessionTime) => move.mutateAsync({ path, body })}
        done="The session is moved. Both of you get a new calendar invitation."
      >
        To a time that is free for both of you.
      </FormButton>
      <ConfirmButton
        text="Cancel the session"
        question="Cancel this session?"
        reasonLabel="Why is it cancelled?"
        onConfirm={(reason) => cancel.mutateAsync({ path, body: { reason } })}
        done="The session is cancelled. Both of you are told."
      >
        Its calendar invitation is taken back. This cannot be undone; you can schedule another session.
      </ConfirmButton>
      {isUnrecorded(session, now) && (
        <ConfirmButton
          text="Somebody did not come"
          question="Did it not take place because somebody did not come?"
          action="Record that somebody did not come"
          onConfirm={() => missed.mutateAsync({ path })}
          done="It is recorded that somebody did not come."
        >
          It counts as scheduled, but not as held. This cannot be undone.
        </ConfirmButton>
      )}
    </SpaceBetween>
  )
}
