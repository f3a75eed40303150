import Box from '@cloudscape-design/components/box'
import ColumnLayout from '@cloudscape-design/components/column-layout'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import { inWords } from '../../form/words.ts'
import type { SessionDetail } from '../words.ts'

/** How a session is held: its parts in minutes, and what GROW asks (E3). */
export const Blueprint = ({ session }: { session: SessionDetail }) => (
  <Container header={<Header variant="h2">How to hold it</Header>}>
    <ColumnLayout columns={2} borders="vertical">
      <div>
        <Box variant="h3">In {session.minutes} minutes</Box>
        <KeyValuePairs
          columns={1}
          items={session.blueprint.map(({ from, to, part, does }) => ({
            label: `Minutes ${from}–${to}: ${part}`,
            value: does,
          }))}
        />
      </div>
      <div>
        <Box variant="h3">Along GROW</Box>
        <KeyValuePairs
          columns={1}
          items={session.grow.map(({ field, asks }) => ({ label: inWords(field), value: asks }))}
        />
      </div>
    </ColumnLayout>
  </Container>
)
