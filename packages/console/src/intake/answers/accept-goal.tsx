import Button from '@cloudscape-design/components/button'
import { useState } from 'react'
import { useAct } from '../../api/queries.ts'
import { Confirm } from '../../frame/confirm.tsx'
import { useTell } from '../../frame/notices.tsx'
import { useProgram } from '../../program/use-program.tsx'
import type { Intake } from '../words.ts'

/** Accepts a goal that was sent back, as it stands; only where the words lack something, not the date alone. */
export const AcceptGoal = ({ intake, goal }: { intake: Intake; goal: number }) => {
  const { programId, may } = useProgram()
  const act = useAct('acceptGoal')
  const tell = useTell()
  const [asking, setAsking] = useState(false)
  const lacksWords = intake.problems.some(
    ({ field }) => field.startsWith(`goals.${goal}.`) && field !== `goals.${goal}.date`,
  )
  if (intake.status !== 'sent back' || !lacksWords || !may('accept goals')) return null
  const accept = async (reason: string) => {
    const { status } = await act.mutateAsync({ path: { programId, personId: intake.personId }, body: { goal, reason } })
    tell(
      status === 'submitted'
        ? 'The goal is accepted, and the intake is handed in with it.'
        : 'The goal is accepted. The rest still has to be mended.',
    )
  }
  return (
    <>
      <Button onClick={() => setAsking(true)} ariaLabel={`Accept as it stands: goal ${goal + 1}`}>
        Accept as it stands
      </Button>
      {asking && (
        <Confirm
          question={`Accept goal ${goal + 1} as it stands?`}
          action="Accept the goal"
          reasonLabel="Why it is specific and measurable"
          onConfirm={accept}
          onClose={() => setAsking(false)}
        >
          The check knows English words only, so it can miss what a goal says. Its date is still checked. With nothing
          left to mend, the intake counts as handed in; a goal that is changed later is checked again.
        </Confirm>
      )}
    </>
  )
}
