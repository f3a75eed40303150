import SpaceBetween from '@cloudscape-design/components/space-between'
import { useAct } from '../../api/queries.ts'
import { ConfirmButton } from '../../frame/confirm-button.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { FormButton } from '../form-button.tsx'
import { form, text } from '../schemas.ts'
import type { Milestone } from './milestones.tsx'

const evidence = form({ evidence: text('What shows that it was reached', 1000) })

/** What can become of an open milestone. */
export const MilestoneChange = ({ row }: { row: Milestone }) => {
  const { programId } = useProgram()
  const close = useAct('closeMilestone')
  const { milestoneId, status, title = '' } = row
  const path = { programId, milestoneId }
  if (status !== 'open') return '–'
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <FormButton
        text="Reached"
        title="Say that it was reached"
        variant="inline-link"
        ariaLabel={`Reached: ${title}`}
        action="Say that it was reached"
        schema={evidence}
        onSend={(body: { evidence: string }) => close.mutateAsync({ path, body: { status: 'reached', ...body } })}
        done="The milestone is kept as reached."
      >
        {title}
      </FormButton>
      <ConfirmButton
        text="Drop"
        variant="inline-link"
        ariaLabel={`Drop: ${title}`}
        question="Drop this milestone?"
        action="Drop the milestone"
        onConfirm={() => close.mutateAsync({ path, body: { status: 'dropped' } })}
        done="The milestone is dropped."
      >
        {title}. This cannot be undone; you can add another one.
      </ConfirmButton>
    </SpaceBetween>
  )
}
