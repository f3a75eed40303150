import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { type Closing, GoalsReached, TransferItems } from './closing-words.tsx'

/** The text of a closing artifact, for the pair. */
export const ClosingText = ({ form }: { form: NonNullable<Closing['form']> }) => {
  if (form.kind === 'closing-notes') {
    return (
      <SpaceBetween size="m">
        <GoalsReached goals={form.goals} />
        <KeyValuePairs columns={1} items={[{ label: 'What whoever comes next should know', value: form.context }]} />
        <TransferItems items={form.transfer} />
      </SpaceBetween>
    )
  }
  return (
    <KeyValuePairs
      columns={1}
      items={[
        { label: 'Where it began', value: form.start },
        { label: 'What stood in the way', value: form.obstacles },
        { label: 'What was tried', value: form.interventions },
        { label: 'What came of it', value: form.result },
        { label: 'A change of behaviour is evidenced', value: form.behaviourEvidenced ? 'Yes' : 'No' },
      ]}
    />
  )
}
