import { useAct } from '../../api/queries.ts'
import { useProgram } from '../../program/use-program.tsx'
import { FormButton } from '../form-button.tsx'
import { form, text } from '../schemas.ts'
import type { Escalation } from '../words.ts'
import { kindOptions, kinds } from './kinds.ts'

const matter = form({
  kind: { type: 'string', title: 'What kind of matter is it?', enum: kinds },
  text: text('What is it about?', 2000),
})

type RaiseProps = { engagementId?: string; variant?: 'primary' | 'normal' }

/** Hands a matter to operations, HR or steering (E8). */
export const Raise = ({ engagementId, variant }: RaiseProps) => {
  const { programId } = useProgram()
  const raise = useAct('raiseEscalation')
  return (
    <FormButton
      text="Raise an escalation"
      action="Hand it over"
      variant={variant}
      schema={matter}
      hints={{ kind: { options: kindOptions } }}
      onSend={(body: Pick<Escalation, 'kind' | 'text'>) =>
        raise.mutateAsync({ path: { programId }, body: { ...body, ...(engagementId && { engagementId }) } })
      }
      done="The matter is handed over. You find the answer here."
    >
      Only you and those whom it goes to read it. Write nothing of your session notes here.
    </FormButton>
  )
}
