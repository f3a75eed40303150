import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import { useProgram } from '../../program/use-program.tsx'
import { moment } from '../../when/when.ts'
import { usePair } from '../pair.tsx'

/** What went along to the participant's mentor, and what did not (E6). */
export const Handoff = () => {
  const { zone } = useProgram()
  const { engagement } = usePair()
  const { handoff } = engagement
  return (
    <Container
      header={
        <Header
          variant="h2"
          description="Goals, context and transfer items, as far as the participant's consent allows. Never session notes."
        >
          Handoff to the mentor
        </Header>
      }
    >
      {handoff ? (
        <KeyValuePairs
          columns={3}
          items={[
            { label: 'Handed over', value: moment(handoff.at, zone) },
            { label: 'Went along', value: handoff.carries.join(', ') || 'Nothing' },
            { label: 'Did not go along', value: handoff.withheld.join(', ') || 'Nothing' },
          ]}
        />
      ) : (
        <Box color="text-body-secondary">
          When the coaching ends and {engagement.participantName} has a mentor, Pilotgate hands it over by itself.
        </Box>
      )}
    </Container>
  )
}
