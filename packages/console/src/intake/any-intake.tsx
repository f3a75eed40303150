import Alert from '@cloudscape-design/components/alert'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import type { ReactNode } from 'react'
import { useProgram } from '../program/use-program.tsx'
import { localMoment } from '../when/when.ts'
import { AcceptGoal } from './answers/accept-goal.tsx'
import { AnswersRead } from './answers/answers-read.tsx'
import { GoalsRead } from './answers/goals-read.tsx'
import { DecideServices } from './decide-services.tsx'
import { DecisionRead } from './decision.tsx'
import { IntakeStatus } from './intake-status.tsx'
import type { Intake } from './words.ts'

type AnyIntakeProps = {
  intake: Intake
  consent: ReactNode
  /** What can be done with the answers. */
  actions?: ReactNode
}

/** Somebody else's intake, for those who run the program: to read, to accept goals, to decide services. */
export const AnyIntake = ({ intake, consent, actions }: AnyIntakeProps) => {
  const { zone } = useProgram()
  const { status, invitedAt, savedAt, submittedAt, reminders, decision, answers } = intake
  const at = (moment: string | undefined) => (moment ? localMoment(moment, zone) : 'Not yet')
  return (
    <>
      <Alert type="info">
        These answers were given in confidence. That you read them is recorded, with your name and the time.
      </Alert>
      <Container
        header={
          <Header variant="h2" description={`Times in ${zone}`} actions={actions}>
            State
          </Header>
        }
      >
        <KeyValuePairs
          columns={3}
          minColumnWidth={150}
          items={[
            { label: 'Intake', value: <IntakeStatus status={status} /> },
            { label: 'Invited', value: at(invitedAt) },
            { label: 'Saved', value: at(savedAt) },
            { label: 'Handed in', value: at(submittedAt) },
            { label: 'Reminders', value: `${reminders} of 5` },
          ]}
        />
      </Container>
      <DecisionRead
        title="Services"
        decision={decision}
        named
        none={
          status === 'submitted'
            ? 'Nothing is decided: the goals may not be used for finding a coach or mentor. It is decided at once when that is allowed.'
            : 'Decided when the intake is handed in.'
        }
        actions={<DecideServices intake={intake} />}
      />
      <GoalsRead intake={intake} action={(goal) => <AcceptGoal intake={intake} goal={goal} />} />
      <AnswersRead answers={answers} />
      {consent}
    </>
  )
}
