import Alert from '@cloudscape-design/components/alert'
import { useAct } from '../../api/queries.ts'
import { ConfirmButton } from '../../frame/confirm-button.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { moment } from '../../when/when.ts'
import { usePair } from '../pair.tsx'

/** One of the two has left the organisation: what that means, and who can let the pair go on. */
export const PausedNote = () => {
  const { zone, may } = useProgram()
  const { engagement, path } = usePair()
  const resume = useAct('resumeEngagement')
  return (
    <Alert
      type="warning"
      header={`Paused since ${moment(engagement.pausedAt!, zone)}`}
      action={
        may('steer engagements') && (
          <ConfirmButton
            text="Let it go on"
            question="Let the engagement go on?"
            action="Let it go on"
            onConfirm={() => resume.mutateAsync({ path })}
            done="The engagement goes on. Both plan their next session."
          >
            Both have to be here again, and the {engagement.service} needs a free place. Sessions that were cancelled
            stay cancelled.
          </ConfirmButton>
        )
      }
    >
      One of the two has left the organisation. Sessions ahead were cancelled, and the place is free. It can go on when
      they are back, end, or the match can be reassigned.
    </Alert>
  )
}
