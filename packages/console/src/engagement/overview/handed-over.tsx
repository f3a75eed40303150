import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useProgram } from '../../program/use-program.tsx'
import { dayOf } from '../../when/when.ts'
import { GoalsReached, TransferItems } from '../closing/closing-words.tsx'
import type { EngagementDetail } from '../words.ts'

type Handover = EngagementDetail['handedOver'][number]

/** What a coaching before it gave to the mentor, as far as consent allows (E6). */
export const HandedOver = ({ handover }: { handover: Handover }) => {
  const { zone } = useProgram()
  const { at, withheld, goals, context, transfer } = handover
  return (
    <Container
      header={
        <Header variant="h2" description={`On ${dayOf(at, zone)}. Session notes never go along.`}>
          Handed over from the coaching
        </Header>
      }
    >
      <SpaceBetween size="m">
        {goals && <GoalsReached goals={goals} />}
        {context && (
          <div>
            <Box variant="awsui-key-label">Context</Box>
            {context}
          </div>
        )}
        {transfer && <TransferItems items={transfer} />}
        {withheld.length > 0 && <Box color="text-body-secondary">Not handed over: {withheld.join(', ')}.</Box>}
      </SpaceBetween>
    </Container>
  )
}
