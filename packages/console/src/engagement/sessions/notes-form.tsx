import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Textarea from '@cloudscape-design/components/textarea'
import { useState } from 'react'
import { call, Refused } from '../../api/client.ts'
import { inWords } from '../../form/words.ts'
import { useTell } from '../../frame/notices.tsx'
import { Trouble } from '../../frame/trouble.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { usePair } from '../pair.tsx'
import type { SessionDetail } from '../words.ts'
import { LeaveGuard, LeaveUnsaved } from './leave-guard.tsx'
import type { NotesRead } from './notes.tsx'

const fields = ['goal', 'reality', 'options', 'will', 'notes'] as const
type Text = Pick<NotesRead, (typeof fields)[number]>
const textOf = (notes: Text): Text => {
  const { goal, reality, options, will, notes: free } = notes
  return { goal, reality, options, will, notes: free }
}
const most = (field: keyof Text): number => (field === 'notes' ? 20_000 : 4000)

type NotesFormProps = {
  session: SessionDetail
  notes: NotesRead
  onSaved: (notes: NotesRead) => void
  onClose: () => void
}

/** Writes the notes; what the other one saved meanwhile is never overwritten unseen. */
export const NotesForm = ({ session, notes, onSaved, onClose }: NotesFormProps) => {
  const { programId } = useProgram()
  const { mayAct } = usePair()
  const tell = useTell()
  const [text, setText] = useState<Text>(() => textOf(notes))
  const [theirs, setTheirs] = useState<NotesRead>()
  const [busy, setBusy] = useState(false)
  const [leaving, setLeaving] = useState(false)
  const [failure, setFailure] = useState<Error>()
  const path = { programId, sessionId: session.sessionId }
  const { version } = theirs ?? notes
  const changed = fields.some((field) => text[field] !== notes[field])
  const tooLong = fields.filter((field) => text[field].length > most(field))
  const save = async () => {
    setBusy(true)
    setFailure(undefined)
    try {
      const saved = await call('writeNotes', { path, body: text, version })
      onSaved(saved)
      setTheirs(undefined)
      setText(textOf(saved))
      tell('The notes are saved.')
    } catch (error) {
      if (isStale(error)) await call('readNotes', { path }).then(setTheirs, setFailure)
      else setFailure(error as Error)
    }
    setBusy(false)
  }
  const asks = new Map(session.grow.map(({ field, asks: question }) => [field, question]))
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (changed && !busy && tooLong.length === 0) void save()
      }}
    >
      <SpaceBetween size="m">
        {theirs && (
          <Alert type="warning" header="The other one has saved meanwhile">
            Your text is still here and not saved. Theirs stands under each field that differs; take over what you want
            to keep, then save: yours replaces theirs.
          </Alert>
        )}
        {fields.map((field) => (
          <FormField
            key={field}
            stretch
            label={field === 'notes' ? 'Notes' : inWords(field)}
            description={asks.get(field)}
            constraintText={theirs && theirs[field] !== text[field] ? `Theirs: ${theirs[field] || 'empty'}` : undefined}
            errorText={tooLong.includes(field) ? `Keep to ${most(field)} characters.` : undefined}
          >
            <Textarea
              value={text[field]}
              rows={field === 'notes' ? 8 : 3}
              readOnly={!mayAct}
              autoComplete={false}
              onChange={({ detail }) => setText((before) => ({ ...before, [field]: detail.value }))}
            />
          </FormField>
        ))}
        {failure && <Trouble error={failure} what="Saving the notes" />}
        <SpaceBetween direction="horizontal" size="xs">
          <Button formAction="none" onClick={() => (changed ? setLeaving(true) : onClose())}>
            Close the notes
          </Button>
          {mayAct && (
            <Button variant="primary" disabled={!changed} loading={busy} loadingText="Saving the notes">
              Save the notes
            </Button>
          )}
        </SpaceBetween>
      </SpaceBetween>
      {changed && <LeaveGuard />}
      {leaving && <LeaveUnsaved onLeave={onClose} onStay={() => setLeaving(false)} />}
    </form>
  )
}

const isStale = (error: unknown): boolean => error instanceof Refused && [409, 412].includes(error.status)
