import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import type { Gate } from '../gate/gate.ts'
import { choiceInWords } from './choice-words.ts'
import { DecisionForm } from './decision-form.tsx'
import { tally } from './tally.ts'
import { useCommittee } from './use-committee.ts'

/** Records what the committee decided, once its quorum has voted: what most votes are for. */
export const RecordDecision = ({ gate }: { gate: Gate }) => {
  const { quorum } = useCommittee()
  if (quorum === undefined || gate.votes.length < quorum) return null
  const { leading, counts } = tally(gate)
  const most = leading.map((choice) => `${choiceInWords(choice)} (${counts.get(choice)})`).join(' and ')
  const closed = (choice: string) => (leading.includes(choice) ? undefined : `Most votes are for ${most}.`)
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={`Most votes are for ${most}. Recorded, the decision is final and votes close.`}
        >
          The committee’s decision
        </Header>
      }
    >
      <DecisionForm
        key={leading.join()}
        gate={gate}
        action="Record the decision"
        chosen={leading.length === 1 ? leading[0] : undefined}
        closed={closed}
      />
    </Container>
  )
}
