import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useAct } from '../../api/queries.ts'
import { Confirm } from '../../frame/confirm.tsx'
import { useTell } from '../../frame/notices.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { FormDialog } from '../form-dialog.tsx'
import { useLeads } from '../use-leads.ts'
import { type Candidacy, stepWords } from '../words.ts'

/** What the lead, or the candidate, can do with a candidacy that is open. */
export const CandidacyActions = ({ candidacy }: { candidacy: Candidacy }) => {
  const { programId, part, may } = useProgram()
  const leads = useLeads()
  const [asking, setAsking] = useState<'reject' | 'withdraw' | { resume: string; words: string }>()
  const resume = useAct('resumeCandidacy')
  const reject = useAct('rejectCandidacy')
  const withdraw = useAct('withdrawCandidacy')
  const tell = useTell()
  const { path: way, name, candidacyId, status, personId, at } = candidacy
  if (status !== 'open') return null
  const path = { programId, candidacyId }
  const own = personId === part.personId
  const steers = may('steer candidacies') && leads(way) && !own
  const close = () => setAsking(undefined)
  const held = steers ? at.filter((each) => each.status === 'on hold') : []
  return (
    <SpaceBetween direction="horizontal" size="xs">
      {(own || leads(way)) && may('withdraw candidacies') && (
        <Button onClick={() => setAsking('withdraw')}>Withdraw</Button>
      )}
      {steers && <Button onClick={() => setAsking('reject')}>Turn down</Button>}
      {held.map(({ step, title }) => {
        const words = stepWords(way, step, title)
        return (
          <Button key={step} variant="primary" onClick={() => setAsking({ resume: step, words })}>
            {held.length > 1 ? `End the hold: ${words}` : 'End the hold'}
          </Button>
        )
      })}
      {typeof asking === 'object' && (
        <Confirm
          question={`End the hold of ${name}?`}
          action="Ask again"
          onConfirm={async () => {
            await resume.mutateAsync({ path, body: { step: asking.resume } })
            tell(`${asking.words} is asked again.`)
          }}
          onClose={close}
        >
          What was missing is there: the step “{asking.words}” is asked again now instead of on the last day of the
          hold. What stands on its own and passed is not asked again. The fourth hold of a step turns the candidate
          down.
        </Confirm>
      )}
      {asking === 'reject' && (
        <FormDialog
          title={`Turn ${name} down?`}
          action="Turn down"
          schema={{
            type: 'object',
            properties: {
              reasons: {
                type: 'array',
                items: { type: 'string', minLength: 3, maxLength: 2000 },
                minItems: 1,
                maxItems: 5,
              },
            },
            required: ['reasons'],
          }}
          hints={{
            reasons: { label: 'Why', noun: 'reason', description: 'Kept on the record; the candidate reads them.' },
          }}
          onSend={(body: { reasons: string[] }) => reject.mutateAsync({ path, body })}
          done={`${name} was turned down.`}
          onClose={close}
        >
          It ends the selection for good: open tasks are cancelled, and {name} is told. A new candidacy can be opened
          later and begins from the start.
        </FormDialog>
      )}
      {asking === 'withdraw' && (
        <Confirm
          question={own ? 'Withdraw from the selection?' : `Withdraw ${name} from the selection?`}
          action="Withdraw"
          reasonLabel="Why"
          onConfirm={async (reason) => {
            await withdraw.mutateAsync({ path, body: { reason } })
            tell(own ? 'You have withdrawn.' : `${name} was withdrawn.`)
          }}
          onClose={close}
        >
          It ends the selection, and open tasks are cancelled. A new candidacy can be opened later and begins from the
          start.
        </Confirm>
      )}
    </SpaceBetween>
  )
}
