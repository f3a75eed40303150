import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import { useProgram } from '../program/use-program.tsx'
import { dayOf } from '../when/when.ts'
import { IntakeStatus } from './intake-status.tsx'
import type { Intake } from './words.ts'

/** Who asks for the intake, what for, and who sees it. */
export const WhoAsks = ({ intake }: { intake: Intake }) => {
  const { program, zone } = useProgram()
  const { status, invitedAt } = intake
  return (
    <Container header={<Header variant="h2">What you are asked, and why</Header>}>
      <KeyValuePairs
        columns={3}
        minColumnWidth={220}
        items={[
          { label: 'Who asks', value: `Those who run “${program.name}”, since ${dayOf(invitedAt, zone)} (${zone})` },
          {
            label: 'What for',
            value: 'Your answers decide whether a coach or a mentor helps you, and who it is.',
          },
          { label: 'Takes', value: 'About 20 minutes; you can stop and go on later' },
          {
            label: 'Who sees the answers',
            value:
              'You, the program owner, the program lead, learning operations and the matching owner. Each time one of them reads them, that is recorded.',
          },
          { label: 'What may be used', value: 'Only what you consent to, first thing below' },
          { label: 'State', value: <IntakeStatus status={status} /> },
        ]}
      />
    </Container>
  )
}
