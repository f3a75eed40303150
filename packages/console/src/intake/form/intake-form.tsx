import Alert from '@cloudscape-design/components/alert'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { Refused } from '../../api/client.ts'
import { ProblemSummary } from '../../form/problem-summary.tsx'
import type { Option } from '../../form/schema.ts'
import { useForm } from '../../form/use-form.ts'
import { Trouble } from '../../frame/trouble.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { moment } from '../../when/when.ts'
import type { IntakeForm as Asked, Intake } from '../words.ts'
import { intakeHints } from './form-hints.ts'
import { FormSections } from './form-sections.tsx'
import { OtherVersion } from './other-version.tsx'
import { useHandIn } from './use-hand-in.ts'

type IntakeFormProps = {
  asked: Asked
  intake: Intake
  ofAgent?: boolean
  trainers?: Option[]
  /** What one should know before handing in. */
  before?: ReactNode
  onHandedIn: (intake: Intake) => void
  /** Begins anew with the answers that are saved. */
  onDrop: () => void
}

/** The intake to fill in: saved as far as it goes, as often as one likes, then handed in. */
export const IntakeForm = ({ asked, intake, ofAgent = false, trainers = [], before, ...then }: IntakeFormProps) => {
  const { programId, part, zone } = useProgram()
  const client = useQueryClient()
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone
  const form = useForm({
    schema: asked.schema,
    hints: intakeHints({ form: asked, answers: intake.answers, ofAgent, zone: own, trainers }),
    zone,
    known: { zone: own, ...intake.answers },
    draftKey: `${part.personId}.${programId}.intake.${intake.personId}`,
    wrong: intake.status === 'sent back' ? intake.problems : [],
  })
  const { save, handIn } = useHandIn(intake)
  const [savedAt, setSavedAt] = useState(intake.savedAt)
  const [savedNow, setSavedNow] = useState(false)
  const [busy, setBusy] = useState<'save' | 'hand in'>()
  const [failure, setFailure] = useState<Error>()
  const work = async (what: 'save' | 'hand in') => {
    if (busy) return
    setBusy(what)
    setFailure(undefined)
    try {
      if (what === 'save') {
        await form.send(async (value) => setSavedAt((await save(value)).savedAt), { unfinished: true })
        setSavedNow(true)
      } else await form.send(async (value) => then.onHandedIn(await handIn(value)))
    } catch (error) {
      setFailure(error as Error)
    } finally {
      setBusy(undefined)
    }
  }
  const stale = failure instanceof Refused && failure.code === 'StaleVersion'
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void work('hand in')
      }}
    >
      <SpaceBetween size="l">
        {form.restoredAt && !savedNow && (
          <Alert
            type="info"
            action={
              <Button formAction="none" onClick={form.discard}>
                Discard the draft
              </Button>
            }
          >
            What you wrote until {moment(form.restoredAt, zone)} was restored. It is kept on this device only, until you
            save it.
          </Alert>
        )}
        <FormSections form={form} />
        <Container header={<Header variant="h2">Save, or hand in</Header>}>
          <SpaceBetween size="m">
            {before}
            <ProblemSummary form={form} />
            {stale ? (
              <OtherVersion
                onDrop={async () => {
                  form.discard()
                  await client.invalidateQueries({ queryKey: ['getIntake'] })
                  then.onDrop()
                }}
              />
            ) : (
              failure && <Trouble error={failure} what="Sending the answers" />
            )}
            <SpaceBetween direction="horizontal" size="xs">
              <Button
                formAction="none"
                loading={busy === 'save'}
                loadingText="Saving"
                onClick={() => void work('save')}
              >
                Save and go on later
              </Button>
              <Button variant="primary" loading={busy === 'hand in'} loadingText="Handing in">
                Hand in
              </Button>
            </SpaceBetween>
            <div role="status">
              <Box color="text-body-secondary">
                {savedAt ? `Saved ${moment(savedAt, zone)}.` : 'Nothing is saved yet.'}
                {savedNow && ' You can close this page and come back to it.'}
              </Box>
            </div>
          </SpaceBetween>
        </Container>
      </SpaceBetween>
    </form>
  )
}
