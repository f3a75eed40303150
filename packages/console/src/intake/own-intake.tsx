import { useState } from 'react'
import { useProgram } from '../program/use-program.tsx'
import { BeforeHandingIn } from './before-handing-in.tsx'
import { ConsentSection } from './consent/consent-section.tsx'
import type { Consent } from './consent/words.ts'
import { IntakeForm } from './form/intake-form.tsx'
import { HandedIn } from './handed-in.tsx'
import { SentBack } from './sent-back.tsx'
import { WhoAsks } from './who-asks.tsx'
import type { IntakeForm as Asked, Intake } from './words.ts'

type OwnProps = { asked: Asked; intake: Intake; consent: Consent }

/** One's own intake: consent, then the questions; once handed in, what comes of it. */
export const OwnIntake = ({ asked, intake, consent }: OwnProps) => {
  const { program } = useProgram()
  const [changing, setChanging] = useState(false)
  const [handedIn, setHandedIn] = useState(false)
  const [unsaved, setUnsaved] = useState(0)
  const [attempt, setAttempt] = useState(0)
  const isOpen = program.status === 'running' || program.status === 'paused'
  const consentTo = (title: string) => (
    <ConsentSection consent={consent} personId={intake.personId} title={title} onUnsaved={setUnsaved} />
  )
  if (!isOpen || (intake.status === 'submitted' && !changing))
    return (
      <HandedIn
        intake={intake}
        isNew={handedIn}
        onChange={isOpen ? () => setChanging(true) : undefined}
        consent={consentTo('Your consent')}
      />
    )
  const usesGoals = consent.granted.some(({ group, purpose }) => group === 'goals' && purpose === 'matching')
  return (
    <>
      {intake.status === 'sent back' ? <SentBack intake={intake} /> : <WhoAsks intake={intake} />}
      {consentTo('First: your consent')}
      <IntakeForm
        key={attempt}
        asked={asked}
        intake={intake}
        before={<BeforeHandingIn usesGoals={usesGoals} unsaved={unsaved} />}
        onHandedIn={() => {
          setHandedIn(true)
          setChanging(false)
        }}
        onDrop={() => setAttempt((before) => before + 1)}
      />
    </>
  )
}
