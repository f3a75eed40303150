import Box from '@cloudscape-design/components/box'
import Container from '@cloudscape-design/components/container'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useNames } from '../../program/use-names.ts'
import { useProgram } from '../../program/use-program.tsx'
import { moment } from '../../when/when.ts'
import { DecisionRecord } from './decision-record.tsx'
import type { Gate } from './gate.ts'

/** Every round of a gate, newest first: what its check found, and what was decided on it. */
export const Rounds = ({ gate }: { gate: Gate }) => {
  const { zone } = useProgram()
  const voters = gate.decisions.flatMap(({ votes = [] }) => votes.map((vote) => vote.split(': ')[0]))
  const nameOf = useNames([...gate.decisions.map(({ by }) => by), ...voters])
  const rounds = gate.evaluations.toReversed()
  return (
    <Container
      header={
        <Header
          variant="h2"
          counter={`(${rounds.length})`}
          description="Each check of the facts, and what was decided on it."
        >
          Rounds
        </Header>
      }
    >
      {rounds.length === 0 && <Box>The first round is the check on {moment(gate.checksAt, zone)}.</Box>}
      <SpaceBetween size="m">
        {rounds.map(({ round, at, outcome, value, reasons }, index) => (
          <ExpandableSection
            key={`${round} ${at}`}
            defaultExpanded={index === 0}
            headerText={`Round ${round}: ${outcome}, ${value}`}
            headerDescription={`Checked on ${moment(at, zone)}`}
          >
            <SpaceBetween size="s">
              <ul>
                {reasons.map((reason) => (
                  <li key={reason}>{reason}</li>
                ))}
              </ul>
              {gate.decisions
                .filter((decision) => decision.round === round)
                .map((decision) => (
                  <DecisionRecord key={decision.at} gate={gate} decision={decision} nameOf={nameOf} />
                ))}
            </SpaceBetween>
          </ExpandableSection>
        ))}
      </SpaceBetween>
    </Container>
  )
}
