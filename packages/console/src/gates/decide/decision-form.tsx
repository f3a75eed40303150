import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useAct } from '../../api/queries.ts'
import { Confirm } from '../../frame/confirm.tsx'
import { useTell } from '../../frame/notices.tsx'
import { Trouble } from '../../frame/trouble.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { useTemplate } from '../../program/use-template.ts'
import { useNow } from '../../when/use-now.ts'
import type { Gate } from '../gate/gate.ts'
import { whatNext } from '../gate/what-next.ts'
import { ChoiceField } from './choice-field.tsx'
import { choiceInWords } from './choice-words.ts'
import { bodyOf, type DecisionDraft, draftProblems, emptyDraft, fieldsOf } from './decision-draft.ts'
import { DecisionFields } from './decision-fields.tsx'
import { recheckDays } from './recheck-days.ts'
import { useChecked } from './use-checked.ts'

type DecisionFormProps = {
  gate: Gate
  /** What the button does: "Decide". */
  action: string
  /** Chosen at first. */
  chosen?: string
  /** Why a choice cannot be recorded; none where it can. */
  closed?: (choice: string) => string | undefined
}

/** Decides a gate: a choice, its reason, and what the choice asks for. A stop is asked about once more. */
export const DecisionForm = ({ gate, action, chosen, closed }: DecisionFormProps) => {
  const { programId, program, zone } = useProgram()
  const checks = useTemplate().data?.template.hours.checks ?? '16:00'
  const days = recheckDays(useNow(), zone, checks)
  const tell = useTell()
  const decide = useAct('decideGate')
  const [stopping, setStopping] = useState(false)
  const [draft, setDraft] = useState<DecisionDraft>({ ...emptyDraft, choice: chosen })
  const set = (change: Partial<DecisionDraft>) => setDraft((before) => ({ ...before, ...change }))
  const form = useChecked('decision', draftProblems(gate, draft, days), fieldsOf(gate, draft), async () => {
    const decided = await decide.mutateAsync({ path: { programId, gate: gate.gate }, body: bodyOf(gate, draft) })
    tell(`${gate.gate} is decided: ${choiceInWords(draft.choice ?? '')}. ${whatNext(decided, zone)}`)
  })
  const send = () => {
    if (!form.isComplete()) return
    if (draft.choice === 'stop') setStopping(true)
    else form.submit().catch(() => {})
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!form.busy) send()
      }}
    >
      <SpaceBetween size="m">
        <ChoiceField
          form="decision"
          label="How does the program go on?"
          choices={gate.choices}
          value={draft.choice}
          onSet={(choice) => set({ choice })}
          problem={form.shown.choice}
          closed={closed}
        />
        <DecisionFields gate={gate} draft={draft} set={set} problems={form.shown} days={days} checks={checks} />
        {form.failure && <Trouble error={form.failure} what={action} />}
        <Button variant="primary" formAction="submit" loading={form.busy} loadingText={action}>
          {draft.choice ? `${action}: ${choiceInWords(draft.choice).toLowerCase()}` : action}
        </Button>
      </SpaceBetween>
      {stopping && (
        <Confirm
          question={`Stop ${program.name}?`}
          action="Stop the program"
          onConfirm={form.submit}
          onClose={() => setStopping(false)}
        >
          The program ends at gate {gate.gate}; no further week opens and open tasks are no longer needed. This cannot
          be undone.
        </Confirm>
      )}
    </form>
  )
}
