import Button from '@cloudscape-design/components/button'
import { useState } from 'react'
import { useAct } from '../../api/queries.ts'
import { Confirm } from '../../frame/confirm.tsx'
import { useTell } from '../../frame/notices.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { count } from '../../words/figure.ts'

/** Invites every participant who has no intake yet; `plain` where another button of the page is the main one. */
export const InviteCohort = ({ plain = false }: { plain?: boolean }) => {
  const { programId } = useProgram()
  const act = useAct('inviteToIntake')
  const tell = useTell()
  const [asking, setAsking] = useState(false)
  const invite = async () => {
    const { invited } = await act.mutateAsync({ path: { programId } })
    if (invited.length === 0) tell('Every participant is invited already.', 'info')
    else tell(`${count(invited.length, 'participant was', 'participants were')} invited. Each gets a mail.`)
  }
  return (
    <>
      <Button variant={plain ? 'normal' : 'primary'} onClick={() => setAsking(true)}>
        Invite everyone
      </Button>
      {asking && (
        <Confirm
          question="Invite everyone who has no intake yet?"
          action="Invite"
          onConfirm={invite}
          onClose={() => setAsking(false)}
        >
          Each of them gets a mail with the link to their intake. Those invited before get none. It also happens by
          itself when the week opens whose gate looks at the intake.
        </Confirm>
      )}
    </>
  )
}
