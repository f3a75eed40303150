import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import { useState } from 'react'
import { useRows } from '../api/queries.ts'
import { Loading } from '../frame/loading.tsx'
import { useProgram } from '../program/use-program.tsx'
import { AnyIntake } from './any-intake.tsx'
import { ConsentSection } from './consent/consent-section.tsx'
import type { Consent } from './consent/words.ts'
import { IntakeForm } from './form/intake-form.tsx'
import type { IntakeForm as Asked, Intake } from './words.ts'

/** The intake of an autonomous agent, which those who run the program answer for. */
export const AgentIntake = ({ asked, intake, consent }: { asked: Asked; intake: Intake; consent: Consent }) => {
  const { programId } = useProgram()
  const [changing, setChanging] = useState(false)
  const [attempt, setAttempt] = useState(0)
  const people = useRows('listPeople', { path: { programId }, query: { limit: 1000 } })
  const consentTo = (title: string) => (
    <ConsentSection consent={consent} personId={intake.personId} title={title} ofAgent />
  )
  if (intake.status === 'submitted' && !changing)
    return (
      <AnyIntake
        intake={intake}
        consent={consentTo('Consent, chosen for the agent')}
        actions={<Button onClick={() => setChanging(true)}>Change the answers</Button>}
      />
    )
  if (!people.rows || !people.complete) return <Loading what="the people who can train it" />
  const trainers = people.rows
    .filter(
      ({ personId, status, learnerKind }) =>
        personId !== intake.personId && status === 'active' && learnerKind !== 'agent',
    )
    .map(({ personId, name, email }) => ({ value: personId, label: name, description: email }))
  return (
    <>
      <Alert type="info">An agent cannot answer for itself: you answer and choose for it. Both are recorded.</Alert>
      {consentTo('First: what may be used')}
      <IntakeForm
        key={attempt}
        asked={asked}
        intake={intake}
        ofAgent
        trainers={trainers}
        onHandedIn={() => setChanging(false)}
        onDrop={() => setAttempt((before) => before + 1)}
      />
    </>
  )
}
