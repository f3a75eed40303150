import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { type ReactNode, useState } from 'react'
import { Sent } from '../form/sent.tsx'
import { Confirm } from '../frame/confirm.tsx'
import { useProgram } from '../program/use-program.tsx'
import { moment } from '../when/when.ts'
import { AnswersRead } from './answers/answers-read.tsx'
import { GoalsRead } from './answers/goals-read.tsx'
import { DecisionRead } from './decision.tsx'
import { NextSteps } from './next-steps.tsx'
import type { Intake } from './words.ts'

type HandedInProps = {
  intake: Intake
  /** It was handed in just now. */
  isNew: boolean
  /** Opens the answers again; absent when the program is over. */
  onChange: (() => void) | undefined
  consent: ReactNode
}

/** One's own intake once it is handed in: thanks, what was decided, what happens next, and the answers to read. */
export const HandedIn = ({ intake, isNew, onChange, consent }: HandedInProps) => {
  const { zone } = useProgram()
  const [asking, setAsking] = useState(false)
  const { status, submittedAt, decision, answers } = intake
  return (
    <>
      {status === 'submitted' && (
        <Sent isNew={isNew}>
          <Alert type="success" header="Thank you. Your intake is handed in.">
            {submittedAt && `Handed in ${moment(submittedAt, zone)}.`}
            {decision && ' You need not do anything more here.'}
          </Alert>
        </Sent>
      )}
      <DecisionRead
        title="What was decided for you"
        decision={decision}
        none="Nothing is decided yet: your goals may not be used for finding a coach or mentor. Tick “Goals” for that in your consent below, and it is decided at once."
      />
      <NextSteps isDecided={decision !== undefined} />
      {consent}
      <ExpandableSection
        variant="container"
        headerText="Your answers"
        headingTagOverride="h2"
        headerActions={onChange && <Button onClick={() => setAsking(true)}>Change your answers</Button>}
      >
        <SpaceBetween size="m">
          <GoalsRead intake={intake} />
          <AnswersRead answers={answers} />
          <Box color="text-body-secondary">{intake.savedAt && `Saved ${moment(intake.savedAt, zone)}.`}</Box>
        </SpaceBetween>
      </ExpandableSection>
      {asking && onChange && (
        <Confirm
          question="Change your answers?"
          action="Change answers"
          onConfirm={async () => onChange()}
          onClose={() => setAsking(false)}
        >
          As soon as you save a change, your intake is open again and does not count as handed in. Hand it in again when
          you are done.
        </Confirm>
      )}
    </>
  )
}
