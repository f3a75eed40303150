import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { type Answer, call } from '../../api/client.ts'
import { Trouble } from '../../frame/trouble.tsx'
import { useProgram } from '../../program/use-program.tsx'
import { moment } from '../../when/when.ts'
import { usePair } from '../pair.tsx'
import type { SessionDetail } from '../words.ts'
import { NotesForm } from './notes-form.tsx'

export type NotesRead = Answer<'readNotes'>

/**
 * The confidential notes of a session (P2), for the pair alone. They are read when somebody asks for them, as each reading is recorded,
 * and live only as long as the page is open: in no cache, no draft, no storage.
 */
export const Notes = ({ session }: { session: SessionDetail }) => {
  const { programId, zone } = useProgram()
  const { engagement, nameOf } = usePair()
  const [notes, setNotes] = useState<NotesRead>()
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Error>()
  const { sessionId } = session
  const open = async () => {
    setBusy(true)
    setFailure(undefined)
    try {
      setNotes(await call('readNotes', { path: { programId, sessionId } }))
    } catch (error) {
      setFailure(error as Error)
    }
    setBusy(false)
  }
  const { participantName, providerName } = engagement
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={`Only ${participantName} and ${providerName} can read them: nobody else, whatever their role. They are kept encrypted.`}
        >
          Confidential notes
        </Header>
      }
    >
      <SpaceBetween size="m">
        {!notes && (
          <SpaceBetween size="s">
            <Box color="text-body-secondary">That you open them is recorded, not what they say.</Box>
            <Button onClick={open} loading={busy} loadingText="Opening the notes">
              Open the notes
            </Button>
          </SpaceBetween>
        )}
        {failure && <Trouble error={failure} what="Opening the notes" again={open} />}
        {notes && (
          <SpaceBetween size="m">
            <Box color="text-body-secondary">
              {notes.version === 0 || !notes.by || !notes.at
                ? 'There are no notes yet.'
                : `Last written by ${nameOf(notes.by)}, ${moment(notes.at, zone)}.`}
            </Box>
            <NotesForm session={session} notes={notes} onSaved={setNotes} onClose={() => setNotes(undefined)} />
          </SpaceBetween>
        )}
      </SpaceBetween>
    </Container>
  )
}
