import SpaceBetween from '@cloudscape-design/components/space-between'
import type { Gate } from '../gate/gate.ts'
import { type DecisionDraft, fieldsOf, missedItems, planField } from './decision-draft.ts'
import { RecheckField } from './recheck-field.tsx'
import type { Problems } from './use-checked.ts'
import { WordsField } from './words-field.tsx'

type DecisionFieldsProps = {
  gate: Gate
  draft: DecisionDraft
  set: (change: Partial<DecisionDraft>) => void
  problems: Problems
  days: [first: string, last: string]
  checks: string
}

/** The reason of a decision, and what its choice asks for beside it. */
export const DecisionFields = ({ gate, draft, set, problems, days, checks }: DecisionFieldsProps) => {
  const needs = new Set(fieldsOf(gate, draft))
  return (
    <SpaceBetween size="m">
      <WordsField
        form="decision"
        name="reason"
        label="Reason"
        description="Kept with the gate, with your name."
        value={draft.reason}
        onSet={(reason) => set({ reason })}
        problem={problems.reason}
      />
      {needs.has('plan') && (
        <WordsField
          form="decision"
          name="plan"
          label="Plan"
          description="What will be done. It becomes a task of the program lead."
          value={draft.plan}
          onSet={(plan) => set({ plan })}
          problem={problems.plan}
        />
      )}
      {needs.has('recheckOn') && (
        <RecheckField
          days={days}
          checks={checks}
          value={draft.recheckOn}
          onSet={(recheckOn) => set({ recheckOn })}
          problem={problems.recheckOn}
        />
      )}
      {needs.has('timeline') && (
        <WordsField
          form="decision"
          name="timeline"
          label="Timeline"
          description="By when the decision is carried out."
          value={draft.timeline}
          onSet={(timeline) => set({ timeline })}
          problem={problems.timeline}
          rows={2}
        />
      )}
      {needs.has('budget') && (
        <WordsField
          form="decision"
          name="budget"
          label="Budget"
          description="For how much, with the currency."
          value={draft.budget}
          onSet={(budget) => set({ budget })}
          problem={problems.budget}
          rows={2}
        />
      )}
      {missedItems(gate, draft.choice).map(({ fact, words, reason }) => (
        <WordsField
          form="decision"
          key={fact}
          name={planField(fact)}
          label={`Plan for: ${words}`}
          description={`Missed on the scale checklist: ${reason}.`}
          value={draft.plans[fact] ?? ''}
          onSet={(plan) => set({ plans: { ...draft.plans, [fact]: plan } })}
          problem={problems[planField(fact)]}
        />
      ))}
    </SpaceBetween>
  )
}
