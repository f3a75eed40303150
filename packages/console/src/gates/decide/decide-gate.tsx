import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useProgram } from '../../program/use-program.tsx'
import type { Gate } from '../gate/gate.ts'
import { DecisionForm } from './decision-form.tsx'
import { RecordDecision } from './record-decision.tsx'
import { VoteForm } from './vote-form.tsx'
import { Votes } from './votes.tsx'

/** What the person signed in can do to decide the gate now; the votes of a steering gate for all who read it. */
export const DecideGate = ({ gate }: { gate: Gate }) => {
  const { part, may, program } = useProgram()
  const open = program.status === 'running' || program.status === 'paused'
  const isOwner = may('decide gates') && part.roles.includes('program owner')
  if (gate.decides === 'steering') {
    if (gate.status !== 'awaiting steering' && gate.votes.length === 0) return null
    const isOpen = open && gate.status === 'awaiting steering'
    return (
      <SpaceBetween size="l">
        <Votes gate={gate} />
        {isOpen && may('vote on gates') && <VoteForm gate={gate} />}
        {isOpen && may('decide gates') && <RecordDecision gate={gate} />}
      </SpaceBetween>
    )
  }
  if (!open || gate.status !== 'awaiting owner' || !isOwner) return null
  return (
    <Container header={<Header variant="h2">Your decision</Header>}>
      <DecisionForm gate={gate} action="Decide" />
    </Container>
  )
}
