import { useAct } from '../../api/queries.ts'
import { ConfirmButton } from '../../frame/confirm-button.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { FormButton } from '../form-button.tsx'
import { usePair } from '../pair.tsx'
import { form, text } from '../schemas.ts'
import type { SponsorAction } from './sponsor-actions.tsx'

const evidence = form({ evidence: text('What shows that it was done', 1000) })

/** What can become of a sponsor action: the mentor says that it is done, the mentee confirms. */
export const SponsorActionChange = ({ row }: { row: SponsorAction }) => {
  const { programId } = useProgram()
  const { side } = usePair()
  const finish = useAct('finishSponsorAction')
  const confirm = useAct('confirmSponsorAction')
  const { sponsorActionId, status, text: what = '' } = row
  const path = { programId, sponsorActionId }
  if (side === 'provider' && status !== 'confirmed') {
    const label = status === 'done' ? 'Change the evidence' : 'It is done'
    return (
      <FormButton
        text={label}
        title="Say that it is done"
        variant="inline-link"
        ariaLabel={`${label}: ${what}`}
        action="Say that it is done"
        schema={evidence}
        known={{ evidence: row.evidence }}
        onSend={(body: { evidence: string }) => finish.mutateAsync({ path, body })}
        done="It is kept as done. Your mentee is to confirm it."
      >
        {what}
      </FormButton>
    )
  }
  if (side === 'participant' && status === 'done') {
    return (
      <ConfirmButton
        text="Confirm"
        variant="inline-link"
        ariaLabel={`Confirm: ${what}`}
        question="Was this done for you?"
        action="Confirm that it was done"
        onConfirm={() => confirm.mutateAsync({ path })}
        done="You have confirmed that it was done."
      >
        {what} – {row.evidence}. This cannot be taken back.
      </ConfirmButton>
    )
  }
  return '–'
}
