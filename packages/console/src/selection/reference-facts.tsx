import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { Answer } from '../api/client.ts'
import { moment } from '../when/when.ts'

/** Who asks for a reference, for whom, by when and why. */
export const ReferenceFacts = ({ reference }: { reference: Answer<'readReference'> }) => {
  const { candidateName, service, programName, refereeName, organisation, relation, dueAt } = reference
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  return (
    <Container>
      <SpaceBetween size="m">
        <Box>
          {candidateName} wants to be a {service} in the program “{programName}” and named you as somebody who knows
          their work. What you write is read by those who select the {service === 'coach' ? 'coaches' : 'mentors'} of
          the program.
        </Box>
        <KeyValuePairs
          columns={3}
          minColumnWidth={180}
          items={[
            { label: 'Asked of', value: `${refereeName}, ${organisation}` },
            { label: 'Relation', value: relation },
            { label: 'Please answer by', value: moment(dueAt, zone) },
          ]}
        />
      </SpaceBetween>
    </Container>
  )
}
