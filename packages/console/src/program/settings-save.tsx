import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useQueryClient } from '@tanstack/react-query'
import { Refused } from '../api/client.ts'
import { Trouble } from '../frame/trouble.tsx'
import type { Edits } from './settings-edits.ts'

type SaveProps = {
  edits: Edits
  /** What is saved: "the thresholds". */
  what: string
  /** Why it cannot be saved yet, as words for people. */
  problem?: string
  error: Error | null
  busy: boolean
  onSave: () => void
  /** Forgets the error of an attempt. */
  onReset: () => void
}

/** Saves a form of settings, or drops what was typed; says so when somebody else changed the same meanwhile. */
export const SettingsSave = ({ edits, what, problem, error, busy, onSave, onReset }: SaveProps) => {
  const client = useQueryClient()
  const outdated = error instanceof Refused && (error.status === 412 || error.status === 409)
  const readAgain = async () => {
    await client.invalidateQueries()
    onReset()
  }
  const drop = () => {
    edits.forget()
    onReset()
  }
  return (
    <SpaceBetween size="s">
      {outdated && (
        <Alert type="warning" header="Changed meanwhile" action={<Button onClick={readAgain}>Read again</Button>}>
          Somebody else, or the program itself, changed {what} since you read them. Read them again: what you typed
          stays here, and you can save it then.
        </Alert>
      )}
      {!outdated && edits.clashes.length > 0 && (
        <Alert
          type="warning"
          header="Somebody else changed the same"
          action={
            <SpaceBetween direction="horizontal" size="xs">
              <Button onClick={drop}>Take theirs</Button>
              <Button onClick={edits.insist}>Keep mine</Button>
            </SpaceBetween>
          }
        >
          Changed meanwhile: {edits.clashes.join(', ')}.
        </Alert>
      )}
      {error && !outdated && <Trouble error={error} what={`Saving ${what}`} />}
      {problem && edits.dirty && <Alert type="info">{problem}</Alert>}
      <SpaceBetween direction="horizontal" size="xs">
        <Button
          variant={edits.dirty ? 'primary' : 'normal'}
          disabled={!edits.dirty || problem !== undefined || edits.clashes.length > 0}
          loading={busy}
          loadingText={`Saving ${what}`}
          onClick={onSave}
        >
          Save {what}
        </Button>
        {edits.dirty && (
          <Button variant="link" onClick={drop}>
            Discard changes
          </Button>
        )}
      </SpaceBetween>
    </SpaceBetween>
  )
}

/** What the API said is wrong with a field. */
export const problemOf = (error: Error | null, field: string): string | undefined =>
  error instanceof Refused ? error.fields.find((each) => each.field === field)?.problem : undefined
